import { Button } from '@mantine/core'
import type { BreachHours, BreachHoursSet } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { NumberField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'

const steps = ['assess', 'regulator', 'partner', 'survivor'] as const satisfies readonly (keyof BreachHours)[]

const words: Readonly<Record<keyof BreachHours, WordId>> = {
  assess: 'breach.hours-assess',
  regulator: 'breach.hours-regulator',
  partner: 'breach.hours-partner',
  survivor: 'breach.hours-survivor',
}

interface BreachHoursProps {
  readonly hours: BreachHours
  readonly maySet: boolean
}

/** How long each step may take; what nobody laid down is said to be not known. */
export function BreachHoursCard({ hours, maySet }: BreachHoursProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  return (
    <Card title={say('breach.hours')}>
      <p>{say('breach.hours-what')}</p>
      {maySet ? (
        <HoursForm hours={hours} />
      ) : (
        <ul>
          {steps.map((step) => {
            const hour = hours[step]
            return (
              <li key={step}>
                {say(words[step])}:{' '}
                {hour === null
                  ? say('breach.hours-unknown')
                  : say('breach.hours-of', { hours: number(hour) })}
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

const whole = (value: unknown): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null

function HoursForm({ hours }: { readonly hours: BreachHours }): ReactNode {
  const say = useWords()
  const { breaches } = useDoors()
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>(hours)
  const set = useCommand(
    (given: BreachHoursSet) => breaches.setHours(given),
    () => toast(say('breach.hours-kept')),
  )
  return (
    <form
      className={dialogs['parts']}
      onSubmit={(event) => {
        event.preventDefault()
        set.run({
          assess: whole(draft['assess']),
          regulator: whole(draft['regulator']),
          partner: whole(draft['partner']),
          survivor: whole(draft['survivor']),
        })
      }}
    >
      {steps.map((step) => (
        <NumberField
          key={step}
          name={step}
          label={say(words[step])}
          required={false}
          fault={null}
          decimals={false}
          answer={draft[step]}
          onAnswer={(answer) => setDraft({ ...draft, [step]: answer })}
        />
      ))}
      <RefusalNote error={set.refused} />
      <Button type="submit" loading={set.pending}>
        {say('breach.hours-keep')}
      </Button>
    </form>
  )
}
