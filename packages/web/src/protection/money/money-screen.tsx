import type { MoneyRow, MoneySum } from '@setu/records/api'
import { paymentKinds, paymentStates } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Overseeing } from '../overseeing/overseeing.tsx'
import { LinesCard } from './lines-card.tsx'

/** Money of the cases that somebody supervises: what waits for an answer, what was paid, and where it came from. No name stands here. */
export function MoneyScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { money } = useDoors()
  const supervises = useSignedIn().roles.includes('supervisor')
  const { data: book } = useQuery({ queryKey: ['money', 'book'], queryFn: money.book, enabled: supervises })
  const waiting = book?.rows.filter(({ state }) => state === 'asked') ?? []
  return (
    <Page
      title={say('bar.money')}
      acts={
        supervises && (
          <>
            <FileLink to={money.fileAddress('xlsx', language)}>{say('money.as-excel')}</FileLink>
            <FileLink to={money.fileAddress('csv', language)}>{say('money.as-csv')}</FileLink>
          </>
        )
      }
    >
      <Overseeing />
      <div className={lists['stack']}>
        {book && (
          <>
            <Card title={say('money.waiting')}>
              {waiting.length === 0 && <p className={lists['empty']}>{say('money.none-waits')}</p>}
              <ul className={lists['rows']}>
                {waiting.map((row) => (
                  <Waiting key={row.id} row={row} />
                ))}
              </ul>
            </Card>
            <Sums title={say('money.by-unit')} sums={book.byUnit} />
            <Sums title={say('money.by-line')} sums={book.byLine} none={say('money.no-line')} />
            <Sums title={say('money.by-case')} sums={book.byCase} />
            <Paid rows={book.rows.filter(({ state }) => state !== 'asked')} />
          </>
        )}
        <LinesCard />
      </div>
    </Page>
  )
}

function Waiting({ row }: { readonly row: MoneyRow }): ReactNode {
  const dates = useDates()
  const { code, name } = useLabels()
  return (
    <li className={lists['row']}>
      <div className={lists['line']}>
        <Link
          className={lists['act']}
          to="/cases/$org/$id/record/$record"
          params={{ org: row.case.org, id: row.case.id, record: 'payment' }}
          search={{ of: row.id }}
        >
          {row.kind === null ? row.case.code : code(paymentKinds, row.kind)}
        </Link>
        <span className={lists['strong']}>
          {dates.money(row.amount)} {row.currency}
        </span>
        <span className={lists['code']}>{row.case.code}</span>
        <span className={lists['quiet']}>
          {name(row.unit)} · <DayText day={row.asked} />
        </span>
      </div>
    </li>
  )
}

interface SumsProps {
  readonly title: string
  readonly sums: readonly MoneySum[]
  readonly none?: string
}

const columns = ['paid', 'approved', 'asked']

function Sums({ title, sums, none = '' }: SumsProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  if (sums.length === 0) return null
  return (
    <Card title={title}>
      <Wide label={title}>
        <table className={lists['table']}>
          <caption className="heard">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col">{say('money.paid')}</th>
              <th scope="col">{say('money.approved')}</th>
              <th scope="col">{say('money.asked')}</th>
            </tr>
          </thead>
          <tbody>
            {sums.map((sum) => (
              <tr key={`${sum.id} ${sum.currency}`}>
                <th scope="row">
                  {sum.code !== null && <span className={lists['code']}>{sum.code}</span>}{' '}
                  {sum.name !== null && name(sum.name)}
                  {sum.code === null && sum.name === null && none}
                </th>
                {[sum.paid, sum.approved, sum.asked].map((amount, place) => (
                  <td key={columns[place]}>
                    {amount === 0 ? '–' : `${dates.money(amount)} ${sum.currency}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  )
}

function Paid({ rows }: { readonly rows: readonly MoneyRow[] }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  if (rows.length === 0) return null
  return (
    <Card title={say('money.newest')}>
      <Wide label={say('money.newest')}>
        <table className={lists['table']}>
          <caption className="heard">{say('money.newest')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('money.case')}</th>
              <th scope="col">{say('money.what-for')}</th>
              <th scope="col">{say('money.stands')}</th>
              <th scope="col">{say('money.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 50).map((row) => (
              <tr key={row.id}>
                <th scope="row" className={lists['code']}>
                  {row.case.code}
                </th>
                <td>
                  {row.kind === null ? '' : code(paymentKinds, row.kind)}
                  {row.counter ? ` (${say('money.counter')})` : ''}
                </td>
                <td>{code(paymentStates, row.state)}</td>
                <td>
                  {dates.money(row.amount)} {row.currency}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  )
}
