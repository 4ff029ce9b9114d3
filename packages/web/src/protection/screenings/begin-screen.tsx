import { Button } from '@mantine/core'
import type { ScreeningBegin } from '@setu/records/api'
import { ageBands, isCode, offered, readySteps, screeningInstruments, treatedAsChild } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import { TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface Draft {
  readonly unit: string | null
  readonly age: string | null
  readonly sure: string | null
  readonly instrument: string | null
  readonly who: unknown
  readonly ready: readonly string[]
}

const asked = { required: true, fault: null } as const

function begunOf(
  id: string,
  draft: Draft,
  tip: ScreeningBegin['tip'],
): Omit<ScreeningBegin, 'command'> | null {
  const { unit, age, sure, instrument } = draft
  const ready = readySteps.entries.map(({ code }) => code).filter((step) => draft.ready.includes(step))
  if (unit === null || instrument === null || sure === null || !isCode(ageBands, age)) return null
  if (ready.length < readySteps.entries.length) return null
  const who = typeof draft.who === 'string' && draft.who.trim() !== '' ? draft.who.trim() : null
  return { id, unit, instrument, ageBand: age, ageSure: sure === 'yes', ready, who, tip }
}

/** Before the first question: is everything ready to ask somebody without harming them? */
export function BeginScreen(): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { units, org: own } = useSignedIn()
  const { screenings, tips } = useDoors()
  const go = useNavigate()
  const { org, tip } = useSearch({ from: '/inside/screenings/new' })
  const { data: from } = useQuery({
    queryKey: ['tip', org, tip],
    queryFn: () => tips.read({ org: org ?? '', id: tip ?? '' }),
    enabled: org !== undefined && tip !== undefined,
  })
  const [id] = useState(newId)
  const [draft, setDraft] = useState<Draft>({
    unit: units[0]?.id ?? null,
    age: null,
    sure: null,
    instrument: null,
    who: null,
    ready: [],
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const begin = useCommand(
    (given: ScreeningBegin) => screenings.begin(given),
    () => void go({ to: '/screenings/$org/$id', params: { org: own.id, id } }),
  )
  const child = isCode(ageBands, draft.age) && treatedAsChild(draft.age, draft.sure === 'yes')
  const fitting = screeningInstruments.filter((one) => one.counted === 'checklist' || one.forChild === child)
  const begun = begunOf(
    id,
    draft,
    from === undefined ? null : { org: from.org, id: from.id, base: from.version },
  )
  const waits = tip !== undefined && from === undefined
  return (
    <Page title={say('screening.begin')} above={[{ label: say('bar.tips'), to: '/tips' }]} narrow>
      <Card title={say('screening.before')}>
        <div className={dialogs['parts']}>
          <p>{say('screening.before-what')}</p>
          <OneOf
            {...asked}
            name="age"
            label={say('screening.age')}
            options={offered(ageBands).map((entry) => ({ value: entry.code, label: entry[language] }))}
            answer={draft.age}
            onAnswer={(age) => change({ age, instrument: null })}
          />
          <OneOf
            {...asked}
            name="sure"
            label={say('screening.sure')}
            options={[
              { value: 'yes', label: say('tip.yes') },
              { value: 'no', label: say('screening.not-sure') },
            ]}
            answer={draft.sure}
            onAnswer={(sure) => change({ sure, instrument: null })}
          />
          {child && draft.sure !== null && <p className={lists['strong']}>{say('screening.child-rule')}</p>}
          {draft.sure !== null && draft.age !== null && (
            <OneOf
              {...asked}
              name="instrument"
              label={say('screening.instrument')}
              options={fitting.map((one) => ({ value: one.id, label: one.label[language] }))}
              answer={draft.instrument}
              onAnswer={(instrument) => change({ instrument })}
            />
          )}
          <TextField
            required={false}
            fault={null}
            name="who"
            label={say('screening.who')}
            answer={draft.who}
            onAnswer={(who) => change({ who })}
          />
          {units.length > 1 && (
            <OneOf
              {...asked}
              name="unit"
              label={say('screening.unit')}
              options={units.map((unit) => ({ value: unit.id, label: name(unit.name) }))}
              answer={draft.unit}
              onAnswer={(unit) => change({ unit })}
            />
          )}
          <SomeOf
            {...asked}
            name="ready"
            label={say('screening.ready')}
            options={readySteps.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
            answer={draft.ready}
            onAnswer={(ready) => change({ ready })}
          />
          <RefusalNote error={begin.refused} />
          <Button
            disabled={begun === null || waits}
            loading={begin.pending}
            onClick={() => begun && begin.run(begun)}
          >
            {say('screening.begin-now')}
          </Button>
        </div>
      </Card>
    </Page>
  )
}
