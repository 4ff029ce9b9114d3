import { Button } from '@mantine/core'
import type { BreachOpen } from '@setu/records/api'
import { breachData, breachKinds, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { DayField, LongTextField, MomentField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { codesIn } from './codes-in.ts'

interface Draft {
  readonly what: string | null
  readonly noticedAt: unknown
  readonly happenedOn: unknown
  readonly data: readonly string[]
  readonly codes: unknown
  readonly units: readonly string[]
  readonly words: unknown
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** What a draft says; `null` while something is missing. */
function saidBy(id: string, draft: Draft): Omit<BreachOpen, 'command'> | null {
  const data = breachData.entries.map(({ code }) => code).filter((code) => draft.data.includes(code))
  const noticedAt = text(draft.noticedAt)
  if (draft.what === null || !isCode(breachKinds, draft.what) || data.length === 0 || noticedAt === null)
    return null
  return {
    id,
    what: draft.what,
    noticedAt,
    happenedOn: text(draft.happenedOn),
    data,
    codes: codesIn(draft.codes),
    units: [...draft.units],
    words: text(draft.words),
  }
}

/** Says that something went wrong; only what and with which data must be known at once. */
export function SayBreach({ onDone }: { readonly onDone: () => void }): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { breaches } = useDoors()
  const { units } = useSignedIn()
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>(() => ({
    what: null,
    noticedAt: new Date().toISOString(),
    happenedOn: null,
    data: [],
    codes: null,
    units: [],
    words: null,
  }))
  const open = useCommand(
    (said: BreachOpen) => breaches.open(said),
    () => {
      toast(say('breach.said'))
      onDone()
    },
  )
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const said = saidBy(id, draft)
  const asked = { required: false, fault: null } as const
  return (
    <form
      className={dialogs['parts']}
      onSubmit={(event) => {
        event.preventDefault()
        if (said) open.run(said)
      }}
    >
      <OneOf
        {...asked}
        name="what"
        label={say('breach.what')}
        required
        options={breachKinds.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.what}
        onAnswer={(what) => change({ what })}
      />
      <SomeOf
        {...asked}
        name="data"
        label={say('breach.data')}
        required
        options={breachData.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.data}
        onAnswer={(data) => change({ data })}
      />
      <MomentField
        {...asked}
        name="noticedAt"
        label={say('breach.noticed-at')}
        required
        answer={draft.noticedAt}
        onAnswer={(noticedAt) => change({ noticedAt })}
      />
      <DayField
        {...asked}
        name="happenedOn"
        label={say('breach.happened-on')}
        answer={draft.happenedOn}
        onAnswer={(happenedOn) => change({ happenedOn })}
      />
      <TextField
        {...asked}
        name="codes"
        label={say('breach.codes')}
        answer={draft.codes}
        onAnswer={(codes) => change({ codes })}
      />
      {units.length > 0 && (
        <SomeOf
          {...asked}
          name="units"
          label={say('breach.units')}
          options={units.map((unit) => ({ value: unit.id, label: name(unit.name) }))}
          answer={draft.units}
          onAnswer={(chosen) => change({ units: chosen })}
        />
      )}
      <LongTextField
        {...asked}
        name="words"
        label={say('breach.words')}
        answer={draft.words}
        onAnswer={(words) => change({ words })}
      />
      <RefusalNote error={open.refused} />
      <DialogActs onCancel={onDone}>
        <Button type="submit" disabled={said === null} loading={open.pending}>
          {say('breach.send')}
        </Button>
      </DialogActs>
    </form>
  )
}
