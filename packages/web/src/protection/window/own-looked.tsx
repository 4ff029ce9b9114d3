import { Button } from '@mantine/core'
import type { OwnLooks } from '@setu/records/api'
import { emergencyReasons, isCode, outsideReasons, readingReasons } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { dayOf } from '../../dates/spoken-day.ts'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { groupedLooks, type Look } from './looks.ts'
import styles from './own.module.css'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { partWord } from './part-words.ts'
import { useDeedOfHers, useOwn } from './use-own.ts'

const deeds: Readonly<Record<string, WordId>> = {
  read: 'own.did-read',
  wrote: 'own.did-wrote',
  shared: 'own.did-shared',
  withdrew: 'own.did-withdrew',
  unopened: 'own.did-unopened',
}

/** Who has looked: offices, at what, why and when; her own visits stand among them. */
export function OwnLooked({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.looked, onEnded)
  const [older, setOlder] = useState<readonly OwnLooks[]>([])
  const more = useDeedOfHers(onEnded)
  const last = older.at(-1) ?? value
  const looks = [...(value === null ? [] : [value]), ...older].flatMap(({ items }) => items)
  return (
    <OwnRoom title={say('own.to-looked')} what={say('own.looked-what')} onBack={onBack}>
      <OwnTrouble trouble={trouble ?? more.trouble} onAgain={again} />
      {value === null && trouble === null && <p role="status">{say('own.loading')}</p>}
      {value !== null && looks.length === 0 && <p>{say('own.looked-none')}</p>}
      <ul className={styles['list']}>
        {groupedLooks(looks, (moment) => dayOf(new Date(moment))).map(({ look, times }) => (
          <LookRow key={JSON.stringify(look)} look={look} times={times} />
        ))}
      </ul>
      {last?.next && (
        <Button
          variant="default"
          loading={more.busy}
          onClick={() =>
            void more.run(async () => {
              const page = await own.looked(last.next ?? undefined)
              setOlder((before) => [...before, page])
            })
          }
        >
          {say('own.looked-more')}
        </Button>
      )}
    </OwnRoom>
  )
}

function LookRow({ look, times }: { readonly look: Look; readonly times: number }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { office, relation, did, part, reason, at } = look
  const who = relation === 'self' ? say('own.you') : office === null ? say('own.itself') : name(office)
  const deed = deeds[did]
  const list = [readingReasons, emergencyReasons, outsideReasons].find(
    (one) => reason !== null && isCode<string>(one, reason),
  )
  return (
    <li className={styles['item']}>
      <p className={styles['strong']}>{who}</p>
      <p>
        {deed === undefined ? did : say(deed)}: {partWord(say, part)}
      </p>
      {reason !== null && list !== undefined && <p>{say('own.why', { reason: code(list, reason) })}</p>}
      <p className={styles['quiet']}>
        <MomentText moment={at} />
        {times > 1 && <> · {say('own.times', { count: times })}</>}
      </p>
    </li>
  )
}
