import { Button } from '@mantine/core'
import type { CriminalView, FactAdd, FactList } from '@setu/records/api'
import { criminalFactKinds, labelOf } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
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
import { asked, free, textOr } from '../criminal-cases/options.ts'

interface AddFactProps {
  readonly file: CriminalView
  readonly kinds: FactList['writes']
  readonly onClose: () => void
}

/** Writes down a day from which a clock counts or on which it ends. */
export function AddFact({ file, kinds, onClose }: AddFactProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today, number } = useDates()
  const { prosecution } = useDoors()
  const [id] = useState(newId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [on, setOn] = useState<unknown>(today)
  const [whose, setWhose] = useState<string | null>(null)
  const [paper, setPaper] = useState<unknown>(null)
  const add = useCommand(
    (given: FactAdd) => prosecution.addFact(file, given),
    () => {
      toast(say('alerts.is-kept'))
      onClose()
    },
  )
  const kind = kinds.find((one) => one === chosen)
  const day = textOr(on)
  const forSomebody = kind === 'compensationPaid'
  return (
    <Dialog title={say('alerts.add-fact')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="kind"
          label={say('alerts.fact-kind')}
          options={kinds.map((one) => ({ value: one, label: labelOf(criminalFactKinds, one, language) }))}
          answer={chosen}
          onAnswer={setChosen}
        />
        {forSomebody && (
          <OneOf
            {...asked}
            name="accused"
            label={say('alerts.fact-whose')}
            options={file.accused.map((one) => ({
              value: one.id,
              label: one.said?.name ?? say('alerts.person', { place: number(one.place) }),
            }))}
            answer={whose}
            onAnswer={setWhose}
          />
        )}
        <DayField {...asked} name="on" label={say('alerts.fact-on')} answer={on} onAnswer={setOn} />
        <TextField
          {...free}
          name="paper"
          label={say('alerts.fact-paper')}
          answer={paper}
          onAnswer={setPaper}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={kind === undefined || day === null || (forSomebody && whose === null)}
            loading={add.pending}
            onClick={() => {
              if (kind !== undefined && day !== null)
                add.run({ id, kind, on: day, accused: forSomebody ? whose : null, paper: textOr(paper) })
            }}
          >
            {say('alerts.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
