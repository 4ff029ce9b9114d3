import type { OwnReferrals } from '@setu/records/api'
import { serviceTypes } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnContest } from './own-contest.tsx'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { useOwn } from './use-own.ts'

const states: Readonly<Record<string, WordId>> = {
  sent: 'own.asked-waiting',
  acknowledged: 'own.asked-waiting',
  accepted: 'own.asked-yes',
  serviceStarted: 'own.asked-helping',
  declined: 'own.asked-no',
  expired: 'own.asked-silent',
  completed: 'own.asked-over',
  partlyCompleted: 'own.asked-over',
  feedbackClosed: 'own.asked-over',
  notReached: 'own.asked-not-reached',
  withdrawnBySurvivor: 'own.asked-taken-back',
  recalled: 'own.asked-recalled',
}

/** Who was asked to help her, for what, and what came of it so far. */
export function OwnHelpers({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.referrals, onEnded)
  return (
    <OwnRoom title={say('own.to-helpers')} what={say('own.helpers-what')} onBack={onBack}>
      <OwnTrouble trouble={trouble} onAgain={again} />
      {value === null && trouble === null && <p role="status">{say('own.loading')}</p>}
      {value?.items.length === 0 && <p>{say('own.helpers-none')}</p>}
      <ul className={styles['list']}>
        {value?.items.map((item) => (
          <HelperRow key={item.id} item={item} />
        ))}
      </ul>
      {value !== null && value.items.length > 0 && <OwnContest part="status" onEnded={onEnded} />}
    </OwnRoom>
  )
}

function HelperRow({ item }: { readonly item: OwnReferrals['items'][number] }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { office, service, state, sent, answered, ended } = item
  const word = states[state]
  const last = ended ?? answered ?? sent
  return (
    <li className={styles['item']}>
      <p className={styles['strong']}>{name(office)}</p>
      <p>{code(serviceTypes, service)}</p>
      <p>{word === undefined ? state : say(word)}</p>
      {last !== null && (
        <p className={styles['quiet']}>
          <MomentText moment={last} />
        </p>
      )}
    </li>
  )
}
