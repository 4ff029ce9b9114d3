import { Button } from '@mantine/core'
import type { CriminalView, HearingKeep, HearingView } from '@setu/records/api'
import {
  adjournmentAskers,
  adjournmentReasons,
  hearingPurposes,
  isCode,
  witnessDays,
  witnessKinds,
} from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, LongTextField, NumberField } from '../../forms/text-fields.tsx'
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
import { asked, free, numberOr, textOr } from './options.ts'

interface KeepHearingProps {
  readonly file: CriminalView
  /** What was written of the day before; null for a new one. */
  readonly before: HearingView | null
  readonly onClose: () => void
}

interface DraftWitness {
  /** Tells it from the others until it has a number. */
  readonly key: string
  readonly place: unknown
  readonly kind: string | null
  readonly day: string | null
}

interface Draft {
  readonly court: string | null
  readonly on: unknown
  readonly purpose: string | null
  readonly standing: string | null
  readonly why: string | null
  readonly asker: string | null
  readonly orders: unknown
  readonly witnesses: readonly DraftWitness[]
  readonly nextOn: unknown
}

type Sent = Omit<HearingKeep, 'command' | 'base' | 'id'>

function witnessesOf(draft: Draft): HearingKeep['witnesses'] | null {
  const found = draft.witnesses.flatMap(({ place, kind, day }) => {
    const number = numberOr(place)
    return number !== null && isCode(witnessKinds, kind) && isCode(witnessDays, day)
      ? [{ place: number, kind, day }]
      : []
  })
  return found.length === draft.witnesses.length ? found : null
}

/** What is sent; null while something that has to be said is missing. What is not on the screen is left as it is. */
function hearingOf(draft: Draft, nextId: string, sealed: boolean): Sent | null {
  const { court, purpose, standing, why, asker } = draft
  const [on, nextOn] = [textOr(draft.on), textOr(draft.nextOn)]
  if (court === null || on === null || !isCode(hearingPurposes, purpose)) return null
  const set = { court, on, purpose }
  const day = { ...set, ...(sealed ? {} : { orders: textOr(draft.orders) }) }
  const next = nextOn === null ? null : { id: nextId, on: nextOn, purpose }
  if (standing === 'set') return { ...set, standing, why: null, asker: null, next: null }
  const witnesses = witnessesOf(draft)
  if (witnesses === null) return null
  if (standing === 'held') return { ...day, standing, why: null, asker: null, witnesses, next }
  if (standing !== 'adjourned' || !isCode(adjournmentReasons, why) || !isCode(adjournmentAskers, asker))
    return null
  return { ...day, standing, why, asker, witnesses, next }
}

/** Writes a day in court down, with the next one where it was set. */
export function KeepHearing({ file, before, onClose }: KeepHearingProps): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { today } = useDates()
  const { prosecution } = useDoors()
  const { data } = useQuery({ queryKey: ['courts'], queryFn: prosecution.courts })
  const [id] = useState(() => before?.id ?? newId())
  const [nextId] = useState(newId)
  const [draft, setDraft] = useState<Draft>({
    court: before?.court.id ?? file.court,
    on: before?.on ?? today,
    purpose: before?.purpose ?? null,
    standing: before === null || before.standing === 'set' ? null : before.standing,
    why: before?.why ?? null,
    asker: before?.asker ?? null,
    orders: before?.orders ?? null,
    witnesses: (before?.witnesses ?? []).map((one) => ({ ...one, key: newId() })),
    nextOn: null,
  })
  const keep = useCommand(
    (given: HearingKeep) => prosecution.keepHearing(file, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const field = <Key extends keyof Draft>(key: Key) => ({
    name: key,
    answer: draft[key],
    onAnswer: (answer: unknown) => setDraft({ ...draft, [key]: answer }),
  })
  const sealed = before?.sealed === true
  const ready = hearingOf(draft, nextId, sealed)
  const happened = draft.standing === 'held' || draft.standing === 'adjourned'
  return (
    <Dialog title={say('court.hearing')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          {...field('court')}
          label={say('court.court')}
          options={(data?.items ?? []).map((court) => ({ value: court.id, label: name(court.name) }))}
        />
        <DayField {...asked} {...field('on')} label={say('court.day')} />
        <OneOf
          {...asked}
          {...field('purpose')}
          label={say('court.purpose')}
          options={optionsOf(hearingPurposes, language)}
        />
        <OneOf
          {...asked}
          {...field('standing')}
          label={say('court.standing')}
          options={[
            { value: 'held', label: say('court.held') },
            { value: 'adjourned', label: say('court.adjourned') },
            { value: 'set', label: say('court.set') },
          ]}
        />
        {draft.standing === 'adjourned' && (
          <>
            <OneOf
              {...asked}
              {...field('why')}
              label={say('court.why')}
              options={optionsOf(adjournmentReasons, language)}
            />
            <OneOf
              {...asked}
              {...field('asker')}
              label={say('court.asked-by')}
              options={optionsOf(adjournmentAskers, language)}
            />
          </>
        )}
        {happened && (
          <>
            <Witnesses
              witnesses={draft.witnesses}
              onChange={(witnesses) => setDraft({ ...draft, witnesses })}
            />
            {sealed ? (
              <p>{say('court.sealed-order')}</p>
            ) : (
              <LongTextField {...free} {...field('orders')} label={say('court.orders')} />
            )}
            <DayField {...free} {...field('nextOn')} label={say('court.next-day')} />
          </>
        )}
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={ready === null}
            loading={keep.pending}
            onClick={() => ready !== null && keep.run({ ...ready, id, base: before?.version ?? 0 })}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

interface WitnessesProps {
  readonly witnesses: readonly DraftWitness[]
  readonly onChange: (witnesses: readonly DraftWitness[]) => void
}

function Witnesses({ witnesses, onChange }: WitnessesProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const set = (at: number, part: Partial<DraftWitness>) =>
    onChange(witnesses.map((one, place) => (place === at ? { ...one, ...part } : one)))
  return (
    <>
      {witnesses.map((one, at) => (
        <fieldset key={one.key}>
          <NumberField
            {...asked}
            name={`witness-${at}`}
            decimals={false}
            label={say('court.witness-number')}
            answer={one.place}
            onAnswer={(place) => set(at, { place })}
          />
          <OneOf
            {...asked}
            name={`witness-kind-${at}`}
            label={say('court.witness-kind')}
            options={optionsOf(witnessKinds, language)}
            answer={one.kind}
            onAnswer={(kind) => set(at, { kind })}
          />
          <OneOf
            {...asked}
            name={`witness-day-${at}`}
            label={say('court.witness-day')}
            options={optionsOf(witnessDays, language)}
            answer={one.day}
            onAnswer={(day) => set(at, { day })}
          />
        </fieldset>
      ))}
      <Button
        variant="default"
        onClick={() =>
          onChange([...witnesses, { key: newId(), place: witnesses.length + 1, kind: null, day: null }])
        }
      >
        {say('court.add-witness')}
      </Button>
    </>
  )
}
