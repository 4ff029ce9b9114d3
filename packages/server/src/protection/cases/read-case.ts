import { caseRecords } from '@setu/records'
import type { CaseView, Trail } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { consentsOf } from '../consents/consent-store.ts'
import { promisesOf } from '../due/read-due.ts'
import { tasksOf } from '../due/tasks.ts'
import { emergencyNow } from '../emergencies/emergency-store.ts'
import { tracingOf } from '../livelihood/contact-store.ts'
import { notesOf } from '../notes/note-store.ts'
import { referralViews } from '../referrals/read-referrals.ts'
import { referralsOf } from '../referrals/referral-store.ts'
import { transfersOf, transferView } from '../transfers/transfer-store.ts'
import { findCase, partsFor, teamOf } from './case-store.ts'
import { timelineOf } from './event-store.ts'
import { summariesOf, summaryOf } from './list-cases.ts'
import { spendBudget } from './outside-budget.ts'
import type { CaseRef } from './record-store.ts'
import { pathOf } from './requirements.ts'
import { shownRecords } from './shown-records.ts'

async function noticesOf(work: Work, file: CaseRef): Promise<CaseView['rightsNotices']> {
  const { rows } = await sql<CaseView['rightsNotices'][number]>`
    select id, given_on as "givenOn", means, language, text_version as "textVersion", understood from rights_notice
    where org_id = ${file.org} and case_id = ${file.id} order by given_on desc`.execute(work.db)
  return rows
}

/** A case as this person may see it; every part that is shown is logged as read. */
export async function readCase(work: Work, file: CaseRef): Promise<CaseView> {
  const [found] = await summariesOf(work, [file])
  if (!found) throw new Problem('not-found')
  const { relation } = found
  await spendBudget(work, file, relation)
  const records = await shownRecords(work, file, relation)
  const inside = relation === 'own' || relation === 'supervise'
  const team = await teamOf(work, file)
  const emergency = relation === 'emergency' ? await emergencyNow(work, file) : null
  const why = emergency === null ? {} : { reason: emergency.reason }
  const touched = { org: file.org, caseId: file.id, did: 'read', relation, ...why } as const
  for (const part of ['facts', 'protection'] as const) {
    if (records.some(({ record }) => caseRecords[record].part === part)) work.touched({ ...touched, part })
  }
  work.touched({ ...touched, part: 'status' })
  return {
    ...summaryOf(found),
    version: found.version,
    may: {
      ...(await partsFor(work, file, relation)),
      refer: inside,
      assign: inside,
      transfer: inside,
    } as CaseView['may'],
    emergency,
    closedOn: found.closedOn,
    path: inside ? await pathOf(work, found) : [],
    facts: records.find(({ record }) => record === 'caseFacts') ?? null,
    records,
    tracing: inside ? await tracingOf(work, file) : null,
    team: team.map(({ id, version, account, name, lead, conflict, ended }) => ({
      id,
      version,
      account: { id: account, name: name ?? '' },
      lead,
      conflict,
      ended,
    })),
    consents: await consentsOf(work, file),
    rightsNotices: inside ? await noticesOf(work, file) : [],
    referrals: await referralViews(work, await referralsOf(work, file)),
    transfers: (await transfersOf(work, file)).map((row) => transferView(work, row)),
    tasks: await tasksOf(work, file),
    due: await promisesOf(work, file),
    timeline: await timelineOf(work, file, null),
    notes: await notesOf(work, file),
  }
}

interface TrailRow {
  readonly at: string
  readonly event: string
  readonly part: Trail['items'][number]['part']
  readonly did: string
  readonly reason: string | null
  readonly relation: string | null
  readonly person: string | null
  readonly officeEn: string | null
  readonly officeBn: string | null
  readonly place: number | null
}

/**
 * Who looked at this case, newest first: colleagues by name, others by their office. Whoever guards the data reads
 * what is not their work, and says why.
 */
export async function readTrail(
  work: Work,
  file: CaseRef,
  { after, reason }: { readonly after: string | null; readonly reason: string | null },
  limit = 100,
): Promise<Trail> {
  const found = await findCase(work, file)
  if (found.relation === 'dataProtection' && reason === null) throw new Problem('reason-needed')
  await spendBudget(work, file, found.relation)
  const emergency = found.relation === 'emergency' ? await emergencyNow(work, file) : null
  const why = emergency?.reason ?? reason
  const [at, event] = (after ?? '').split('|')
  const older = at && event ? sql`and (i.at, i.event_id) < (${at}::timestamptz, ${event}::uuid)` : sql``
  const { rows } = await sql<TrailRow>`
    with i as materialized (
      select i.* from audit_item i where i.case_id = ${file.id} and i.org_id = ${file.org} ${older}
      order by i.at desc, i.event_id desc limit ${limit + 1})
    select i.at, i.event_id as event, i.part, i.did, i.reason, i.relation, a.name as person, o.name_en as "officeEn", o.name_bn as "officeBn",
      l.seq::double precision as place
    from i
    left join account a on a.org_id = ${work.actor.org} and a.id = i.account_id and i.account_org_id = ${work.actor.org}
    left join organisation o on o.id = i.account_org_id
    left join log_leaf l on l.event_id = i.event_id and l.portion = i.portion
    order by i.at desc, i.event_id desc`.execute(work.db)
  if (why !== null) work.because(why)
  work.touched({
    org: file.org,
    caseId: file.id,
    part: 'trail',
    did: 'read',
    relation: found.relation,
    ...(why === null ? {} : { reason: why }),
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      at: row.at,
      part: row.part,
      did: row.did,
      reason: row.reason,
      relation: row.relation,
      place: row.place,
      by: { person: row.person, office: { en: row.officeEn ?? '', bn: row.officeBn ?? '' } },
    })),
    next: rows.length > limit && last ? `${last.at}|${last.event}` : null,
  }
}
