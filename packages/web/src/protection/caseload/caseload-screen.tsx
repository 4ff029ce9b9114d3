import type { Caseload, CaseloadOf } from '@setu/records/api'
import { caseStates, riskLevels } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Overseeing } from '../overseeing/overseeing.tsx'
import styles from './caseload.module.css'
import { CaseloadRow } from './caseload-case.tsx'

/** Who carries how much: by names, and never by who does most. Somebody who supervises nobody sees themselves alone. */
export function CaseloadScreen(): ReactNode {
  const say = useWords()
  const { caseload } = useDoors()
  const { data } = useQuery({ queryKey: ['caseload'], queryFn: caseload.read })
  if (data === undefined) return <Pending />
  const { workers, nobodys, mayAssign } = data
  return (
    <Page title={say(mayAssign ? 'caseload.title' : 'caseload.mine')}>
      <Overseeing />
      <div className={lists['stack']}>
        {nobodys.length > 0 && (
          <Card title={say('caseload.nobodys')}>
            <ul className={lists['rows']}>
              {nobodys.map((file) => (
                <CaseloadRow key={file.id} file={file} colleagues={colleaguesIn(data, file.unit.id)} />
              ))}
            </ul>
          </Card>
        )}
        <Card title={say('caseload.carries')}>
          {workers.length === 0 && <p className={lists['empty']}>{say('caseload.none')}</p>}
          {workers.map((one) => (
            <Worker key={`${one.account.id} ${one.unit.id}`} one={one} load={data} />
          ))}
        </Card>
        <Weights load={data} />
      </div>
    </Page>
  )
}

/** Whoever works in the unit of a case may have it. */
function colleaguesIn({ workers, mayAssign }: Caseload, unit: string) {
  if (!mayAssign) return null
  return workers.filter((one) => one.unit.id === unit).map(({ account }) => account)
}

function Worker({ one, load }: { readonly one: CaseloadOf; readonly load: Caseload }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { name } = useLabels()
  const { points, cases, overdue, soon, undeclared } = one
  const full = points > load.capacity
  const said = [
    say('caseload.of', { points: number(points), capacity: number(load.capacity) }),
    say('caseload.cases', { count: number(cases.length) }),
    overdue > 0 && say('caseload.overdue', { count: number(overdue) }),
    soon > 0 && say('caseload.soon', { count: number(soon) }),
    undeclared > 0 && say('caseload.undeclared', { count: number(undeclared) }),
  ].filter(Boolean)
  return (
    <details className={styles['worker']} open={!load.mayAssign}>
      <summary>
        <span className={styles['said']}>
          <span className={lists['strong']}>{one.account.name}</span>
          <span className={lists['quiet']}>{name(one.unit.name)}</span>
          {full && <span className={styles['full']}>{say('caseload.full')}</span>}
        </span>
        <span className={styles['bar']} aria-hidden="true">
          <span
            className={styles['carried']}
            data-full={full}
            style={{ width: `${Math.min(100, (100 * points) / Math.max(load.capacity, 1))}%` }}
          />
        </span>
        <span className={lists['quiet']}>{said.join(' · ')}</span>
      </summary>
      {cases.length === 0 && <p className={lists['empty']}>{say('caseload.no-cases')}</p>}
      <ul className={lists['rows']}>
        {cases.map((file) => (
          <CaseloadRow
            key={file.id}
            file={file}
            from={one.account.id}
            colleagues={colleaguesIn(load, one.unit.id)}
          />
        ))}
      </ul>
    </details>
  )
}

/** By which rules a case weighs what it does. */
function Weights({ load }: { readonly load: Caseload }): ReactNode {
  const say = useWords()
  const { number } = useDates()
  const { language } = useLabels()
  const { stage, risk, riskUnknown, child } = load.rules
  const rows = [
    ...caseStates.entries
      .filter(({ code }) => code !== 'closed' && code !== 'transferred')
      .map((entry) => [entry[language], stage[entry.code]] as const),
    ...riskLevels.entries.map(
      (entry) => [say('caseload.risk', { level: entry[language] }), risk[entry.code]] as const,
    ),
    [say('caseload.risk-unknown'), riskUnknown] as const,
    [say('caseload.child'), child] as const,
  ]
  return (
    <Card title={say('caseload.weights')}>
      <p className={lists['quiet']}>{say('caseload.weights-what', { capacity: number(load.capacity) })}</p>
      <details className={styles['worker']}>
        <summary>{say('caseload.weights-show')}</summary>
        <table className={lists['table']}>
          <caption className="heard">{say('caseload.weights')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('caseload.what')}</th>
              <th scope="col">{say('caseload.points-head')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([what, points]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{number(points ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  )
}
