import { Button } from '@mantine/core'
import type { BreachClose, BreachView } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'

const leastWords = 10

/** Closes an incident with what was learnt, once it is judged and nobody is left to be told. */
export function CloseBreach({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  const { breaches } = useDoors()
  const [lessons, setLessons] = useState<unknown>(null)
  const close = useCommand(
    (closing: BreachClose) => breaches.close(breach, closing),
    () => toast(say('breach.is-closed')),
  )
  const open = breach.tellings.some(({ toldAt, notNeeded }) => toldAt === null && notNeeded === null)
  if (breach.state === 'open' || open) return <p>{say('breach.not-yet')}</p>
  const words = typeof lessons === 'string' ? lessons.trim() : ''
  return (
    <div className={dialogs['parts']}>
      <LongTextField
        name="lessons"
        label={say('breach.lessons-words')}
        required
        fault={null}
        answer={lessons}
        onAnswer={setLessons}
      />
      <RefusalNote error={close.refused} />
      <Button
        disabled={words.length < leastWords}
        loading={close.pending}
        onClick={() => close.run({ base: breach.version, lessons: words })}
      >
        {say('breach.close')}
      </Button>
    </div>
  )
}
