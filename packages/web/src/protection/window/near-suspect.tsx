import type { SlotIssue } from '@setu/records/api'
import type { ReactNode } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { useWords } from '../../words/use-words.ts'

export type NearSuspect = SlotIssue['nearSuspect']

const answers = ['no', 'cannotSay', 'yes'] as const
const words = { no: 'window.near-no', cannotSay: 'window.near-cannot', yes: 'window.near-yes' } as const

interface NearSuspectProps {
  readonly answer: NearSuspect | null
  readonly onAnswer: (answer: NearSuspect | null) => void
}

/** The question that stands before every opening: whether somebody close to her may be a suspect. */
export function NearSuspectField({ answer, onAnswer }: NearSuspectProps): ReactNode {
  const say = useWords()
  return (
    <>
      <OneOf
        name="near"
        label={say('window.near')}
        required
        fault={null}
        options={answers.map((value) => ({ value, label: say(words[value]) }))}
        answer={answer}
        onAnswer={(given) => onAnswer(answers.find((one) => one === given) ?? null)}
      />
      <p className={dialogs['quiet']}>{say('window.near-what')}</p>
    </>
  )
}
