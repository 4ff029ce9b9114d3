import { Button } from '@mantine/core'
import type { AssistanceStepGiven, AssistanceView, CriminalView } from '@setu/records/api'
import { assistanceStages, isCode, labelOf } from '@setu/vocabulary'
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
import { asked, free, textOr } from '../criminal-cases/options.ts'

interface StepProps {
  readonly file: CriminalView
  readonly request: AssistanceView
  readonly onClose: () => void
}

/** Takes a request to another country a stage further. */
export function StepAssistance({ file, request, onClose }: StepProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today } = useDates()
  const { prosecution } = useDoors()
  const [to, setTo] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(today)
  const [paper, setPaper] = useState<unknown>(null)
  const step = useCommand(
    (given: AssistanceStepGiven) => prosecution.stepAssistance(file, request.id, given),
    () => {
      toast(say('abroad.kept'))
      onClose()
    },
  )
  const day = textOr(on)
  const nobody = !file.offices.some(({ task, until }) => task === 'centralAuthority' && until === null)
  const alone = to === 'withAuthority' && nobody
  return (
    <Dialog title={say('abroad.step')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="to"
          label={say('abroad.next')}
          options={request.next.map((one) => ({
            value: one,
            label: labelOf(assistanceStages, one, language),
          }))}
          answer={to}
          onAnswer={setTo}
        />
        {alone && <p>{say('abroad.no-authority')}</p>}
        <DayField {...asked} name="on" label={say('abroad.on')} answer={on} onAnswer={setOn} />
        <TextField {...free} name="paper" label={say('abroad.paper')} answer={paper} onAnswer={setPaper} />
        <RefusalNote error={step.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={!isCode(assistanceStages, to) || day === null || alone}
            loading={step.pending}
            onClick={() => {
              if (isCode(assistanceStages, to) && day !== null)
                step.run({ base: request.version, to, on: day, paper: textOr(paper) })
            }}
          >
            {say('abroad.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
