import type { OwnNext as Next } from '@setu/records/api'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnAppointments } from './own-appointments.tsx'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTexts } from './own-texts.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { useOwn } from './use-own.ts'

const kinds: Readonly<Record<Next['items'][number]['kind'], WordId>> = {
  followUp: 'own.next-followUp',
  planReview: 'own.next-planReview',
  stayReview: 'own.next-stayReview',
}

/** What comes next, in words that say nothing to whoever reads along. */
export function OwnNext({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.next, onEnded)
  return (
    <OwnRoom title={say('own.to-next')} what={say('own.next-what')} onBack={onBack}>
      <h3 className={styles['strong']}>{say('own.next-meet')}</h3>
      <OwnAppointments onEnded={onEnded} />
      <OwnTexts onEnded={onEnded} />
      <OwnTrouble trouble={trouble} onAgain={again} />
      {value !== null && value.items.length > 0 && (
        <h3 className={styles['strong']}>{say('own.next-also')}</h3>
      )}
      <ul className={styles['list']}>
        {value?.items.map(({ kind, id, day, freeToLeave }) => (
          <li key={id} className={styles['item']}>
            <p className={styles['strong']}>
              <DayText day={day} written />
            </p>
            <p>{say(kinds[kind])}</p>
            {freeToLeave === true && <p>{say('own.next-free')}</p>}
          </li>
        ))}
      </ul>
    </OwnRoom>
  )
}
