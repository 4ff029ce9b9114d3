import { Button } from '@mantine/core'
import type { AccusedView, CriminalView, OffenceAdd } from '@setu/records/api'
import { criminalStages, firstStages, isCode, labelOf } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ChargeFields, chargeOf, noCharge } from './offence-law.tsx'
import { asked, free, textOr } from './options.ts'

interface AddOffenceProps {
  readonly file: CriminalView
  readonly accused: AccusedView
  readonly onClose: () => void
}

/** Writes down of what an accused is accused. */
export function AddOffence({ file, accused, onClose }: AddOffenceProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const doors = useDoors()
  const [id] = useState(newId)
  const laws = useQuery({
    queryKey: ['laws', file.offenceOn],
    queryFn: () => doors.laws.list(file.offenceOn),
  })
  const [charge, setCharge] = useState(noCharge)
  const [stage, setStage] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(file.reportedOn)
  const [paper, setPaper] = useState<unknown>(null)
  const add = useCommand(
    (given: OffenceAdd) => doors.prosecution.addOffence(file, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const [charged, day] = [chargeOf(charge), textOr(on)]
  if (laws.data === undefined) return null
  return (
    <Dialog title={say('court.add-offence')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <ChargeFields
          file={file}
          laws={laws.data}
          draft={charge}
          onChange={(part) => setCharge({ ...charge, ...part })}
        />
        <OneOf
          {...asked}
          name="stage"
          label={say('court.first-stage')}
          options={firstStages.map((one) => ({ value: one, label: labelOf(criminalStages, one, language) }))}
          answer={stage}
          onAnswer={setStage}
        />
        <DayField {...asked} name="on" label={say('court.step-on')} answer={on} onAnswer={setOn} />
        <TextField {...free} name="paper" label={say('court.paper')} answer={paper} onAnswer={setPaper} />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={charged === null || day === null || !isCode(criminalStages, stage)}
            loading={add.pending}
            onClick={() => {
              if (charged === null || day === null || !isCode(criminalStages, stage)) return
              add.run({ id, accused: accused.id, ...charged, stage, on: day, paper: textOr(paper) })
            }}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
