import { Button } from '@mantine/core'
import type { CriminalOpen } from '@setu/records/api'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { emptyFacts, FactsFields, factsOf } from './facts-fields.tsx'
import { asked, textOr } from './options.ts'

/** Writes a criminal case down for one's own unit. */
export function OpenCriminalCase({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { today } = useDates()
  const { units } = useSignedIn()
  const { prosecution } = useDoors()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const [unit, setUnit] = useState<string | null>(units[0]?.id ?? null)
  const [reportedOn, setReportedOn] = useState<unknown>(today)
  const [draft, setDraft] = useState(emptyFacts)
  const open = useCommand(
    (given: CriminalOpen) => prosecution.open(given),
    ({ org }) => void navigate({ to: '/criminal-cases/$org/$id', params: { org, id } }),
  )
  const facts = factsOf(draft)
  const day = textOr(reportedOn)
  return (
    <Dialog title={say('court.open')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('court.open-what')}</p>
        {units.length > 1 && (
          <OneOf
            {...asked}
            name="unit"
            label={say('court.unit')}
            options={units.map((one) => ({ value: one.id, label: name(one.name) }))}
            answer={unit}
            onAnswer={setUnit}
          />
        )}
        <DayField
          {...asked}
          name="reportedOn"
          label={say('court.reported-on')}
          answer={reportedOn}
          onAnswer={setReportedOn}
        />
        <FactsFields draft={draft} later={false} onChange={(part) => setDraft({ ...draft, ...part })} />
        <RefusalNote error={open.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={facts === null || day === null || unit === null}
            loading={open.pending}
            onClick={() => {
              if (facts === null || day === null || unit === null) return
              open.run({ ...facts, id, unit, jurisdiction: 'BD', reportedOn: day })
            }}
          >
            {say('court.open-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
