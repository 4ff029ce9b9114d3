import { Button } from '@mantine/core'
import { type CodeList, labelOf } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField, TextField } from '../../forms/text-fields.tsx'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { asked, free, textOr } from './options.ts'

/** A step as it is sent: where to, on which day, and on what paper. */
interface StepGiven<Code extends string> {
  readonly command: string
  readonly base: number
  readonly to: Code
  readonly on: string
  readonly paper: string | null
}

interface DatedStepProps<Code extends string> {
  readonly words: Readonly<Record<'title' | 'to' | 'on' | 'paper' | 'keep' | 'kept', string>>
  readonly list: CodeList<Code>
  readonly next: readonly Code[]
  readonly base: number
  /** What stands in the way of a step, if anything does. */
  readonly hindered?: (to: Code) => string | null
  readonly send: (given: StepGiven<Code>) => Promise<{ readonly id: string; readonly version: number }>
  readonly onClose: () => void
}

/** Writes down what happened next: one of a few things, its day, and the number of its paper. */
export function DatedStep<Code extends string>(props: DatedStepProps<Code>): ReactNode {
  const { words, list, next, base, hindered, send, onClose } = props
  const { language } = useLabels()
  const { today } = useDates()
  const [chosen, setChosen] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(today)
  const [paper, setPaper] = useState<unknown>(null)
  const step = useCommand(
    (given: StepGiven<Code>) => send(given),
    () => {
      toast(words.kept)
      onClose()
    },
  )
  const [to, day] = [next.find((one) => one === chosen), textOr(on)]
  const hindrance = to === undefined ? null : (hindered?.(to) ?? null)
  return (
    <Dialog title={words.title} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="to"
          label={words.to}
          options={next.map((one) => ({ value: one, label: labelOf(list, one, language) }))}
          answer={chosen}
          onAnswer={setChosen}
        />
        {hindrance !== null && <p>{hindrance}</p>}
        <DayField {...asked} name="on" label={words.on} answer={on} onAnswer={setOn} />
        <TextField {...free} name="paper" label={words.paper} answer={paper} onAnswer={setPaper} />
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={to === undefined || day === null || hindrance !== null}
            loading={step.pending}
            onClick={() => {
              if (to !== undefined && day !== null) step.run({ base, to, on: day, paper: textOr(paper) })
            }}
          >
            {words.keep}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
