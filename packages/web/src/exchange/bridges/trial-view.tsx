import type { BridgeTrial } from '@setu/records/api'
import { parts } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { fieldLabel, lossWords } from './bridge-words.ts'
import styles from './bridges.module.css'

interface TrialViewProps {
  readonly trial: BridgeTrial
  /** Cases that are not to leave. */
  readonly left: readonly string[]
  readonly onToggle: (id: string) => void
}

/** What would leave, what would be lost on the way, and what has to stay. */
export function TrialView({ trial, left, onToggle }: TrialViewProps): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { count, codes } = trial.forbidden
  return (
    <>
      <section aria-label={say('bridge.leaves')}>
        <h3>{say('bridge.leaves')}</h3>
        {trial.cases.length === 0 && <p>{say('bridge.nothing')}</p>}
        <ul className={lists['rows']}>
          {trial.cases.map((one) => (
            <TriedCase key={one.case} one={one} stays={left.includes(one.case)} onToggle={onToggle} />
          ))}
        </ul>
        {trial.more && (
          <p className={lists['quiet']}>{say('bridge.more', { count: number(trial.cases.length) })}</p>
        )}
      </section>
      {trial.lost.length > 0 && <LostTable trial={trial} />}
      <section aria-label={say('bridge.forbidden')}>
        <h3>{say('bridge.forbidden')}</h3>
        <p>{say('bridge.forbidden-what', { count })}</p>
        {codes.length > 0 && (
          <details>
            <summary>{say('bridge.which')}</summary>
            <p className={styles['name']}>{codes.join(' · ')}</p>
          </details>
        )}
      </section>
    </>
  )
}

interface TriedCaseProps {
  readonly one: BridgeTrial['cases'][number]
  readonly stays: boolean
  readonly onToggle: (id: string) => void
}

function TriedCase({ one, stays, onToggle }: TriedCaseProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const told = (list: readonly string[]) => list.map((part) => code(parts, part)).join('; ')
  return (
    <li className={`${lists['row']} ${styles['case']}`}>
      <input
        type="checkbox"
        className={styles['tick']}
        aria-label={say('bridge.send-one', { code: one.code })}
        checked={!stays}
        onChange={() => onToggle(one.case)}
      />
      <div className={styles['about']}>
        <Link to="/cases/$org/$id" params={{ org: one.org, id: one.case }} className={lists['code']}>
          {one.code}
        </Link>
        <p>{say('bridge.granted', { parts: told(one.granted) })}</p>
        {one.withheld.length > 0 && <p>{say('bridge.withheld', { parts: told(one.withheld) })}</p>}
        {one.unopened.length > 0 && <p>{say('bridge.unopened', { parts: told(one.unopened) })}</p>}
        <details>
          <summary>{say('bridge.fields', { count: one.written.length })}</summary>
          <dl className={styles['fields']}>
            {one.written.map((written) => (
              <div key={`${written.record}-${written.field}-${written.to}`}>
                <dt>
                  {fieldLabel(written, language)} → <span className={styles['name']}>{written.to}</span>
                </dt>
                <dd>{written.value ?? say('bridge.not-shown')}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </li>
  )
}

/** What none of the cases can take along as it is, the most frequent first. */
function LostTable({ trial }: { readonly trial: BridgeTrial }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { language } = useLabels()
  return (
    <Wide label={say('bridge.lost')}>
      <table className={lists['table']}>
        <caption>
          <strong>{say('bridge.lost')}</strong>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('bridge.field')}</th>
            <th scope="col">{say('bridge.why')}</th>
            <th scope="col">{say('bridge.cases')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.lost.map((lost) => (
            <tr key={`${lost.record}-${lost.field}-${lost.why}`}>
              <td>{fieldLabel(lost, language) ?? say('bridge.state')}</td>
              <td>{say(lossWords[lost.why])}</td>
              <td>{number(lost.cases)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
