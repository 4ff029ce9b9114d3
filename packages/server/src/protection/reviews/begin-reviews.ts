import { accessReviews, type ReviewClocks } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Clock, type Db, dayOf, type Engine, inTransaction, ruleInForce } from '../../platform/index.ts'
import { endOf } from '../due/rules-in-force.ts'

/** The quarter that ended last, as people here live it, and when it began and ended. */
export function quarterBefore(now: Date): { readonly name: string; readonly from: Date; readonly to: Date } {
  const [year = 0, month = 1] = dayOf(now).split('-').map(Number)
  const current = Math.floor((month - 1) / 3)
  const [of, quarter] = current === 0 ? [year - 1, 4] : [year, current]
  const begins = (inYear: number, at: number): Date =>
    new Date(`${inYear}-${String(at * 3 + 1).padStart(2, '0')}-01T00:00:00+06:00`)
  return { name: `${of}-Q${quarter}`, from: begins(of, quarter - 1), to: begins(year, current) }
}

async function clocksInForce(db: Db, now: Date): Promise<ReviewClocks> {
  return (await ruleInForce<ReviewClocks>(db, 'accessReviews', dayOf(now))) ?? accessReviews
}

const begun = new WeakMap<Engine, string>()

/** Begins the review of every organisation and unit once a quarter is over; how many it began. */
export async function beginReviews(engine: Engine, clock: Clock): Promise<number> {
  const now = clock()
  const { name, from, to } = quarterBefore(now)
  // Whoever comes to be in the middle of a quarter is looked over with the next: a day needs no more than one look.
  const look = `${name}|${dayOf(now)}`
  if (begun.get(engine) === look) return 0
  const count = await inTransaction(engine, { role: 'setu_clock' }, async (db) => {
    const { answer, version } = await clocksInForce(db, now)
    const due = endOf(dayOf(new Date(now.getTime() + answer.amount * 86_400_000)))
    const { rows } = await sql<{ n: number }>`
      select reviews_begin(${name}::text, ${from.toISOString()}::timestamptz, ${to.toISOString()}::timestamptz,
        ${due.toISOString()}::timestamptz, ${version}::text) as n`.execute(db)
    return rows[0]?.n ?? 0
  })
  begun.set(engine, look)
  return count
}
