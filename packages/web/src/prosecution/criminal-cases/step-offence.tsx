import { Button } from '@mantine/core'
import type { AccusedView, CriminalView, OffenceStep, OffenceView } from '@setu/records/api'
import {
  type CriminalStage,
  criminalStages,
  finalReportKinds,
  isCode,
  labelOf,
  type SentenceKind,
  sentenceKinds,
  stagesOfSentence,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, NumberField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, free, numberOr, textOr } from './options.ts'

interface StepOffenceProps {
  readonly file: CriminalView
  readonly accused: AccusedView
  readonly offence: OffenceView
  readonly to: readonly CriminalStage[]
  readonly onClose: () => void
}

interface Draft {
  readonly to: string | null
  readonly on: unknown
  readonly paper: unknown
  readonly report: string | null
  readonly kinds: readonly string[]
  readonly months: unknown
  readonly fine: unknown
  readonly compensation: unknown
}

const amountsOf = (kinds: readonly SentenceKind[], draft: Draft) => ({
  months: kinds.includes('imprisonment') ? numberOr(draft.months) : null,
  fine: kinds.includes('fine') ? numberOr(draft.fine) : null,
  compensation: kinds.includes('compensation') ? numberOr(draft.compensation) : null,
})

/** What is sent; null while something that this stage asks for is missing. */
function stepOf(draft: Draft, base: number): Omit<OffenceStep, 'command'> | null {
  const { to, report } = draft
  const on = textOr(draft.on)
  if (!isCode(criminalStages, to) || on === null) return null
  const step = { base, to, on, paper: textOr(draft.paper) }
  if (to === 'finalReport') return isCode(finalReportKinds, report) ? { ...step, report } : null
  if (!stagesOfSentence.includes(to)) return step
  const kinds = draft.kinds.filter((one) => isCode(sentenceKinds, one))
  const amounts = amountsOf(kinds, draft)
  const missing =
    (kinds.includes('imprisonment') && amounts.months === null) ||
    (kinds.includes('fine') && amounts.fine === null) ||
    (kinds.includes('compensation') && amounts.compensation === null)
  return kinds.length === 0 || missing ? null : { ...step, sentence: { kinds, ...amounts } }
}

/** Takes one accused a stage further for one offence. */
export function StepOffence({ file, accused, offence, to, onClose }: StepOffenceProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { number, today } = useDates()
  const { prosecution } = useDoors()
  const [draft, setDraft] = useState<Draft>({
    to: null,
    on: today,
    paper: null,
    report: null,
    kinds: [],
    months: null,
    fine: null,
    compensation: null,
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const step = useCommand(
    (given: OffenceStep) => prosecution.stepOffence(file, offence.id, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const ready = stepOf(draft, offence.version)
  const sentenced = isCode(criminalStages, draft.to) && stagesOfSentence.includes(draft.to)
  return (
    <Dialog
      title={`${say('court.accused', { place: number(accused.place) })} · ${say('court.step')}`}
      onClose={onClose}
    >
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="to"
          label={say('court.next-stage')}
          options={to.map((stage) => ({ value: stage, label: labelOf(criminalStages, stage, language) }))}
          answer={draft.to}
          onAnswer={(chosen) => change({ to: chosen })}
        />
        <DayField
          {...asked}
          name="on"
          label={say('court.step-on')}
          answer={draft.on}
          onAnswer={(on) => change({ on })}
        />
        <TextField
          {...free}
          name="paper"
          label={say('court.paper')}
          answer={draft.paper}
          onAnswer={(paper) => change({ paper })}
        />
        {draft.to === 'finalReport' && (
          <OneOf
            {...asked}
            name="report"
            label={say('court.report-kind')}
            options={optionsOf(finalReportKinds, language)}
            answer={draft.report}
            onAnswer={(report) => change({ report })}
          />
        )}
        {sentenced && <SentenceFields draft={draft} onChange={change} />}
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={ready === null}
            loading={step.pending}
            onClick={() => ready !== null && step.run(ready)}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

interface SentenceProps {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

function SentenceFields({ draft, onChange }: SentenceProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  return (
    <>
      <SomeOf
        {...asked}
        name="kinds"
        label={say('court.sentence')}
        options={optionsOf(sentenceKinds, language)}
        answer={draft.kinds}
        onAnswer={(kinds) => onChange({ kinds })}
      />
      {draft.kinds.includes('imprisonment') && (
        <NumberField
          {...asked}
          name="months"
          decimals={false}
          label={say('court.how-many-months')}
          answer={draft.months}
          onAnswer={(months) => onChange({ months })}
        />
      )}
      {draft.kinds.includes('fine') && (
        <NumberField
          {...asked}
          name="fine"
          decimals={false}
          label={say('court.how-much-fine')}
          answer={draft.fine}
          onAnswer={(fine) => onChange({ fine })}
        />
      )}
      {draft.kinds.includes('compensation') && (
        <NumberField
          {...asked}
          name="compensation"
          decimals={false}
          label={say('court.how-much-compensation')}
          answer={draft.compensation}
          onAnswer={(compensation) => onChange({ compensation })}
        />
      )}
    </>
  )
}
