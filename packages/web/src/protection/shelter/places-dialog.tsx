import { Button } from '@mantine/core'
import type { HomeView } from '@setu/records/api'
import { type PlaceGroup, placeGroups } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { NumberField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { Places } from './door.ts'

interface PlacesDialogProps {
  readonly home: HomeView
  readonly onClose: () => void
}

type Answers = Readonly<Record<string, unknown>>

const whole = (answer: unknown): number =>
  typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 ? answer : 0

/** How many places a home has for each group that it takes, and how many of them people without a case here have. */
export function PlacesDialog({ home, onClose }: PlacesDialogProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { shelter } = useDoors()
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(
      home.groups.flatMap(({ who, places, others }) => [
        [who, places],
        [`${who}-others`, others],
      ]),
    ),
  )
  const groups: readonly PlaceGroup[] = placeGroups.entries
    .map((entry) => entry.code)
    .filter((who) => home.takes.includes(who) || home.groups.some((one) => one.who === who))
  const keep = useCommand(
    (places: Places) => shelter.setPlaces(home, places),
    () => {
      toast(say('homes.places-kept'))
      onClose()
    },
  )
  const field = (key: string, label: string): ReactNode => (
    <NumberField
      name={key}
      label={label}
      required={false}
      fault={null}
      decimals={false}
      answer={answers[key]}
      onAnswer={(answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
    />
  )
  return (
    <Dialog title={say('homes.count')} onClose={onClose}>
      <div className={dialogs['parts']}>
        {groups.map((who) => (
          <div key={who} className={dialogs['parts']}>
            {field(who, say('homes.places-of', { who: code(placeGroups, who) }))}
            {field(`${who}-others`, say('homes.others-of', { who: code(placeGroups, who) }))}
          </div>
        ))}
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            loading={keep.pending}
            onClick={() =>
              keep.run({
                base: home.version,
                groups: groups.map((who) => ({
                  who,
                  places: whole(answers[who]),
                  others: whole(answers[`${who}-others`]),
                })),
              })
            }
          >
            {say('dialog.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
