import { Button } from '@mantine/core'
import type { OwnAgreements } from '@setu/records/api'
import { consentPurposes } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnRoom, type RoomProps } from './own-room.tsx'
import { OwnTrouble } from './own-trouble.tsx'
import { partWord } from './part-words.ts'
import { useDeedOfHers, useOwn } from './use-own.ts'

type Agreement = OwnAgreements['items'][number]

const states: Readonly<Record<string, WordId>> = {
  given: 'own.state-given',
  refused: 'own.state-refused',
  withdrawn: 'own.state-withdrawn',
  expired: 'own.state-expired',
  noneRecorded: 'own.state-noneRecorded',
}

/** What she agreed to, what holds first; each can be taken back. */
export function OwnAgreed({ onBack, onEnded }: RoomProps): ReactNode {
  const say = useWords()
  const { own } = useDoors()
  const { value, trouble, again } = useOwn(own.agreed, onEnded)
  const [taken, setTaken] = useState(false)
  const items = value?.items.toSorted((one, other) => rank(one) - rank(other)) ?? []
  return (
    <OwnRoom title={say('own.to-agreed')} what={say('own.agreed-what')} onBack={onBack}>
      <div role="status">
        {value === null && trouble === null && <p>{say('own.loading')}</p>}
        {taken && <p className={styles['told']}>{say('own.taken-back')}</p>}
      </div>
      <OwnTrouble trouble={trouble} onAgain={again} />
      {value !== null && items.length === 0 && <p>{say('own.agreed-none')}</p>}
      <ul className={styles['list']}>
        {items.map((agreement) => (
          <AgreementRow
            key={agreement.id}
            agreement={agreement}
            onEnded={onEnded}
            onTaken={() => {
              setTaken(true)
              again()
            }}
          />
        ))}
      </ul>
    </OwnRoom>
  )
}

const rank = ({ state }: Agreement): number => (state === 'given' ? 0 : 1)

interface RowProps {
  readonly agreement: Agreement
  readonly onEnded: () => void
  readonly onTaken: () => void
}

function AgreementRow({ agreement, onEnded, onTaken }: RowProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { own } = useDoors()
  const [sure, setSure] = useState(false)
  const deed = useDeedOfHers(onEnded)
  const { id, version, purpose, office, inWords, parts, state, validUntil } = agreement
  const stateWord = states[state]
  const take = async () => {
    if (await deed.run(() => own.withdraw(id, version))) onTaken()
  }
  return (
    <li className={styles['item']}>
      <p className={styles['strong']}>{code(consentPurposes, purpose)}</p>
      {office !== null && <p>{name(office)}</p>}
      {inWords && <p>{say('own.agreed-words')}</p>}
      {parts.length > 0 && (
        <p>{say('own.agreed-parts', { parts: parts.map((part) => partWord(say, part)).join('; ') })}</p>
      )}
      <p className={styles['quiet']}>
        {stateWord === undefined ? state : say(stateWord)}
        {state === 'given' && (
          <>
            {' · '}
            <Until day={validUntil} />
          </>
        )}
      </p>
      <OwnTrouble trouble={deed.trouble} />
      {state === 'given' && !sure && (
        <Button variant="default" onClick={() => setSure(true)}>
          {say('own.take-back')}
        </Button>
      )}
      {state === 'given' && sure && (
        <div className={styles['sure']}>
          <p className={styles['strong']}>{say('own.take-back-sure')}</p>
          <p>{say('own.take-back-what')}</p>
          <Button loading={deed.busy} onClick={() => void take()}>
            {say('own.take-back-now')}
          </Button>
          <Button variant="default" onClick={() => setSure(false)}>
            {say('own.not-now')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Until({ day }: { readonly day: string }): ReactNode {
  const say = useWords()
  const [before = '', after = ''] = say('own.agreed-until', { day: '|' }).split('|')
  return (
    <>
      {before}
      <DayText day={day} written />
      {after}
    </>
  )
}
