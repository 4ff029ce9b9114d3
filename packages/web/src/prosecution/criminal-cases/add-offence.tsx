import { Button } from '@mantine/core'
import type { AccusedView, CriminalView, OffenceAdd } from '@setu/records/api'
import { criminalStages, firstStages, isCode, labelOf } from '@setu/vocabulary'
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
  const { prosecution } = useDoors()
  const [id] = useState(newId)
  const [law, setLaw] = useState<unknown>(accused.offences[0]?.law ?? null)
  const [section, setSection] = useState<unknown>(null)
  const [stage, setStage] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(file.reportedOn)
  const [paper, setPaper] = useState<unknown>(null)
  const add = useCommand(
    (given: OffenceAdd) => prosecution.addOffence(file, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const [lawCode, sectionText, day] = [textOr(law), textOr(section), textOr(on)]
  const ready = lawCode !== null && sectionText !== null && day !== null && isCode(criminalStages, stage)
  return (
    <Dialog title={say('court.add-offence')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <TextField
          {...asked}
          name="law"
          label={say('court.law')}
          why={say('court.law-why')}
          answer={law}
          onAnswer={setLaw}
        />
        <TextField
          {...asked}
          name="section"
          label={say('court.which-section')}
          answer={section}
          onAnswer={setSection}
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
            disabled={!ready}
            loading={add.pending}
            onClick={() => {
              if (lawCode === null || sectionText === null || day === null || !isCode(criminalStages, stage))
                return
              const paperText = textOr(paper)
              add.run({
                id,
                accused: accused.id,
                law: lawCode,
                section: sectionText,
                stage,
                on: day,
                paper: paperText,
              })
            }}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
