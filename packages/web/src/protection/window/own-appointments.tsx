import { Button } from '@mantine/core'
import type { OwnAppointments as Appointments, OwnAnswer } from '@setu/records/api'
import { appointmentPlaces, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnTrouble } from './own-trouble.tsx'
import { useDeedOfHers, useOwn } from './use-own.ts'

type Appointment = Appointments['items'][number]

const answers = ['yes', 'anotherDay', 'no'] as const
const asks = {
  yes: 'own.meet-yes',
  anotherDay: 'own.meet-another',
  no: 'own.meet-no',
} as const satisfies Record<string, WordId>
const said = {
  yes: 'own.meet-said-yes',
  anotherDay: 'own.meet-said-another',
  no: 'own.meet-said-no',
} as const satisfies Record<string, WordId>
const over: Readonly<Record<string, WordId>> = {
  kept: 'own.meet-kept',
  missed: 'own.meet-missed',
  cancelled: 'own.meet-off',
}

/** When she is met next. She may say yes, another day, or no; nothing depends on it. */
export function OwnAppointments({ onEnded }: { readonly onEnded: () => void }): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.appointments, onEnded)
  return (
    <>
      <OwnTrouble trouble={trouble} onAgain={again} />
      {value === null && trouble === null && <p role="status">{say('own.loading')}</p>}
      {value?.items.length === 0 && <p>{say('own.meet-none')}</p>}
      <ul className={styles['list']}>
        {value?.items.map((one) => (
          <Row key={one.id} appointment={one} onEnded={onEnded} onAnswered={again} />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  readonly appointment: Appointment
  readonly onEnded: () => void
  readonly onAnswered: () => void
}

function Row({ appointment, onEnded, onAnswered }: RowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const { own } = useDoors()
  const deed = useDeedOfHers(onEnded)
  const [change, setChange] = useState(false)
  const { id, state, at, place, answer, words } = appointment
  const open = state === 'proposed' || state === 'agreed'
  const give = async (given: OwnAnswer['answer']) => {
    if (!(await deed.run(() => own.answer({ id, answer: given })))) return
    setChange(false)
    onAnswered()
  }
  const word = over[state]
  return (
    <li className={styles['item']}>
      <p className={styles['strong']}>{dates.moment(new Date(at))}</p>
      {words !== null && <p className={styles['words']}>{words}</p>}
      {isCode(appointmentPlaces, place) && <p>{code(appointmentPlaces, place)}</p>}
      {word !== undefined && <p className={styles['quiet']}>{say(word)}</p>}
      <div role="status">
        {open && answer !== null && <p className={styles['told']}>{say(said[answer])}</p>}
      </div>
      <OwnTrouble trouble={deed.trouble} />
      {open && (answer === null || change) && (
        <div className={styles['acts']}>
          {answers
            .filter((one) => one !== answer)
            .map((one) => (
              <Button key={one} variant="default" loading={deed.busy} onClick={() => void give(one)}>
                {say(asks[one])}
              </Button>
            ))}
        </div>
      )}
      {open && answer !== null && !change && (
        <Button variant="default" onClick={() => setChange(true)}>
          {say('own.meet-change')}
        </Button>
      )}
    </li>
  )
}
