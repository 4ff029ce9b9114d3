import type { Oversight } from '@setu/records/api'
import { oversightBy, oversightSteps } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './oversight.module.css'
import { rowName } from './row-name.ts'

/** The same numbers row by row, in the order of their names and never by how many: nobody is ranked. */
export function OversightTable({ numbers }: { readonly numbers: Oversight }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const labels = useLabels()
  const { by, rows } = numbers
  const order = { row: 0, others: 1, total: 2 }
  const sorted = rows
    .map((row) => ({ row, name: rowName(row, by, say, labels) }))
    .toSorted(
      (a, b) => order[a.row.place] - order[b.row.place] || a.name.localeCompare(b.name, labels.language),
    )
  const cell = (people: number | null) =>
    people === null ? (
      <span className={styles['untold']}>{say('oversight.untold')}</span>
    ) : (
      dates.number(people)
    )
  return (
    <Card title={say('oversight.table', { by: labels.code(oversightBy, by) })}>
      <Wide label={say('oversight.table', { by: labels.code(oversightBy, by) })}>
        <table className={lists['table']}>
          <caption className="heard">{say('oversight.table', { by: labels.code(oversightBy, by) })}</caption>
          <thead>
            <tr>
              <th scope="col">{labels.code(oversightBy, by)}</th>
              <th scope="col">{say('oversight.cases')}</th>
              {oversightSteps.entries.map((step) => (
                <th key={step.code} scope="col">
                  {step[labels.language]}
                </th>
              ))}
              <th scope="col">{say('oversight.overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ row, name }) => (
              <tr key={`${row.place} ${row.key}`}>
                <th scope="row">{name}</th>
                <td>{cell(row.cases)}</td>
                {row.reached.map(({ step, people }) => (
                  <td key={step}>{cell(people)}</td>
                ))}
                <td>{cell(row.overdue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  )
}
