import type { HtcdsPreview } from '@setu/records/api'
import type { ReactNode } from 'react'
import { useDates } from '../dates/use-dates.ts'
import lists from '../shell/lists.module.css'
import { Wide } from '../shell/wide.tsx'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'

/** Every error of every row, and every column that disagrees with the standard. */
export function PreviewTables({ preview }: { readonly preview: HtcdsPreview }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  const disagreeing = preview.columns.filter(({ message }) => message !== null)
  return (
    <>
      {preview.notices.map((notice) => (
        <p key={notice.en}>{name(notice)}</p>
      ))}
      {preview.problems.length > 0 && (
        <Wide label={say('exchange.problems')}>
          <table className={lists['table']}>
            <caption>
              <strong>{say('exchange.problems')}</strong>
              {preview.problemCount > preview.problems.length &&
                ` ${say('exchange.problems-first', { shown: preview.problems.length, count: preview.problemCount })}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">{say('exchange.row')}</th>
                <th scope="col">{say('exchange.column')}</th>
                <th scope="col">{say('exchange.problem')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.problems.map((problem, index) => (
                <tr key={index}>
                  <td>{problem.row === null ? '' : dates.number(problem.row)}</td>
                  <td>{problem.field ?? problem.column}</td>
                  <td>
                    {name(problem.message)}
                    <div className={lists['quiet']}>
                      {say(problem.weight === 'warning' ? 'exchange.warning' : 'exchange.error')}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {disagreeing.length > 0 && (
        <Wide label={say('exchange.columns')}>
          <table className={lists['table']}>
            <caption>
              <strong>{say('exchange.columns')}</strong>
            </caption>
            <thead>
              <tr>
                <th scope="col">{say('exchange.column')}</th>
                <th scope="col">{say('exchange.header')}</th>
                <th scope="col">{say('exchange.problem')}</th>
              </tr>
            </thead>
            <tbody>
              {disagreeing.map((column) => (
                <tr key={column.position}>
                  <td>{column.position}</td>
                  <td>
                    {column.header}
                    {column.field && <div className={lists['quiet']}>{column.field}</div>}
                  </td>
                  <td>{column.message && name(column.message)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </>
  )
}
