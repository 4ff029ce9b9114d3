import { Button } from '@mantine/core'
import type { TipList, TipWrite, TipWritten } from '@setu/records/api'
import { isCode, offered, tipChannels, tipSubjects, urgencies } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { LongTextField, TextField } from '../../forms/text-fields.tsx'
import { useDistricts } from '../../forms/use-lists.ts'
import type { Named } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface WriteTipProps {
  readonly desks: TipList['desks']
  readonly onCancel: () => void
  readonly onWritten: (answer: TipWritten) => void
}

interface Draft {
  readonly channel: string | null
  readonly unit: string | null
  readonly subjects: readonly string[]
  readonly urgency: string | null
  readonly district: string | null
  readonly words: unknown
  readonly mentioned: unknown
  readonly way: unknown
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

function tipOf(id: string, draft: Draft): TipWrite | null {
  const { channel, unit, urgency, district } = draft
  const words = text(draft.words)
  const subjects = draft.subjects.filter((one) => isCode(tipSubjects, one))
  if (!isCode(tipChannels, channel) || channel === 'publicPage' || unit === null) return null
  if (!isCode(urgencies, urgency) || subjects.length === 0 || words.length < 3) return null
  const mentioned = text(draft.mentioned)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return { id, unit, channel, subjects, urgency, district, words, mentioned, way: text(draft.way) || null }
}

/** Writes down what somebody tells. Nobody asks who they are. */
export function WriteTip({ desks, onCancel, onWritten }: WriteTipProps): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { tips } = useDoors()
  const districts = useDistricts()
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>({
    channel: null,
    unit: desks.length === 1 ? (desks[0]?.unit ?? null) : null,
    subjects: [],
    urgency: null,
    district: null,
    words: null,
    mentioned: null,
    way: null,
  })
  const write = useCommand((tip: TipWrite & Named) => tips.write(tip), onWritten)
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const tip = tipOf(id, draft)
  const asked = { required: true, fault: null } as const
  const free = { required: false, fault: null } as const
  const channels = offered(tipChannels).filter(({ code }) => code !== 'publicPage')
  return (
    <form
      className={dialogs['parts']}
      onSubmit={(event) => {
        event.preventDefault()
        if (tip) write.run(tip)
      }}
    >
      <OneOf
        {...asked}
        name="channel"
        label={say('tip.channel')}
        options={channels.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.channel}
        onAnswer={(channel) => change({ channel })}
      />
      <SomeOf
        {...asked}
        name="subjects"
        label={say('tip.subjects')}
        options={offered(tipSubjects).map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.subjects}
        onAnswer={(subjects) => change({ subjects })}
      />
      <LongTextField
        {...asked}
        name="words"
        label={say('tip.words')}
        answer={draft.words}
        onAnswer={(words) => change({ words })}
      />
      <OneOf
        {...asked}
        name="urgency"
        label={say('tip.urgency')}
        options={urgencies.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={draft.urgency}
        onAnswer={(urgency) => change({ urgency })}
      />
      <OneOf
        {...free}
        name="district"
        label={say('tip.district')}
        options={districts}
        answer={draft.district}
        onAnswer={(district) => change({ district })}
      />
      <LongTextField
        {...free}
        name="mentioned"
        label={say('tip.mentioned')}
        why={say('tip.mentioned-why')}
        answer={draft.mentioned}
        onAnswer={(mentioned) => change({ mentioned })}
      />
      <TextField
        {...free}
        name="way"
        label={say('tip.way')}
        answer={draft.way}
        onAnswer={(way) => change({ way })}
      />
      {desks.length > 1 && (
        <OneOf
          {...asked}
          name="unit"
          label={say('tip.unit')}
          options={desks.map((desk) => ({ value: desk.unit, label: name(desk.name) }))}
          answer={draft.unit}
          onAnswer={(unit) => change({ unit })}
        />
      )}
      <RefusalNote error={write.refused} />
      <DialogActs onCancel={onCancel}>
        <Button type="submit" disabled={tip === null} loading={write.pending}>
          {say('tip.send')}
        </Button>
      </DialogActs>
    </form>
  )
}
