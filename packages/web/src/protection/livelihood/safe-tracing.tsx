import type { CaseView } from '@setu/records/api'
import { attemptResults, contactChannels, isCode } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import styles from './livelihood.module.css'

interface SafeTracingProps {
  readonly file: CaseView
  readonly tracing: NonNullable<CaseView['tracing']>
}

/** How somebody with whom contact was lost may be looked for, what was tried, and when contact counts as lost. */
export function SafeTracing({ file, tracing }: SafeTracingProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const tries = file.records
    .filter(({ record }) => record === 'tracingAttempt')
    .toSorted((a, b) => String(b.values['triedOn']).localeCompare(String(a.values['triedOn'])))
  if (tracing.missed === 0 && tracing.tries === 0 && tries.length === 0) return null
  const ways = tracing.channels.flatMap((way) =>
    isCode(contactChannels, way) ? [code(contactChannels, way)] : [],
  )
  const counted = {
    tries: dates.number(tracing.tries),
    needed: dates.number(tracing.needed),
    days: dates.number(tracing.over),
  }
  return (
    <section>
      <h3>{say('tracing.title')}</h3>
      <p className={tracing.lost ? styles['lost'] : lists['quiet']}>
        {say(tracing.lost ? 'tracing.lost' : 'tracing.counted', counted)}
      </p>
      <p className={lists['quiet']}>
        {ways.length === 0 ? say('tracing.no-way') : say('tracing.ways', { ways: ways.join(', ') })}
      </p>
      <blockquote className={styles['say']}>{say('tracing.say')}</blockquote>
      <ul className={lists['quiet']}>
        {tries.map(({ id, values: { triedOn, channel, result } }) => (
          <li key={id}>
            <DayText day={String(triedOn)} /> ·{' '}
            {isCode(contactChannels, channel) ? code(contactChannels, channel) : ''} ·{' '}
            {isCode(attemptResults, result) ? code(attemptResults, result) : ''}
          </li>
        ))}
      </ul>
      {ways.length > 0 && file.may.write.includes('narrative') && (
        <AddRecordLink file={file} record="tracingAttempt" />
      )}
    </section>
  )
}
