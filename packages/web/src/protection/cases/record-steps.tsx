import { Button } from '@mantine/core'
import { caseRecords, type RecordType } from '@setu/records'
import type { CaseView, RecordStep } from '@setu/records/api'
import { labelOf, type Step, stepsFrom } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { type Answers, type Fault, isEmpty } from '../../forms/faults.ts'
import type { Lists } from '../../forms/question-field.tsx'
import { QuestionList } from '../../forms/question-list.tsx'
import { namedFaults } from '../../forms/record-form.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { usePaperLinks } from '../documents/use-paper-links.ts'
import { useMoneyLinks } from '../money/use-money-links.ts'
import styles from './case-screen.module.css'

type Kept = CaseView['records'][number]

interface KeptProps {
  readonly file: CaseView
  readonly kept: Kept
}

/** Whether what a record says may still be corrected, as far as its state goes. */
export function amends({ record, state }: Kept): boolean {
  const { states } = caseRecords[record]
  return states === undefined || state === null || states.amends.includes(state)
}

/** The state of a record in words; nothing for one that goes through none. */
export function RecordState({ kept }: { readonly kept: Kept }): ReactNode {
  const { language } = useLabels()
  const { states } = caseRecords[kept.record]
  if (states === undefined || kept.state === null) return null
  return (
    <span className={styles['state']} data-standing={states.amends.includes(kept.state) ? 'now' : 'done'}>
      {labelOf(states.list, kept.state, language)}
    </span>
  )
}

/** What a person may do next with a record, each step as a button, and which steps it has behind it. */
export function RecordSteps({ file, kept }: KeptProps): ReactNode {
  const { states } = caseRecords[kept.record]
  if (states === undefined || kept.state === null) return null
  const open = stepsFrom(states, kept.state).filter(({ to }) => kept.mayBecome.includes(to))
  return (
    <div className={styles['steps']}>
      {open.length > 0 && (
        <div className={lists['acts']}>
          {open.map((step) => (
            <StepButton key={step.to} file={file} kept={kept} step={step} />
          ))}
        </div>
      )}
      {kept.steps.length > 0 && <StepsTaken kept={kept} />}
    </div>
  )
}

/** What a step asks for and the record does not say yet. */
function stillAsked({ sealed, values }: Kept, keys: readonly string[] = []): readonly string[] {
  return keys.filter((key) => isEmpty(values[key]) && !sealed.includes(key))
}

function StepButton({ file, kept, step }: KeptProps & { readonly step: Step }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { cases } = useDoors()
  const [asking, setAsking] = useState(false)
  const { label, states } = caseRecords[kept.record]
  const asked = stillAsked(kept, step.asks)
  const also = stillAsked(kept, step.takes)
  const about = asking ? kept.record : ''
  const links = { ...useMoneyLinks(file, about), ...usePaperLinks(file, about) }
  const take = useCommand(
    (given: RecordStep) => cases.step(file, kept, given),
    () => {
      if (states)
        toast(
          say('record.stepped', { what: label[language], state: labelOf(states.list, step.to, language) }),
        )
      setAsking(false)
    },
  )
  const run = (values: Answers) => take.run({ base: kept.version, to: step.to, values: { ...values } })
  return (
    <>
      <Button
        variant="default"
        loading={take.pending}
        onClick={() => (asked.length + also.length === 0 ? run({}) : setAsking(true))}
      >
        {step[language]}
      </Button>
      {asking && (
        <StepDialog
          record={caseRecords[kept.record]}
          step={step}
          asked={asked}
          also={also}
          links={links}
          sending={take.pending}
          refused={take.refused}
          onTake={run}
          onClose={() => setAsking(false)}
        />
      )}
      {!asking && <RefusalNote error={take.refused} />}
    </>
  )
}

function usuallyToday({ fields }: RecordType, key: string): boolean {
  const field = fields[key]
  return field?.kind === 'day' && field.usually === 'today'
}

interface StepDialogProps {
  readonly record: RecordType
  readonly step: Pick<Step, 'en' | 'bn'>
  readonly asked: readonly string[]
  /** What may be said beside, and need not. */
  readonly also?: readonly string[]
  /** What is answered already, to be looked at again. */
  readonly kept?: Answers
  /** What an answer may point to. */
  readonly links?: Lists['links']
  readonly sending: boolean
  readonly refused: unknown
  readonly onTake: (values: Answers) => void
  readonly onClose: () => void
}

/** Asks for what a step needs, and takes it. */
export function StepDialog({
  record,
  step,
  asked,
  also = [],
  kept = {},
  links,
  sending,
  refused,
  onTake,
  onClose,
}: StepDialogProps): ReactNode {
  const { language } = useLabels()
  const options = useLists(links)
  const { today } = useDates()
  const [answers, setAnswers] = useState<Answers>(() => ({
    ...Object.fromEntries(asked.filter((key) => usuallyToday(record, key)).map((key) => [key, today])),
    ...kept,
  }))
  const keys = [...asked, ...also]
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const take = () => {
    const missing = asked
      .filter((key) => isEmpty(answers[key]))
      .map((key): Fault => ({ field: `${record.name}.${key}`, fault: 'missing' }))
    const found = [...missing, ...namedFaults(record, keys, answers)]
    setFaults(found)
    if (found.length === 0) onTake(answers)
  }
  return (
    <Dialog title={step[language]} onClose={onClose}>
      <div className={dialogs['parts']}>
        <QuestionList
          record={record}
          keys={keys}
          answers={answers}
          faults={faults}
          lists={options}
          onAnswer={(key, answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
        />
        <RefusalNote error={refused} />
        <DialogActs onCancel={onClose}>
          <Button loading={sending} onClick={take}>
            {step[language]}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

function StepsTaken({ kept }: { readonly kept: Kept }): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { states } = caseRecords[kept.record]
  if (states === undefined) return null
  return (
    <details className={`${lists['quiet']} ${styles['taken']}`}>
      <summary>
        {say('record.steps-taken')}
        <span className="heard"> {caseRecords[kept.record].label[language]}</span>
      </summary>
      <ol className={lists['rows']}>
        {kept.steps.map(({ to, at, by }) => (
          <li key={`${to}.${at}`}>
            {labelOf(states.list, to, language)} · <MomentText moment={at} /> · {by.person ?? name(by.office)}
          </li>
        ))}
      </ol>
    </details>
  )
}
