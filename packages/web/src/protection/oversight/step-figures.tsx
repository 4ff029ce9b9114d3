import type { Oversight, OversightRow, OversightWait } from '@setu/records/api'
import { oversightSteps, plainDate } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './oversight.module.css'

type Step = (typeof oversightSteps.entries)[number]

interface StepFiguresProps {
  readonly numbers: Oversight
  readonly row: OversightRow
}

/** How many reached each step, and when; what a number means is one press away. */
export function StepFigures({ numbers, row }: StepFiguresProps): ReactNode {
  return (
    <ol className={styles['steps']}>
      {oversightSteps.entries.map((step) => (
        <StepFigure
          key={step.code}
          step={step}
          numbers={numbers}
          cases={row.cases}
          people={row.reached.find((one) => one.step === step.code)?.people ?? null}
          wait={row.waits.find((one) => one.step === step.code)}
        />
      ))}
    </ol>
  )
}

interface StepFigureProps {
  readonly step: Step
  readonly numbers: Oversight
  readonly cases: number | null
  readonly people: number | null
  readonly wait: OversightWait | undefined
}

function StepFigure({ step, numbers, cases, people, wait }: StepFigureProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, name } = useLabels()
  const after =
    oversightSteps.entries.find(({ code }) => code === step.since)?.[language] ?? say('oversight.opened')
  return (
    <li className={styles['step']}>
      <details>
        <summary>
          <span className={styles['name']}>{step[language]}</span>
          {people === null ? (
            <span className={styles['untold']}>{say('oversight.untold')}</span>
          ) : (
            <span className={styles['people']}>
              {cases === null
                ? dates.number(people)
                : say('oversight.of', { people: dates.number(people), cases: dates.number(cases) })}
            </span>
          )}
          {people !== null && cases !== null && (
            <span className={styles['bar']} aria-hidden="true">
              <span
                className={styles['reached']}
                style={{ width: `${cases === 0 ? 0 : (100 * people) / cases}%` }}
              />
            </span>
          )}
          {wait && <Time wait={wait} after={after} about={numbers.view === 'told'} />}
        </summary>
        <dl className={styles['meaning']}>
          <dt>{say('oversight.means')}</dt>
          <dd>{name(step.means)}</dd>
          <dt>{say('oversight.out-of')}</dt>
          <dd>{say(numbers.view === 'own' ? 'oversight.out-of-own' : 'oversight.out-of-told')}</dd>
          <dt>{say('oversight.days')}</dt>
          <dd>
            {say('oversight.days-what', { after })}
            {numbers.view === 'told' && ` ${say('oversight.days-about')}`}
          </dd>
          <dt>{say('oversight.source')}</dt>
          <dd>{name(step.source)}</dd>
          <dt>{say('oversight.period')}</dt>
          <dd>{say('oversight.says.until', { day: dates.written(plainDate(numbers.until)) })}</dd>
          <dt>{say('oversight.caveat')}</dt>
          <dd>{say('oversight.caveat-what')}</dd>
        </dl>
      </details>
    </li>
  )
}

interface TimeProps {
  readonly wait: OversightWait
  readonly after: string
  /** Whether days are told in whole weeks. */
  readonly about: boolean
}

/** Half of them within so many days, and those who wait still. */
function Time({ wait, after, about }: TimeProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { q1, median, q3, waiting, longest } = wait
  const half =
    median === 0
      ? say(about ? 'oversight.half-in-days' : 'oversight.half-at-once')
      : say(about ? 'oversight.half-about' : 'oversight.half', { days: number(median ?? 0), after })
  const quarters =
    q1 === null || q3 === 0
      ? null
      : say(q3 === null ? 'oversight.quarter' : 'oversight.quarters', {
          first: number(q1),
          third: number(q3 ?? 0),
        })
  const waits =
    waiting !== null && waiting > 0 && longest !== null
      ? say('oversight.waiting', { count: number(waiting), days: number(longest) })
      : null
  const said = [
    median === null ? say('oversight.half-not', { after }) : half,
    median === null ? null : quarters,
    waits,
  ].filter(Boolean)
  return <span className={styles['time']}>{said.join(' · ')}</span>
}
