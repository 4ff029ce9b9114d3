import { Button } from '@mantine/core'
import type { RetentionList, RetentionSet } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { NumberField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'

type Rules = RetentionList['rules']

const asked = [
  'years',
  'childUntilAge',
  'ageWhenUnknown',
  'shownBefore',
  'logAfterErasure',
  'logYears',
  'consentYears',
] as const satisfies readonly (keyof Rules)[]

const words: Readonly<Record<keyof Rules, WordId>> = {
  years: 'retention.years',
  childUntilAge: 'retention.child-until',
  ageWhenUnknown: 'retention.age-unknown',
  shownBefore: 'retention.shown-before',
  logAfterErasure: 'retention.log-after',
  logYears: 'retention.log-years',
  consentYears: 'retention.consent-years',
}

/** The number that was typed; less than nothing where none was. */
const wholeOf = (typed: unknown): number =>
  typeof typed === 'number' && Number.isInteger(typed) ? typed : -1

/** What an administrator lays down, from today on. */
export function RetentionRules({ rules }: { readonly rules: Rules }): ReactNode {
  const say = useWords()
  const { retention } = useDoors()
  const [draft, setDraft] = useState<Readonly<Record<keyof Rules, unknown>>>(rules)
  const set = useCommand(
    (given: RetentionSet) => retention.layDown(given),
    () => toast(say('retention.kept')),
  )
  const given: Rules = {
    years: wholeOf(draft.years),
    childUntilAge: wholeOf(draft.childUntilAge),
    ageWhenUnknown: wholeOf(draft.ageWhenUnknown),
    shownBefore: wholeOf(draft.shownBefore),
    logAfterErasure: wholeOf(draft.logAfterErasure),
    logYears: wholeOf(draft.logYears),
    consentYears: wholeOf(draft.consentYears),
  }
  const whole = Object.values(given).every((number) => number >= 0)
  return (
    <Card title={say('retention.rules')}>
      <form
        className={dialogs['parts']}
        onSubmit={(event) => {
          event.preventDefault()
          if (whole) set.run(given)
        }}
      >
        <p>{say('retention.rules-what')}</p>
        {asked.map((name) => (
          <NumberField
            key={name}
            name={name}
            label={say(words[name])}
            required
            fault={null}
            decimals={false}
            answer={draft[name]}
            onAnswer={(answer) => setDraft({ ...draft, [name]: answer })}
          />
        ))}
        <RefusalNote error={set.refused} />
        <Button type="submit" disabled={!whole} loading={set.pending}>
          {say('retention.keep')}
        </Button>
      </form>
    </Card>
  )
}
