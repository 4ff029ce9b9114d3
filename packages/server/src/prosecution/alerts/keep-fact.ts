import type { FactAdd, FactBack, FactList, Written } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import { reckonAlerts } from './reckon-alerts.ts'

/** The days that one's offices may write down in a case. */
async function kindsIn(work: Work, at: CriminalRef): Promise<FactList['writes']> {
  const tasks = await tasksIn(work, at)
  const { rows } = await sql<{ kind: FactAdd['kind'] }>`
    select r.kind from criminal_fact_rule r where r.tasks && ${[...tasks]}::text[] order by r.kind`.execute(
    work.db,
  )
  return rows.map(({ kind }) => kind)
}

async function needSense(work: Work, at: CriminalRef, { kind, on, accused }: FactAdd): Promise<void> {
  if (on > work.today) throw wrongField('on', 'in-the-future')
  if ((kind === 'compensationPaid') !== (accused !== null)) throw wrongField('accused', 'needed-for-payment')
  const { rows } = await sql<{ reported: string; theirs: boolean }>`
    select c.reported_on as reported, ${accused}::uuid is null or exists (select 1 from accused a
      where a.org_id = c.org_id and a.case_id = c.id and a.id = ${accused}::uuid) as theirs
    from criminal_case c where c.org_id = ${at.org} and c.id = ${at.id}`.execute(work.db)
  const [held] = rows
  if (held === undefined) throw new Problem('not-found')
  if (on < held.reported) throw wrongField('on', 'before-report')
  if (!held.theirs) throw wrongField('accused', 'unknown')
}

/** Writes down a day of a case that is no stage of anybody. */
export async function addFact(work: Work, at: CriminalRef, given: FactAdd): Promise<Written> {
  const kinds = await kindsIn(work, at)
  if (!kinds.includes(given.kind)) throw new Problem('not-for-you')
  await needSense(work, at, given)
  const { org, account } = work.actor
  const { rows } = await sql`
    insert into criminal_fact (org_id, id, case_id, accused_id, kind, happened_on, paper, account_org, account_id, at)
    values (${at.org}, ${given.id}, ${at.id}, ${given.accused}, ${given.kind}, ${given.on}, ${given.paper}, ${org}, ${account}, now())
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  work.touched({ org: at.org, caseId: at.id, part: 'status', did: 'wrote', record: given.id })
  await reckonAlerts(work, at)
  return { id: given.id, version: 1 }
}

/** Takes such a day back: it counts no longer, and it is kept that it was written down. */
export async function takeFactBack(
  work: Work,
  { item, ...at }: CriminalRef & { readonly item: string },
  { base }: FactBack,
): Promise<Written> {
  const kinds = await kindsIn(work, at)
  const { rows } = await sql<{ version: number; kind: FactAdd['kind']; back: boolean }>`
    select version, kind, taken_back_at is not null as back from criminal_fact
    where org_id = ${at.org} and case_id = ${at.id} and id = ${item}`.execute(work.db)
  const [held] = rows
  if (held === undefined) throw new Problem('not-found')
  if (!kinds.includes(held.kind)) throw new Problem('not-for-you')
  if (held.back || held.version !== base)
    throw new Problem('stale', { current: { version: held.version, values: {} } })
  await sql`
    update criminal_fact set version = version + 1, taken_back_org = ${work.actor.org}, taken_back_by = ${work.actor.account},
      taken_back_at = now()
    where org_id = ${at.org} and id = ${item}`.execute(work.db)
  work.touched({ org: at.org, caseId: at.id, part: 'status', did: 'wrote', record: item })
  await reckonAlerts(work, at)
  return { id: item, version: base + 1 }
}

/** The days of a case that are no stage of anybody, with those that were taken back. */
export async function readFacts(work: Work, at: CriminalRef): Promise<FactList> {
  const writes = await kindsIn(work, at)
  const { rows } = await sql<FactList['items'][number]>`
    select f.id, f.version, f.kind, f.happened_on as on, f.accused_id as accused, f.paper, f.at,
      json_build_object('en', o.name_en, 'bn', o.name_bn) as by,
      case when f.taken_back_at is null then null else json_build_object('at', f.taken_back_at,
        'by', json_build_object('en', b.name_en, 'bn', b.name_bn)) end as "takenBack",
      f.taken_back_at is null and f.kind = any (${[...writes]}::text[]) as "mayTakeBack"
    from criminal_fact f join organisation o on o.id = f.account_org left join organisation b on b.id = f.taken_back_org
    where f.org_id = ${at.org} and f.case_id = ${at.id} order by f.happened_on desc, f.at desc limit 500`.execute(
    work.db,
  )
  work.counted(rows.length)
  return { writes, items: rows }
}
