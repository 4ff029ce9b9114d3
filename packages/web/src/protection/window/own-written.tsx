import { Button } from '@mantine/core'
import type { OwnPart } from '@setu/records/api'
import { parsePartialDate } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import type { ShownPart } from './door.ts'
import styles from './own.module.css'
import { OwnContest } from './own-contest.tsx'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { partWord } from './part-words.ts'
import { useDeedOfHers } from './use-own.ts'

const shownParts: readonly ShownPart[] = ['identity', 'contact', 'narrative']

const fields: Readonly<Record<string, WordId>> = {
  name: 'own.field-name',
  firstName: 'own.field-name',
  middleName: 'own.field-name',
  secondName: 'own.field-name',
  nameInOtherScript: 'own.field-nameInOtherScript',
  alsoKnownAs: 'own.field-alsoKnownAs',
  father: 'own.field-father',
  mother: 'own.field-mother',
  spouse: 'own.field-spouse',
  birth: 'own.field-birth',
  identityNumber: 'own.field-identityNumber',
  safeWay: 'own.field-safeWay',
  mobile: 'own.field-mobile',
  homePhone: 'own.field-homePhone',
  email: 'own.field-email',
  street: 'own.field-street',
  city: 'own.field-city',
  ownWords: 'own.field-ownWords',
}

/** What is written about her, each part behind a tap of its own, and the button that says: this is wrong. */
export function OwnWritten({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  return (
    <OwnRoom title={say('own.to-written')} what={say('own.written-what')} onBack={onBack}>
      <ul className={styles['list']}>
        {shownParts.map((part) => (
          <PartRow key={part} part={part} onEnded={onEnded} />
        ))}
      </ul>
    </OwnRoom>
  )
}

interface PartRowProps {
  readonly part: ShownPart
  readonly onEnded: () => void
}

function PartRow({ part, onEnded }: PartRowProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const [shown, setShown] = useState<OwnPart | null>(null)
  const opening = useDeedOfHers(onEnded)
  const show = () => void opening.run(async () => setShown(await own.part(part)))
  const title = partWord(say, part)
  return (
    <li className={styles['item']}>
      <h3 className={styles['strong']}>{title}</h3>
      <OwnTrouble trouble={opening.trouble} />
      {shown !== null && <Values shown={shown} />}
      <div className={styles['acts']}>
        <Button
          variant="default"
          loading={opening.busy}
          aria-label={`${say(shown === null ? 'own.show' : 'own.hide')}: ${title}`}
          onClick={() => (shown === null ? show() : setShown(null))}
        >
          {say(shown === null ? 'own.show' : 'own.hide')}
        </Button>
        {shown !== null && <OwnContest part={part} onEnded={onEnded} />}
      </div>
    </li>
  )
}

function Values({ shown }: { readonly shown: OwnPart }): ReactNode {
  const say = useWords()
  const { partial } = useDates()
  const textOf = (field: string, value: unknown): string => {
    const text = Array.isArray(value) ? value.join(', ') : String(value)
    const date = field === 'birth' ? parsePartialDate(text) : null
    return date === null ? text : partial(date)
  }
  return (
    <>
      {shown.items.length === 0 && !shown.unopened && <p>{say('own.written-none')}</p>}
      {shown.unopened && <p>{say('own.written-shut')}</p>}
      <dl className={styles['values']}>
        {shown.items.map(({ field, value }) => {
          const word = fields[field]
          return (
            <div key={field}>
              <dt>{word === undefined ? field : say(word)}</dt>
              <dd>{textOf(field, value)}</dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
