import { type ContactChannel, contactChannels, isCode, lastDayOf, parsePlainDate } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import { type Work, wrongField } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import type { Writing } from '../cases/stepped.ts'
import { type RulesInForce, rulesInForce } from '../due/rules-in-force.ts'

/** What was tried since the last time that somebody was spoken with. */
export interface Contact {
  readonly missed: number
  readonly tries: number
  readonly first: string | null
  readonly last: string | null
}

/** That as JSON, for a case that other SQL names. What was tried on the day of a talk came before it. */
export function contactOf(org: RawBuilder<unknown>, caseId: RawBuilder<unknown>): RawBuilder<Contact> {
  return sql`(
    select json_build_object('tries', count(t.id), 'first', min(t.tried_on), 'last', max(t.tried_on), 'missed', (
      select count(*) from follow_up f where f.org_id = ${org} and f.case_id = ${caseId} and f.state = 'notReached'
        and (c.day is null or f.met_on > c.day))
      + (select count(*) from appointment p where p.org_id = ${org} and p.case_id = ${caseId} and p.state = 'missed'
        and p.why_not <> 'ourSide' and (c.day is null or (p.at at time zone 'Asia/Dhaka')::date > c.day)))
    from (select greatest(
      (select max(f.met_on) from follow_up f where f.org_id = ${org} and f.case_id = ${caseId} and f.state = 'reached'),
      (select max(a.tried_on) from tracing_attempt a
        where a.org_id = ${org} and a.case_id = ${caseId} and a.result = 'reached'),
      (select max((k.at at time zone 'Asia/Dhaka')::date) from appointment k
        where k.org_id = ${org} and k.case_id = ${caseId} and k.state = 'kept')) as day) c
    left join tracing_attempt t on t.org_id = ${org} and t.case_id = ${caseId} and t.result <> 'reached'
      and (c.day is null or t.tried_on > c.day)
    group by c.day)`
}

export async function contactNow(work: Work, file: CaseRef): Promise<Contact> {
  const { rows } = await sql<{ contact: Contact }>`
    select ${contactOf(sql`${file.org}::uuid`, sql`${file.id}::uuid`)} as contact`.execute(work.db)
  const [row] = rows
  if (!row) throw new TypeError('a case without an answer about it')
  return row.contact
}

/** Whether contact counts as lost: enough tries, over long enough, none of which reached the person. */
export function isLost({ tries, first, last }: Contact, { clocks, calendar }: RulesInForce): boolean {
  const [from, until] = [parsePlainDate(first ?? ''), parsePlainDate(last ?? '')]
  if (from === null || until === null || tries < clocks.unreachable.attempts) return false
  const { over } = clocks.unreachable
  return over.unit === 'hours' ? true : lastDayOf(over, from, calendar) <= until
}

/** The ways in which somebody agreed to be reached: as their safety plan in force has it, and the safe way written down. */
async function agreedWays(work: Work, file: CaseRef): Promise<ContactChannel[]> {
  const { rows } = await sql<{ safe: boolean; channels: string[] | null }>`
    select exists (select 1 from person_contact p where p.org_id = ${file.org} and p.case_id = ${file.id}
        and p.safe_way is not null) as safe,
      (select p.channels from safety_plan p where p.org_id = ${file.org} and p.case_id = ${file.id}
        and p.state = 'inForce' limit 1) as channels`.execute(work.db)
  const { safe = false, channels = null } = rows[0] ?? {}
  const agreed = new Set([...(safe ? ['safeWay'] : []), ...(channels ?? [])])
  return contactChannels.entries.flatMap(({ code }) => (agreed.has(code) ? [code] : []))
}

/** A try in a way that nobody agreed to is refused before it is written down as done. */
export async function needAgreedWay(work: Work, { held: file, values }: Writing): Promise<void> {
  const { channel } = values
  if (channel === undefined || channel === null) return
  const agreed = await agreedWays(work, file)
  if (!isCode(contactChannels, channel) || !agreed.includes(channel))
    throw wrongField('channel', 'not-agreed')
}

/** How it stands with reaching somebody, for those who work on the case. */
export async function tracingOf(work: Work, file: CaseRef) {
  const rules = await rulesInForce(work)
  const contact = await contactNow(work, file)
  const { attempts, over } = rules.clocks.unreachable
  return {
    channels: await agreedWays(work, file),
    missed: contact.missed,
    tries: contact.tries,
    needed: attempts,
    over: over.amount,
    first: contact.first,
    lost: isLost(contact, rules),
  }
}
