import type { FigureSpanView } from '@setu/records/api'
import { figureSpans } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './figures.module.css'

/** How long it takes from one step to another, those who still wait counted; a small curve beside the days. */
export function Spans({ spans }: { readonly spans: readonly FigureSpanView[] }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { number } = useDates()
  const days = (count: number | null) =>
    count === null ? say('court.not-yet') : say('court.in-days', { days: count, count: number(count) })
  return (
    <Card title={say('court.spans')}>
      <p className={lists['quiet']}>{say('court.spans-how')}</p>
      <Wide label={say('court.spans')}>
        <table className={lists['table']}>
          <caption className="heard">{say('court.spans')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('court.span')}</th>
              <th scope="col">{say('court.span-persons')}</th>
              <th scope="col">{say('court.span-ended')}</th>
              <th scope="col">{say('court.span-quarter')}</th>
              <th scope="col">{say('court.span-half')}</th>
              <th scope="col">{say('court.span-three-quarters')}</th>
              <th scope="col">{say('court.span-curve')}</th>
            </tr>
          </thead>
          <tbody>
            {spans.map((one) => (
              <tr key={one.span}>
                <th scope="row">{code(figureSpans, one.span)}</th>
                <td>{number(one.persons)}</td>
                <td>{number(one.ended)}</td>
                <td>{days(one.quarter)}</td>
                <td>{days(one.half)}</td>
                <td>{days(one.threeQuarters)}</td>
                <td>
                  <Curve curve={one.curve} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  )
}

const width = 120
const height = 40

/** The share that takes longer, falling with the days. What it says is told in the columns beside it. */
function Curve({ curve }: Pick<FigureSpanView, 'curve'>): ReactNode {
  const last = curve.at(-1)
  if (last === undefined) return '–'
  const x = (day: number) => ((width * day) / Math.max(last.days, 1)).toFixed(1)
  const y = (longer: number) => (1 + (height - 2) * (1 - longer)).toFixed(1)
  const corners = curve.flatMap(({ days, longer }, place) => [
    `${x(days)},${y(curve[place - 1]?.longer ?? 1)}`,
    `${x(days)},${y(longer)}`,
  ])
  return (
    <svg className={styles['curve']} width={width} height={height} aria-hidden="true">
      <polyline points={[`0,${y(1)}`, ...corners].join(' ')} />
    </svg>
  )
}
