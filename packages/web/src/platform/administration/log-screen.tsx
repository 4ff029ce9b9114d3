import type { LogView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { useSignedIn } from '../use-session.ts'
import { logAddress } from './door.ts'
import styles from './log.module.css'

type Trouble = NonNullable<LogView['witnesses'][number]['trouble']>

const troubles: Readonly<Record<Trouble, WordId>> = {
  unreachable: 'log.unreachable',
  refused: 'log.refused',
  ahead: 'log.ahead',
  unsigned: 'log.unsigned',
  damaged: 'log.damaged',
}

/** How the log of this node stands, for those who answer for it; what is in it stays with the cases. */
export function LogScreen(): ReactNode {
  const say = useWords()
  const { administration } = useDoors()
  const guards = useSignedIn().roles.includes('dataProtectionOfficer')
  const { data } = useQuery({ queryKey: ['log'], queryFn: administration.log, refetchInterval: 60_000 })
  if (data === undefined) return <Pending />
  return (
    <Page
      title={say('bar.log')}
      acts={
        <>
          <LinkButton to="/access-reviews" quiet>
            {say('palette.reviews')}
          </LinkButton>
          {guards && (
            <LinkButton to="/criminal-readings" quiet>
              {say('palette.criminal-readings')}
            </LinkButton>
          )}
        </>
      }
    >
      <div className={lists['stack']}>
        <Card title={say('log.standing')}>
          <p>{say('log.what')}</p>
          <Standing log={data} />
        </Card>
        <Card title={say('log.witnesses')}>
          <Witnesses log={data} />
        </Card>
        {guards && (
          <Card title={say('log.take')}>
            <p>{say('log.take-what')}</p>
            <div className={lists['acts']}>
              <FileLink to={logAddress}>{say('log.take-file')}</FileLink>
            </div>
          </Card>
        )}
      </div>
    </Page>
  )
}

function Standing({ log: { size, sealedAt, checkpoint, key } }: { readonly log: LogView }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  return (
    <dl className={styles['facts']}>
      <dt>{say('log.entries')}</dt>
      <dd>{number(size)}</dd>
      <dt>{say('log.sealed')}</dt>
      <dd>{sealedAt === null ? say('log.never') : <MomentText moment={sealedAt} />}</dd>
      <dt>{say('log.signed')}</dt>
      <dd>
        {checkpoint === null ? (
          say('log.never')
        ) : (
          <>
            {say('log.up-to', { entries: number(checkpoint.size) })} · <MomentText moment={checkpoint.at} />
          </>
        )}
      </dd>
      {key !== null && (
        <>
          <dt>{say('log.key')}</dt>
          <dd className={styles['key']}>{key}</dd>
        </>
      )}
    </dl>
  )
}

function Witnesses({ log: { witnesses } }: { readonly log: LogView }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  if (witnesses.length < 2) {
    return (
      <>
        <p className={styles['warning']}>
          {say(witnesses.length === 0 ? 'log.no-witness' : 'log.one-witness')}
        </p>
        {witnesses.length === 1 && <WitnessRows witnesses={witnesses} number={number} />}
      </>
    )
  }
  return <WitnessRows witnesses={witnesses} number={number} />
}

interface RowsProps {
  readonly witnesses: LogView['witnesses']
  readonly number: (number: number) => string
}

function WitnessRows({ witnesses, number }: RowsProps): ReactNode {
  const say = useWords()
  return (
    <ul className={lists['rows']}>
      {witnesses.map(({ name, size, seenAt, trouble }) => (
        <li key={name} className={lists['row']}>
          <div className={lists['line']}>
            <span className={lists['strong']}>{name}</span>
            <span>{say('log.up-to', { entries: number(size) })}</span>
            {seenAt !== null && (
              <span className={lists['quiet']}>
                <MomentText moment={seenAt} />
              </span>
            )}
          </div>
          {trouble !== null && <p className={styles['warning']}>{say(troubles[trouble])}</p>}
        </li>
      ))}
    </ul>
  )
}
