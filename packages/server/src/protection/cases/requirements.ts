import type { CaseView } from '@setu/records/api'
import {
  type CaseRequirement,
  type CaseState,
  caseRequirements,
  caseRequirementsFor,
  caseTransitions,
  entryOf,
  isHighRisk,
  needsSafetyPlan,
  shownByRecordsOnly,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { plansApproved } from '../plans/approvals.ts'
import { greatestOf, type LastRisk, lastRiskOf } from '../risk/risk-store.ts'
import type { CaseFile } from './case-store.ts'
import type { CaseRef } from './record-store.ts'

interface Known {
  readonly ageBand: boolean
  readonly sex: boolean
  readonly language: boolean
  readonly safeContact: boolean
  readonly rightsNotice: boolean
  readonly serviceConsent: boolean
  readonly child: boolean
  readonly pendingReferral: boolean
  readonly closureReason: boolean
  readonly lastRisk: LastRisk | null
  readonly safetyPlan: boolean
  readonly needsMade: boolean
  /** Where the service plans of the case stand, those that are out of force left out. */
  readonly plans: readonly string[]
  readonly approves: boolean
  /** What a named person said to be so, or let wait. */
  readonly said: readonly Said[]
}

interface Said {
  readonly requirement: string
  readonly answer: 'done' | 'waived'
  readonly at: string
}

const childBands = ['0-4', '5-9', '10-14', '15-17', 'childUnknown', 'unknown']

async function knownOf(work: Work, file: CaseRef): Promise<Known> {
  const { rows } = await sql<Known>`
    select coalesce(f.age_band is not null and f.age_certainty is not null, false) as "ageBand",
      coalesce(f.sex is not null or f.gender is not null, false) as sex,
      coalesce(f.language is not null, false) as language,
      coalesce(f.age_band = any (${childBands}::text[]), true) as child,
      exists (select 1 from person_contact p where p.org_id = ${file.org} and p.case_id = ${file.id}
        and (p.safe_way is not null or p.mobile is not null)) as "safeContact",
      exists (select 1 from rights_notice n where n.org_id = ${file.org} and n.case_id = ${file.id}) as "rightsNotice",
      exists (select 1 from consent k where k.org_id = ${file.org} and k.case_id = ${file.id} and k.purpose = 'services'
        and k.state = 'given' and k.valid_until >= ${work.today}::date) as "serviceConsent",
      exists (select 1 from referral r where r.org_id = ${file.org} and r.case_id = ${file.id}
        and r.state in ('draft', 'consentChecked', 'sent', 'acknowledged', 'accepted', 'serviceStarted')) as "pendingReferral",
      exists (select 1 from case_narrative n where n.org_id = ${file.org} and n.case_id = ${file.id}
        and n.closure_reason is not null) as "closureReason",
      ${lastRiskOf(sql`${file.org}::uuid`, sql`${file.id}::uuid`)} as "lastRisk",
      exists (select 1 from safety_plan s where s.org_id = ${file.org} and s.case_id = ${file.id}
        and s.state = 'inForce') as "safetyPlan",
      exists (select 1 from needs_assessment n where n.org_id = ${file.org} and n.case_id = ${file.id}
        and n.state = 'made') as "needsMade",
      array(select p.state from service_plan p where p.org_id = ${file.org} and p.case_id = ${file.id}
        and p.state in ('draft', 'agreed', 'approved', 'declined')) as plans,
      ${plansApproved(work)} as approves,
      (select coalesce(json_agg(json_build_object('requirement', k.requirement, 'answer', k.answer, 'at', k.recorded_at)), '[]'::json)
        from case_check k where k.org_id = ${file.org} and k.case_id = ${file.id}) as said
    from (select 1) as one left join case_facts f on f.org_id = ${file.org} and f.case_id = ${file.id}`.execute(
    work.db,
  )
  const [row] = rows
  if (!row) throw new TypeError('a case without facts about it')
  return row
}

/** What the risks themselves show; nothing where none were written down. A supervisor's leave is for the risk of that day. */
function shownByRisk({ lastRisk, safetyPlan, said }: Known): [CaseRequirement, boolean][] {
  if (lastRisk === null) return safetyPlan ? [['safetyPlan', true]] : []
  const level = greatestOf(lastRisk.levels)
  const letWait = said.some(
    ({ requirement, answer, at }) =>
      requirement === 'noHighRisk' && answer === 'waived' && new Date(at) >= new Date(lastRisk.made),
  )
  return [
    ['riskAssessed', true],
    ['safetyPlan', safetyPlan || !needsSafetyPlan(level)],
    ['noHighRisk', letWait || !isHighRisk(level)],
  ]
}

/** What needs and plans themselves show; nothing where none were written down. */
function shownByPlans({ needsMade, plans, approves }: Known): [CaseRequirement, boolean][] {
  const waits = approves && plans.includes('agreed') && !plans.includes('approved')
  return [
    ...(needsMade ? [['needsAssessed', true] as const] : []),
    ...(plans.length > 0 ? [['planAnswered', plans.some((state) => state !== 'draft')] as const] : []),
    ['planApproved', !waits] as const,
  ].map(([requirement, met]) => [requirement, met])
}

/** What the records themselves show to be so; everything else is said by a person, with their name to it. */
function shownByRecords(known: Known, reason: boolean): ReadonlyMap<CaseRequirement, boolean> {
  return new Map<CaseRequirement, boolean>([
    ['ageBand', known.ageBand],
    ['sex', known.sex],
    ['language', known.language],
    ['safeContact', known.safeContact],
    ['rightsNotice', known.rightsNotice],
    ['serviceConsent', known.serviceConsent],
    ['noPendingReferral', !known.pendingReferral],
    ['closureReason', known.closureReason],
    ['reason', reason],
    ...shownByRisk(known),
    ...shownByPlans(known),
  ])
}

const onlyForChildren: ReadonlySet<CaseRequirement> = new Set(['guardianOfChild', 'childSolution'])

type At = CaseRef & Pick<CaseFile, 'state'>

/** A case that rests is taken up where it was left, so that state is offered first. */
async function inLikelyOrder(work: Work, file: At): Promise<readonly CaseState[]> {
  const after = caseTransitions[file.state]
  if (file.state !== 'onHold') return after
  const { rows } = await sql<{ from: string | null }>`
    select about ->> 'from' as "from" from case_event
    where org_id = ${file.org} and case_id = ${file.id} and kind = 'stateChanged' and about ->> 'to' = 'onHold'
    order by recorded_at desc limit 1`.execute(work.db)
  const left = after.find((state) => state === rows[0]?.from)
  return left === undefined ? after : [left, ...after.filter((state) => state !== left)]
}

/** Each state that may follow, the likeliest first, with what is missing for it and what of that may wait. */
export async function pathOf(work: Work, file: At, reason = false): Promise<CaseView['path']> {
  const shown = await knownOf(work, file)
  const records = shownByRecords(shown, reason)
  const said = new Set(shown.said.map(({ requirement }) => requirement))
  const met = (one: CaseRequirement): boolean => {
    const record = records.get(one)
    return record === true || (said.has(one) && !(record === false && shownByRecordsOnly.has(one)))
  }
  return (await inLikelyOrder(work, file)).map((to) => {
    const wanted = caseRequirementsFor(file.state, to) ?? []
    const missing = wanted.filter((one) => !(onlyForChildren.has(one) && !shown.child) && !met(one))
    return {
      to,
      missing,
      waivable: missing.filter((one) => entryOf(caseRequirements, one).supervisorMayWaive),
    }
  })
}
