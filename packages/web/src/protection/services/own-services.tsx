import { Button } from '@mantine/core'
import type { OwnServiceView, ReferralView } from '@setu/records/api'
import { ownServiceOutcomes, ownServiceReasons } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { SessionDialog } from './session-dialog.tsx'

const goingOn: readonly string[] = ['accepted', 'serviceStarted']
const kept: readonly string[] = [...goingOn, 'completed', 'partlyCompleted']

interface OwnServicesProps {
  readonly referral: ReferralView
  readonly of: NonNullable<ReferralView['case']>
}

/** What one gave for a referral that one took on: session by session, and the day of the next one. */
export function OwnServices({ referral, of }: OwnServicesProps): ReactNode {
  const say = useWords()
  const { services } = useDoors()
  const [asked, setAsked] = useState<OwnServiceView | 'new' | null>(null)
  const { data } = useQuery({
    queryKey: ['case', of.org, of.id, 'partner-services'],
    queryFn: () => services.ofCase(of),
    enabled: kept.includes(referral.state),
  })
  if (!kept.includes(referral.state)) return null
  const sessions = (data?.items ?? []).filter((one) => one.referral === referral.id)
  return (
    <div>
      {sessions.length > 0 && (
        <>
          <h3>{say('services.own')}</h3>
          <ul className={lists['rows']}>
            {sessions.map((session) => (
              <Session key={session.id} session={session} onChange={() => setAsked(session)} />
            ))}
          </ul>
        </>
      )}
      {goingOn.includes(referral.state) && (
        <div className={lists['acts']}>
          <Button variant="default" onClick={() => setAsked('new')}>
            {say('services.write')}
            <span className="heard"> {referral.code}</span>
          </Button>
        </div>
      )}
      {asked !== null && (
        <SessionDialog
          referral={referral}
          session={asked === 'new' ? null : asked}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

interface SessionProps {
  readonly session: OwnServiceView
  readonly onChange: () => void
}

function Session({ session, onChange }: SessionProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const { happenedOn, outcome, why, sessions, nextOn, mine } = session
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>
            <DayText day={happenedOn} />
          </span>
          <span>{code(ownServiceOutcomes, outcome)}</span>
          {why !== null && <span>{code(ownServiceReasons, why)}</span>}
          {sessions !== null && sessions > 1 && (
            <span>{say('services.sessions', { count: dates.number(sessions) })}</span>
          )}
        </div>
        {nextOn !== null && nextOn >= dates.today && (
          <div className={lists['quiet']}>
            {say('services.next')} <DayText day={nextOn} />
          </div>
        )}
      </div>
      {mine && (
        <Button variant="subtle" onClick={onChange}>
          {say('services.correct')}
        </Button>
      )}
    </li>
  )
}
