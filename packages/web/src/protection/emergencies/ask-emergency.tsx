import { Button } from '@mantine/core'
import type { EmergencyAsk } from '@setu/records/api'
import {
  emergencyHours,
  emergencyParts,
  emergencyReasons,
  isCode,
  kindsOfWork,
  parts,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { LongTextField, TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface Draft {
  readonly unit: string | null
  readonly code: string
  readonly parts: readonly string[]
  readonly reason: string | null
  readonly words: string
  readonly hours: string | null
}

const blank: Draft = { unit: null, code: '', parts: [], reason: null, words: '', hours: '1' }
const leastWords = 10
const askable = ['identity', 'contact', 'protection', 'health'] as const

type Unsent = Omit<EmergencyAsk, 'command'>

/** The request that a draft makes; `null` while something is missing. */
function requestOf(
  draft: Draft,
  units: readonly { readonly org: string; readonly id: string }[],
): Unsent | null {
  const unit = units.find(({ id }) => id === draft.unit)
  const asked = askable.filter((part) => draft.parts.includes(part))
  const { reason, words, code } = draft
  if (unit === undefined || asked.length === 0 || reason === null || !isCode(emergencyReasons, reason))
    return null
  if (words.trim().length < leastWords || code.trim() === '' || draft.hours === null) return null
  return {
    id: newId(),
    to: { org: unit.org, unit: unit.id },
    code: code.trim(),
    parts: asked,
    reason,
    words,
    hours: Number(draft.hours),
  }
}

/** Asks those on call at the unit that holds a case, by the code that the caller was told. */
export function AskEmergency(): ReactNode {
  const say = useWords()
  const { language, name, code } = useLabels()
  const { number } = useDates()
  const { emergencies, directory } = useDoors()
  const own = useSignedIn().org.id
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const [draft, setDraft] = useState(blank)
  const organisations = data?.items ?? []
  const units = organisations
    .filter(({ ownsCases, active }) => ownsCases && active)
    .flatMap((organisation) =>
      organisation.units.map((unit) => ({ ...unit, org: organisation.id, of: organisation.name })),
    )
  const work = organisations.find(({ id }) => id === own)?.work ?? 'none'
  const mayAsk = isCode(kindsOfWork, work) ? emergencyParts(work) : []
  const ask = useCommand(
    (asked: EmergencyAsk) => emergencies.ask(asked),
    () => {
      toast(say('emergency.sent'))
      setDraft(blank)
    },
  )
  if (data !== undefined && mayAsk.length === 0) return <p>{say('emergency.not-yours')}</p>
  const request = requestOf(draft, units)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  return (
    <form
      className={lists['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (request) ask.run(request)
      }}
    >
      <OneOf
        name="unit"
        label={say('emergency.unit')}
        required
        fault={null}
        options={units.map(({ id, name: unit, of }) => ({
          value: id,
          label: name(unit) === name(of) ? name(unit) : `${name(of)}, ${name(unit)}`,
        }))}
        answer={draft.unit}
        onAnswer={(unit) => change({ unit })}
      />
      <TextField
        name="code"
        label={say('emergency.code')}
        required
        fault={null}
        answer={draft.code}
        onAnswer={(typed) => change({ code: typeof typed === 'string' ? typed : '' })}
      />
      <SomeOf
        name="parts"
        label={say('emergency.parts')}
        required
        fault={null}
        options={mayAsk.map((part) => ({ value: part, label: code(parts, part) }))}
        answer={draft.parts}
        onAnswer={(asked) => change({ parts: asked })}
      />
      <OneOf
        name="reason"
        label={say('emergency.reason')}
        required
        fault={null}
        options={emergencyReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.reason}
        onAnswer={(reason) => change({ reason })}
      />
      <LongTextField
        name="words"
        label={say('emergency.words')}
        required
        fault={null}
        answer={draft.words}
        onAnswer={(typed) => change({ words: typeof typed === 'string' ? typed : '' })}
      />
      <OneOf
        name="hours"
        label={say('emergency.hours')}
        required
        fault={null}
        options={Array.from({ length: emergencyHours }, (_, at) => ({
          value: String(at + 1),
          label: say('emergency.for-hours', { hours: number(at + 1) }),
        }))}
        answer={draft.hours}
        onAnswer={(hours) => change({ hours })}
      />
      <RefusalNote error={ask.refused} />
      <Button type="submit" disabled={request === null} loading={ask.pending}>
        {say('emergency.send')}
      </Button>
    </form>
  )
}
