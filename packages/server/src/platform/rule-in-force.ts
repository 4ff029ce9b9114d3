import { sql } from 'kysely'
import { dayOf } from './clock.ts'
import type { Db } from './database/dialect.ts'

/** The rules of a kind that are laid down for a day, the newest first; null where nobody laid any down. */
export async function ruleInForce<Rules>(db: Db, kind: string, day: string): Promise<Rules | null> {
  const { rows } = await sql<{ rules: Rules }>`
    select rules from rule_set where kind = ${kind} and valid_from <= ${day}::date
    order by valid_from desc, made_at desc limit 1`.execute(db)
  return rows[0]?.rules ?? null
}

interface Laid<Rules> {
  readonly rules: Rules
  readonly from: string
  readonly made: string
}

/**
 * The rules of a kind as they were at a moment: what was promised keeps the rules by which it was promised. A moment before
 * anybody laid anything down has those that a node began with.
 */
export async function rulesThen<Rules>(db: Db, kind: string): Promise<(moment: Date) => Rules | null> {
  const { rows } = await sql<Laid<Rules>>`
    select rules, valid_from as "from", made_at as made from rule_set where kind = ${kind}
    order by valid_from desc, made_at desc`.execute(db)
  return (moment) => {
    const known = rows.filter(({ from }) => from <= dayOf(moment))
    const then = known.find(({ made }) => new Date(made) <= moment)
    return (then ?? known.at(-1))?.rules ?? null
  }
}
