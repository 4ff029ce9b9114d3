import { caseRecords } from '@setu/records'
import type {
  ClosureSummary,
  PrintAsk,
  Printed,
  PrintMark,
  ReferralLetter,
  ServicePlanPaper,
} from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { codeOf, findWorked } from '../cases/case-store.ts'
import { type CaseRef, openRow, type Row, rowsOf, stateOf } from '../cases/record-store.ts'
import { childOfCase } from '../identifications/identification-store.ts'
import { planReferral } from '../referrals/plan-referral.ts'
import { findReferral, notePlace } from '../referrals/referral-store.ts'
import { type Made, text } from './made.ts'
import { minutesOf } from './minutes-of.ts'

async function markOf(work: Work, code: string): Promise<PrintMark> {
  const { rows } = await sql<{ by: string; en: string; bn: string }>`
    select a.name as by, o.name_en as en, o.name_bn as bn from account a join organisation o on o.id = a.org_id
    where a.org_id = ${work.actor.org} and a.id = ${work.actor.account}`.execute(work.db)
  const [me] = rows
  if (!me) throw new TypeError('somebody without an account')
  return { by: me.by, office: { en: me.en, bn: me.bn }, at: work.now.toISOString(), code }
}

const taken: ReadonlySet<string> = new Set(['accepted', 'serviceStarted', 'completed', 'partlyCompleted'])

/** Whether what was shared is still open to the receiver: so long as the referral lives, and some days after its end. */
async function stillOpens(work: Work, ref: CaseRef): Promise<boolean> {
  const { rows } = await sql<{ opens: boolean }>`
    select r.state in ('accepted', 'serviceStarted') or (r.state in ('completed', 'partlyCompleted')
      and r.ended_at > now() - make_interval(days => named_after_completion())) as opens
    from referral r where r.org_id = ${ref.org} and r.id = ${ref.id}`.execute(work.db)
  return rows[0]?.opens === true
}

/** Under the code of the referral: that of the case is the office's own, and joins no two lists. */
async function letterOf(work: Work, file: CaseRef, id: string): Promise<Made> {
  const row = await findReferral(work, { org: file.org, id })
  if (row.caseId !== file.id) throw new Problem('not-found')
  const accepted = taken.has(row.state)
  const { shared, consented, hasConsent } = await planReferral(
    work,
    file,
    { org: row.toOrg, unit: row.toUnit },
    row.service,
  )
  const open = accepted && hasConsent && (await stillOpens(work, { org: row.org, id: row.id }))
  const sealed = {
    note: open ? row.note : null,
    shared_name: open && consented.includes('identity') ? row.sharedName : null,
  }
  const opened = await work.vault.open(row.org, notePlace(row.id, 'note'), sealed)
  const { service, urgency, sex, ageBand, language, district, workerPreference, accompanied, sent } = row
  const paper: ReferralLetter = {
    kind: 'referralLetter',
    from: { en: row.fromNameEn, bn: row.fromNameBn },
    to: { en: row.toNameEn, bn: row.toNameBn },
    sent,
    accepted,
    service,
    urgency,
    sex,
    ageBand,
    language,
    district,
    workerPreference,
    accompanied,
    name: text(opened['shared_name']),
    note: text(opened['note']),
    opens: open ? [...shared] : [],
  }
  return {
    paper,
    code: row.code,
    read: [
      ...(sealed.shared_name === null ? [] : (['identity'] as const)),
      ...(sealed.note === null ? [] : (['narrative'] as const)),
      'facts',
    ],
    unopened: !('note' in opened && 'shared_name' in opened),
  }
}

interface Goals {
  readonly goals: ServicePlanPaper['goals']
  readonly unopened: boolean
}

async function goalsOf(work: Work, file: CaseRef): Promise<Goals> {
  const record = caseRecords.supportPlan
  const rows = (await rowsOf(work, file, record)).filter((row) => stateOf(row) !== 'dropped')
  const goals: ServicePlanPaper['goals'] = []
  let unopened = false
  for (const row of rows) {
    const words = await openRow(work, file, record, row)
    unopened ||= !('objectives' in words && 'actions' in words)
    goals.push({
      state: stateOf(row),
      objectives: text(words['objectives']),
      actions: text(words['actions']),
      service: text(row['service']),
      giver: text(row['giver']),
      plannedEnd: text(row['planned_end']),
    })
  }
  return { goals, unopened }
}

