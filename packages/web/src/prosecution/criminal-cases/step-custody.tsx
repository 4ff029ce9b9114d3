import { Button } from '@mantine/core'
import type { AccusedView, CriminalView, CustodyStep } from '@setu/records/api'
import { custodyStates, custodySteps, isCode, labelOf } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, free, textOr } from './options.ts'

interface StepCustodyProps {
  readonly file: CriminalView
  readonly accused: AccusedView
  readonly onClose: () => void
}

/** Writes down where an accused is now. */
export function StepCustody({ file, accused, onClose }: StepCustodyProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today } = useDates()
  const { prosecution } = useDoors()
  const [to, setTo] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(today)
  const [paper, setPaper] = useState<unknown>(null)
  const step = useCommand(
    (given: CustodyStep) => prosecution.stepCustody(file, accused.id, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const day = textOr(on)
  return (
    <Dialog title={say('court.move')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="to"
          label={say('court.custody-now')}
          options={custodySteps[accused.custody].map((one) => ({
            value: one,
            label: labelOf(custodyStates, one, language),
          }))}
          answer={to}
          onAnswer={setTo}
        />
        <DayField {...asked} name="on" label={say('court.step-on')} answer={on} onAnswer={setOn} />
        <TextField {...free} name="paper" label={say('court.paper')} answer={paper} onAnswer={setPaper} />
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={!isCode(custodyStates, to) || day === null}
            loading={step.pending}
            onClick={() => {
              if (isCode(custodyStates, to) && day !== null)
                step.run({ base: accused.version, to, on: day, paper: textOr(paper) })
            }}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
