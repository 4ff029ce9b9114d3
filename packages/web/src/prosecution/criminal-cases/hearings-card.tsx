import { Button } from '@mantine/core'
import type { CriminalView, HearingView } from '@setu/records/api'
import {
  adjournmentAskers,
  adjournmentReasons,
  hearingPurposes,
  witnessDays,
  witnessKinds,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { KeepHearing } from './hearing-dialog.tsx'
import { useHearingStandings } from './use-hearing-standings.ts'

interface HearingsProps {
  readonly file: CriminalView
  readonly days: readonly HearingView[]
}

/** The days in court of a case, the latest first. */
export function HearingsCard({ file, days }: HearingsProps): ReactNode {
  const say = useWords()
  const [open, setOpen] = useState<HearingView | 'new' | null>(null)
  const writes = file.writes.includes('hearings')
  return (
    <Card
      title={say('court.hearings')}
      act={
        writes && (
          <Button variant="default" onClick={() => setOpen('new')}>
            {say('court.add-hearing')}
          </Button>
        )
      }
    >
      {days.length === 0 && <p className={lists['empty']}>{say('court.no-hearings')}</p>}
      <ul className={lists['rows']}>
        {days.toReversed().map((day) => (
          <HearingRow key={day.id} day={day} onWrite={writes ? () => setOpen(day) : null} />
        ))}
      </ul>
      {open !== null && (
        <KeepHearing file={file} before={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Card>
  )
}

interface RowProps {
  readonly day: HearingView
  readonly onWrite: (() => void) | null
}

function HearingRow({ day, onWrite }: RowProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { number } = useDates()
  const standings = useHearingStandings()
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>
            <DayText day={day.on} written />
          </span>
          <span>{code(hearingPurposes, day.purpose)}</span>
          <span>{standings[day.standing]}</span>
        </div>
        {day.why !== null && day.asker !== null && (
          <p>
            {code(adjournmentReasons, day.why)} · {say('court.asked-by')}:{' '}
            {code(adjournmentAskers, day.asker)}
          </p>
        )}
        {day.witnesses.map((one) => (
          <p key={one.place} className={lists['quiet']}>
            {say('court.witness', { place: number(one.place) })} ({code(witnessKinds, one.kind)}):{' '}
            {code(witnessDays, one.day)}
          </p>
        ))}
        {day.orders !== null && <blockquote>{day.orders}</blockquote>}
        {day.sealed && <p className={lists['quiet']}>{say('court.order-sealed')}</p>}
        <p className={lists['quiet']}>{name(day.court.name)}</p>
      </div>
      {onWrite !== null && (
        <Button variant="default" onClick={onWrite}>
          {say(day.standing === 'set' ? 'court.write-hearing' : 'court.correct')}
        </Button>
      )}
    </li>
  )
}
