import { Button } from '@mantine/core'
import type { AccusedKeep, AccusedView, CriminalView } from '@setu/records/api'
import { accusedAges, accusedRoles, custodyStates, isCode, sexes } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOfMany } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { DayField, LongTextField, TextField } from '../../forms/text-fields.tsx'
import { useLists } from '../../forms/use-lists.ts'
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

interface KeepAccusedProps {
  readonly file: CriminalView
  /** Who is corrected; null for somebody new. */
  readonly before: AccusedView | null
  readonly onClose: () => void
}

interface Draft {
  readonly name: unknown
  readonly aliases: unknown
  readonly father: unknown
  readonly particulars: unknown
  readonly roles: readonly string[]
  readonly age: string | null
  readonly sex: string | null
  readonly nationality: string | null
  readonly official: string | null
  readonly custody: string | null
  readonly custodyOn: unknown
}

function draftOf(file: CriminalView, before: AccusedView | null): Draft {
  return {
    name: before?.said?.name ?? null,
    aliases: before?.said?.aliases.join('\n') ?? null,
    father: before?.said?.father ?? null,
    particulars: before?.said?.particulars ?? null,
    roles: before?.roles ?? [],
    age: before?.age ?? null,
    sex: before?.sex ?? null,
    nationality: before?.nationality ?? null,
    official: before?.official === true ? 'yes' : 'no',
    custody: before?.custody ?? 'atLarge',
    custodyOn: before?.custodyOn ?? file.reportedOn,
  }
}

/** The words that are sealed; null while the name is missing. */
function saidOf(draft: Draft): Pick<AccusedKeep, 'name' | 'aliases' | 'father' | 'particulars'> | null {
  const name = textOr(draft.name)
  if (name === null) return null
  const aliases = (textOr(draft.aliases) ?? '').split('\n').flatMap((line) => line.trim() || [])
  return { name, aliases, father: textOr(draft.father), particulars: textOr(draft.particulars) }
}

/** What is sent; null while something is missing. Words that this reader cannot open are left as they are. */
function accusedOf(draft: Draft, sealed: boolean): Omit<AccusedKeep, 'command' | 'base' | 'id'> | null {
  const { age, sex, custody, official } = draft
  const said = sealed ? {} : saidOf(draft)
  const custodyOn = textOr(draft.custodyOn)
  if (said === null || custodyOn === null) return null
  if (!isCode(accusedAges, age) || !isCode(sexes, sex) || !isCode(custodyStates, custody)) return null
  return {
    ...said,
    roles: draft.roles.filter((one) => isCode(accusedRoles, one)),
    age,
    sex,
    nationality: draft.nationality,
    official: official === 'yes',
    custody,
    custodyOn,
  }
}

/** Adds somebody who is accused, or corrects what is known of them. */
export function KeepAccused({ file, before, onClose }: KeepAccusedProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { countries } = useLists()
  const { prosecution } = useDoors()
  const [id] = useState(() => before?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOf(file, before))
  const keep = useCommand(
    (given: AccusedKeep) => prosecution.keepAccused(file, given),
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
  const sealed = before !== null && before.said === null
  const ready = accusedOf(draft, sealed)
  return (
    <Dialog title={say(before === null ? 'court.add-accused' : 'court.correct')} onClose={onClose}>
      <div className={dialogs['parts']}>
        {sealed ? (
          <p>{say('court.sealed-names')}</p>
        ) : (
          <>
            <TextField {...asked} {...field('name')} label={say('court.name')} why={say('court.name-why')} />
            <LongTextField {...free} {...field('aliases')} label={say('court.aliases')} />
            <TextField {...free} {...field('father')} label={say('court.father')} />
          </>
        )}
        <SomeOfMany
          {...free}
          {...field('roles')}
          label={say('court.roles')}
          options={optionsOf(accusedRoles, language)}
        />
        <OneOf
          {...asked}
          {...field('age')}
          label={say('court.age')}
          options={optionsOf(accusedAges, language)}
        />
        <OneOf {...asked} {...field('sex')} label={say('court.sex')} options={optionsOf(sexes, language)} />
        <OneOf {...free} {...field('nationality')} label={say('court.nationality')} options={countries} />
        <OneOf
          {...asked}
          {...field('official')}
          label={say('court.official')}
          options={[
            { value: 'yes', label: say('court.yes') },
            { value: 'no', label: say('court.no') },
          ]}
        />
        {!sealed && <LongTextField {...free} {...field('particulars')} label={say('court.particulars')} />}
        {before === null && (
          <>
            <OneOf
              {...asked}
              {...field('custody')}
              label={say('court.custody')}
              options={optionsOf(custodyStates, language)}
            />
            <DayField {...asked} {...field('custodyOn')} label={say('court.since')} />
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
