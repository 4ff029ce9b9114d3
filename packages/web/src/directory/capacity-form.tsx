import { Button } from '@mantine/core'
import type { ServiceView } from '@setu/records/api'
import { type FormEvent, type ReactNode, useState } from 'react'
import { NumberField } from '../forms/text-fields.tsx'
import { useDoors } from '../platform/doors.ts'
import { useCommand } from '../platform/use-command.ts'
import lists from '../shell/lists.module.css'
import { RefusalNote } from '../shell/refusal-note.tsx'
import { toast } from '../shell/toasts.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './directory-screen.module.css'
import type { Capacity } from './door.ts'

function count(answer: unknown): number | null {
  return typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 ? answer : null
}

/** How many places a service has, and how many are free now: what every referral looks at first. */
export function CapacityForm({
  offer,
  onClose,
}: {
  readonly offer: ServiceView
  readonly onClose: () => void
}): ReactNode {
  const say = useWords()
  const { directory } = useDoors()
  const [free, setFree] = useState<unknown>(offer.free)
  const [places, setPlaces] = useState<unknown>(offer.places)
  const keep = useCommand(
    (capacity: Capacity) => directory.setCapacity(offer, capacity),
    () => {
      toast(say('service.capacity-kept'))
      onClose()
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    keep.run({ base: offer.version, free: count(free), places: count(places) })
  }
  return (
    <form className={styles['capacity']} onSubmit={onSubmit}>
      <NumberField
        name="free"
        label={say('service.free-now')}
        required={false}
        fault={null}
        decimals={false}
        answer={free}
        onAnswer={setFree}
      />
      <NumberField
        name="places"
        label={say('service.places')}
        required={false}
        fault={null}
        decimals={false}
        answer={places}
        onAnswer={setPlaces}
      />
      <RefusalNote error={keep.refused} />
      <div className={lists['acts']}>
        <Button type="submit" loading={keep.pending}>
          {say('dialog.keep')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}
