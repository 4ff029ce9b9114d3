import { Button } from '@mantine/core'
import type { BreachStepTaken, BreachView } from '@setu/records/api'
import { breachSteps, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { OneOf } from '../../forms/choice-fields.tsx'
import { LongTextField, MomentField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** What was done so that it does not get worse: what, by whom, when. */
export function BreachSteps({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={say('breach.steps')}
      act={
        breach.state !== 'closed' && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('breach.step-add')}
          </Button>
        )
      }
    >
      {breach.steps.length === 0 && <p className={lists['quiet']}>{say('breach.no-steps')}</p>}
      <ul className={lists['rows']}>
        {breach.steps.map(({ id, kind, person, at, words }) => (
          <li key={id} className={lists['row']}>
            <div>
              <div className={lists['line']}>
                <span className={lists['strong']}>{code(breachSteps, kind)}</span>
                <span>{person}</span>
                <span className={lists['quiet']}>
                  <MomentText moment={at} />
                </span>
              </div>
              {words !== null && <p>{words}</p>}
            </div>
          </li>
        ))}
      </ul>
      {adding && <StepDialog breach={breach} onClose={() => setAdding(false)} />}
    </Card>
  )
}

interface StepDialogProps {
  readonly breach: BreachView
  readonly onClose: () => void
}

function StepDialog({ breach, onClose }: StepDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { breaches } = useDoors()
  const me = useSignedIn().account.id
  const [id] = useState(newId)
  const [kind, setKind] = useState<string | null>(null)
  const [account, setAccount] = useState<string | null>(me)
  const [at, setAt] = useState<unknown>(() => new Date().toISOString())
  const [words, setWords] = useState<unknown>(null)
  const take = useCommand((step: BreachStepTaken) => breaches.takeStep(breach, step), onClose)
  const ready = kind !== null && isCode(breachSteps, kind) && account !== null && typeof at === 'string'
  const asked = { required: true, fault: null } as const
  return (
    <Dialog title={say('breach.step-add')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="kind"
          label={say('breach.step-what')}
          options={breachSteps.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={kind}
          onAnswer={setKind}
        />
        <OneOf
          {...asked}
          name="account"
          label={say('breach.step-who')}
          options={breach.colleagues.map((one) => ({ value: one.id, label: one.name }))}
          answer={account}
          onAnswer={setAccount}
        />
        <MomentField {...asked} name="at" label={say('breach.step-when')} answer={at} onAnswer={setAt} />
        <LongTextField
          {...asked}
          required={false}
          name="words"
          label={say('breach.step-words')}
          answer={words}
          onAnswer={setWords}
        />
        <RefusalNote error={take.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={!ready}
            loading={take.pending}
            onClick={() =>
              ready && take.run({ id, kind, account, at, words: typeof words === 'string' ? words : null })
            }
          >
            {say('breach.step-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
