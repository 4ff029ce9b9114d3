import { Button } from '@mantine/core'
import type { CaseView, IdentificationBegin, IdentificationView } from '@setu/records/api'
import {
  decidingBodies,
  type IdentificationState,
  identificationStates,
  legalActs,
  legalMeans,
  legalPurposes,
  reflectionGrounds,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ExtendDialog } from './extend-dialog.tsx'
import { StepDialog, stepWords } from './step-dialog.tsx'

/** How the formal identification stands, and what this person may do about it. */
export function IdentificationCard({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { identification: door } = useDoors()
  const [id] = useState(newId)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'identification'],
    queryFn: () => door.read(file),
  })
  const begin = useCommand(
    (begun: IdentificationBegin) => door.begin(file, begun),
    () => toast(say('identification.begun')),
  )
  if (data === undefined) return null
  const { identification } = data
  return (
    <Card title={say('identification.title')}>
      {identification === null ? (
        <div className={lists['stack']}>
          <p className={lists['quiet']}>{say('identification.none')}</p>
          <RefusalNote error={begin.refused} />
          <div className={lists['acts']}>
            <Button variant="default" loading={begin.pending} onClick={() => begin.run({ id })}>
              {say('identification.presume')}
            </Button>
          </div>
        </div>
      ) : (
        <Standing file={file} identification={identification} />
      )}
    </Card>
  )
}

interface StandingProps {
  readonly file: CaseView
  readonly identification: IdentificationView
}

function Standing({ file, identification }: StandingProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const [step, setStep] = useState<IdentificationState | null>(null)
  const [extending, setExtending] = useState(false)
  const { state, body, acts, means, purposes, may, presumedOn, decidedOn, appealUntil } = identification
  const elements = [
    ...acts.map((one) => code(legalActs, one)),
    ...means.map((one) => code(legalMeans, one)),
    ...purposes.map((one) => code(legalPurposes, one)),
  ]
  return (
    <div className={lists['stack']}>
      <div>
        <p>
          <span className={lists['strong']}>{code(identificationStates, state)}</span>{' '}
          {body !== null && state !== 'presumed' && <span>· {code(decidingBodies, body)}</span>} ·{' '}
          <DayText day={decidedOn ?? presumedOn} />
        </p>
        {elements.length > 0 && <p className={lists['quiet']}>{elements.join(' · ')}</p>}
        {appealUntil !== null && (
          <p>
            {say('identification.appeal-until')} <DayText day={appealUntil} />
          </p>
        )}
        <p>
          {say('identification.reflect-until')} <DayText day={identification.reflectUntil} />
          {identification.reflectGround !== null &&
            ` · ${code(reflectionGrounds, identification.reflectGround)}`}
        </p>
        <p className={lists['quiet']}>{say('identification.no-effect')}</p>
        {may.length === 0 && state === 'noProposed' && <p>{say('identification.another')}</p>}
      </div>
      <div className={lists['acts']}>
        {may.map((to) => (
          <Button key={to} variant="default" onClick={() => setStep(to)}>
            {say(stepWords[to])}
          </Button>
        ))}
        <Button variant="default" onClick={() => setExtending(true)}>
          {say('identification.extend')}
        </Button>
      </div>
      {step !== null && (
        <StepDialog file={file} identification={identification} to={step} onClose={() => setStep(null)} />
      )}
      {extending && (
        <ExtendDialog file={file} identification={identification} onClose={() => setExtending(false)} />
      )}
    </div>
  )
}
