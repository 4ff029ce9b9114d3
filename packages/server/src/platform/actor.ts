import type { Language, Role } from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Db } from './database/dialect.ts'

export interface Membership {
  readonly unit: string
  readonly supervises: boolean
  readonly focal: boolean
}

/** Who is asking, as the database says: never what a request says of itself. */
export interface Actor {
  readonly account: string
  readonly org: string
  readonly session: string
  readonly name: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly units: readonly Membership[]
}

interface Row {
  readonly account: string
  readonly org: string
  readonly session: string
  readonly name: string
  readonly language: Language
  readonly roles: Role[] | null
  readonly units: Membership[] | null
}

interface Asking {
  /** Someone who works is not idle: their session goes on for so many minutes more. */
  readonly staysMinutes?: number
}

/** The person behind the session's handle of this transaction, or `null` when the session is over. */
export async function actorOf(db: Db, { staysMinutes }: Asking = {}): Promise<Actor | null> {
  const stays = staysMinutes === undefined ? sql`null` : sql`session_seen(${staysMinutes})`
  const { rows } = await sql<Row>`
    select s.account_id as account, s.org_id as org, s.session_id as session, a.name, a.language,
      (select array_agg(r.role order by r.role) from account_role r
        where r.org_id = s.org_id and r.account_id = s.account_id) as roles,
      (select json_agg(json_build_object('unit', m.unit_id, 'supervises', m.supervises, 'focal', m.focal) order by m.unit_id)
        from unit_member m where m.org_id = s.org_id and m.account_id = s.account_id) as units,
      ${stays} as stays
    from actor_session() s join account a on a.org_id = s.org_id and a.id = s.account_id`.execute(db)
  const [row] = rows
  if (!row) return null
  const { account, org, session, name, language, roles, units } = row
  return { account, org, session, name, language, roles: roles ?? [], units: units ?? [] }
}
