import type { Figures } from '@setu/records/api'
import { convictionRates, type FigureMatter } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import styles from '../criminal-cases/prosecution.module.css'
import { matterWords } from './matter-words.ts'

interface RatesProps {
  readonly told: Pick<Figures, 'cells'>
  readonly matter: FigureMatter
}

/** Both conviction rates with what they are shares of; never one without the other. */
export function Rates({ told, matter }: RatesProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { persons, cases } = convictionRates(told.cells, matter)
  const percent = (rate: number | null) => (rate === null ? '–' : `${number(Math.round(rate * 1000) / 10)}%`)
  return (
    <Card title={say('court.rates-of', { matter: say(matterWords[matter]) })}>
      <dl className={styles['figures']}>
        {(
          [
            ['court.rate-persons', 'court.rate-persons-how', persons],
            ['court.rate-cases', 'court.rate-cases-how', cases],
          ] as const
        ).map(([label, how, { convicted, of, rate }]) => (
          <div key={label} className={styles['figure']}>
            <dt>{say(label)}</dt>
            <dd>{percent(rate)}</dd>
            <dd className={lists['quiet']}>{say(how, { convicted: number(convicted), of: number(of) })}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