async function planOf(work: Work, file: CaseRef, id: string): Promise<Made> {
  const record = caseRecords.servicePlan
  const row: Row | undefined = (await rowsOf(work, file, record)).find((one) => one.id === id)
  if (row === undefined) throw new Problem('not-found')
  const words = await openRow(work, file, record, row)
  const { goals, unopened } = await goalsOf(work, file)
  const paper: ServicePlanPaper = {
    kind: 'servicePlan',
    wishes: text(words['wishes']),
    agreement: text(row['agreement']),
    changes: text(words['changes']),
    answeredOn: text(row['answered_on']),
    reviewOn: text(row['review_on']),
    child: await childOfCase(work, file),
    goals,
  }
  const shut = unopened || !('wishes' in words && 'changes' in words)
  return { paper, code: (await codeOf(work, file)) ?? '', read: ['narrative', 'protection'], unopened: shut }
}

async function closureOf(work: Work, file: CaseRef): Promise<Made> {
  const { rows } = await sql<
    Pick<ClosureSummary, 'openedOn' | 'path' | 'services' | 'referrals' | 'followUps'> & {
      closedOn: string | null
    }
  >`
    select c.opened_on as "openedOn", c.closed_on as "closedOn",
      (select coalesce(json_agg(json_build_object('to', e.about ->> 'to', 'on', e.happened_on) order by e.recorded_at, e.id), '[]')
        from case_event e where e.org_id = c.org_id and e.case_id = c.id and e.kind in ('stateChanged', 'caseClosed', 'caseReopened')) as path,
      (select coalesce(json_agg(json_build_object('service', s.service, 'times', s.times, 'last', s.last) order by s.service), '[]')
        from (select d.service, count(*)::int as times, max(d.delivered_on) as last from service_delivered d
          where d.org_id = c.org_id and d.case_id = c.id group by d.service) s) as services,
      (select coalesce(json_agg(json_build_object('service', r.service, 'state', r.state, 'to', json_build_object('en', o.name_en, 'bn', o.name_bn))
          order by r.sent_at, r.id), '[]') from referral r join organisation o on o.id = r.to_org
        where r.org_id = c.org_id and r.case_id = c.id and r.sent_at is not null) as referrals,
      (select count(*)::int from follow_up f where f.org_id = c.org_id and f.case_id = c.id and f.state = 'reached') as "followUps"
    from case_file c where c.org_id = ${file.org} and c.id = ${file.id}`.execute(work.db)
  const [found] = rows
  if (!found) throw new Problem('not-found')
  const { closedOn } = found
  if (closedOn === null) throw new Problem('step-not-possible')
  const record = caseRecords.caseNarrative
  const [narrative] = await rowsOf(work, file, record)
  const words = narrative === undefined ? {} : await openRow(work, file, record, narrative)
  const { goals, unopened } = await goalsOf(work, file)
  const paper: ClosureSummary = {
    ...found,
    kind: 'closureSummary',
    closedOn,
    because: text(words['closureReason']),
    goals: goals.map(({ state, objectives }) => ({ state, objectives })),
  }
  const shut = unopened || (narrative !== undefined && !('closureReason' in words))
  return {
    paper,
    code: (await codeOf(work, file)) ?? '',
    read: ['narrative', 'protection', 'status'],
    unopened: shut,
  }
}

function made(work: Work, file: CaseRef, { kind, of }: PrintAsk): Promise<Made> {
  if (kind === 'closureSummary') return closureOf(work, file)
  if (of === null) throw wrongField('of', 'missing')
  if (kind === 'conferenceMinutes') return minutesOf(work, file, of)
  return kind === 'referralLetter' ? letterOf(work, file, of) : planOf(work, file, of)
}

/** Makes a paper for those who work the case: a reading of all that stands on it, with the reason in the log. */
export async function printPaper(work: Work, file: CaseRef, asked: PrintAsk): Promise<Printed> {
  const { relation } = await findWorked(work, file)
  const { paper, code, read, unopened } = await made(work, file, asked)
  const { reason } = asked
  work.because(reason)
  const record = asked.of === null ? {} : { record: asked.of }
  const touched = { org: file.org, caseId: file.id, relation, reason, ...record } as const
  for (const part of read) work.touched({ ...touched, part, did: 'read' })
  if (unopened) work.touched({ ...touched, part: 'narrative', did: 'unopened' })
  return { mark: await markOf(work, code), paper, unopened }
}
