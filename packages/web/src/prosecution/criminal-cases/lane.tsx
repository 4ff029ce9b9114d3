import type { HearingView, OffenceView } from '@setu/records/api'
import { criminalLane, laneStop, parsePlainDate } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './prosecution.module.css'
import { useHearingStandings } from './use-hearing-standings.ts'

const stopWords = {
  report: 'court.stop-report',
  investigation: 'court.stop-investigation',
  cognizance: 'court.stop-cognizance',
  charge: 'court.stop-charge',
  trial: 'court.stop-trial',
  judgment: 'court.stop-judgment',
  final: 'court.stop-final',
} as const satisfies Record<(typeof criminalLane)[number], WordId>

interface LaneProps {
  readonly offence: OffenceView
  readonly days: readonly HearingView[]
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** How far one accused has come for one offence, for how long, and the days in court so far. */
export function Lane({ offence, days }: LaneProps): ReactNode {
  const say = useWords()
  const { number, today, written } = useDates()
  const here = laneStop(offence.stage)
  const waited = Math.max(0, Math.round(dayNumber(today) - dayNumber(offence.on)))
  const standings = useHearingStandings()
  const said = (day: string): string => {
    const plain = parsePlainDate(day)
    return plain === null ? day : written(plain)
  }
  return (
    <>
      <ol className={styles['lane']} aria-label={say('court.lane')}>
        {criminalLane.map((stop, place) => (
          <li
            key={stop}
            className={styles['stop']}
            data-reached={place <= here}
            data-here={place === here}
            aria-current={place === here ? 'step' : undefined}
          >
            <span>{say(stopWords[stop])}</span>
          </li>
        ))}
      </ol>
      <p className={lists['quiet']}>{say('court.here-days', { days: waited, count: number(waited) })}</p>
      {here >= criminalLane.indexOf('cognizance') && days.length > 0 && (
        <ol className={styles['dots']} aria-label={say('court.hearings')}>
          {days.map((day) => (
            <li
              key={day.id}
              className={styles['dot']}
              data-standing={day.standing}
              title={`${said(day.on)}: ${standings[day.standing]}`}
            >
              <span className="heard">
                {said(day.on)}: {standings[day.standing]}
              </span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
