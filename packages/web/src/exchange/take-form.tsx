import { Button } from '@mantine/core'
import type { HtcdsImport, HtcdsPreview } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../forms/choice-fields.tsx'
import { useDoors } from '../platform/doors.ts'
import { useCommand } from '../platform/use-command.ts'
import { useSignedIn } from '../platform/use-session.ts'
import lists from '../shell/lists.module.css'
import { RefusalNote } from '../shell/refusal-note.tsx'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'

interface TakeFormProps {
  readonly preview: HtcdsPreview
  readonly onTaken: (cases: number) => void
}

/** Brings in what was looked through, for one team. */
export function TakeForm({ preview, onTaken }: TakeFormProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { exchange } = useDoors()
  const { units } = useSignedIn()
  const [unit, setUnit] = useState<string | null>(units[0]?.id ?? null)
  const take = useCommand(
    (asked: HtcdsImport) => exchange.take(asked),
    ({ cases }) => onTaken(cases),
  )
  return (
    <>
      {units.length > 1 && (
        <OneOf
          name="unit"
          label={say('exchange.unit')}
          required
          fault={null}
          options={units.map((option) => ({ value: option.id, label: name(option.name) }))}
          answer={unit}
          onAnswer={setUnit}
        />
      )}
      <div className={lists['acts']}>
        <Button
          loading={take.pending}
          disabled={unit === null || preview.id === null}
          onClick={() => unit !== null && preview.id !== null && take.run({ preview: preview.id, unit })}
        >
          {say('exchange.take', { count: preview.cases })}
        </Button>
      </div>
      <RefusalNote error={take.refused} />
    </>
  )
}
