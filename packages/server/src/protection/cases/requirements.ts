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
import { isChild } from '../children/child-store.ts'
import { claimOpenIn } from '../claims/claim-store.ts'
import { type RulesInForce, rulesInForce } from '../due/rules-in-force.ts'
import { type Contact, contactOf, isLost } from '../livelihood/contact-store.ts'

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
  readonly band: string | null
  /** How those stand who were named as guardians. */
  readonly guardians: readonly string[]
  readonly suspectedAt: string | null
  readonly pendingReferral: boolean
  readonly closureReason: boolean
  readonly lastRisk: LastRisk | null
  readonly safetyPlan: boolean
  readonly needsMade: boolean
  /** Where the service plans of the case stand, those that are out of force left out. */
  readonly plans: readonly string[]
  readonly approves: boolean
  /** Whether a follow-up still lies ahead, how it stands with reaching the person, and when danger was last seen. */
  readonly followUpAhead: boolean
  readonly contact: Contact
  readonly dangerSeen: string | null
  /** Whether compensation was ordered or agreed that has not come in full. */
  readonly compensationOwed: boolean
  /** Whether a claim of non-punishment goes on, and when the last one came to. */
  readonly claimOpen: boolean
  readonly claimSince: string | null
  /** Whether the survivor is still tied to a criminal case, and so is promised to be told of it. */
  readonly courtLinked: boolean
  readonly feedbackInvited: boolean
  /** What a named person said to be so, or let wait. */
  readonly said: readonly Said[]
}

interface Said {
  readonly requirement: string
  readonly answer: 'done' | 'waived'
  readonly at: string
}

async function knownOf(work: Work, file: CaseRef): Promise<Known> {
  const { rows } = await sql<Known>`
    select coalesce(f.age_band is not null and f.age_certainty is not null, false) as "ageBand",
      coalesce(f.sex is not null or f.gender is not null, false) as sex,
      coalesce(f.language is not null, false) as language,
      f.age_band as band,
      array(select g.state from guardian g where g.org_id = ${file.org} and g.case_id = ${file.id}) as guardians,
      (select max(t.at) from record_step t where t.org_id = ${file.org} and t.case_id = ${file.id}
        and t.record = 'guardian' and t.to_state = 'suspect') as "suspectedAt",
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
      exists (select 1 from follow_up u where u.org_id = ${file.org} and u.case_id = ${file.id}
        and u.state = 'planned') as "followUpAhead",
      ${contactOf(sql`${file.org}::uuid`, sql`${file.id}::uuid`)} as contact,
      (select max(s.at) from follow_up u join record_step s on s.org_id = u.org_id and s.case_id = u.case_id
          and s.item_id = u.id and s.to_state = 'reached'
        where u.org_id = ${file.org} and u.case_id = ${file.id} and u.state = 'reached'
          and (u.safety = 'unsafe' or u.housing = 'unsafe' or exists (select 1 from unnest(u.signs) as g (sign) where g.sign <> 'none'))
      ) as "dangerSeen",
      exists (select 1 from compensation c where c.org_id = ${file.org} and c.case_id = ${file.id}
        and c.state in ('ordered', 'partlyPaid')) as "compensationOwed",
      ${claimOpenIn(sql`${file.org}::uuid`, sql`${file.id}::uuid`, work.today)} as "claimOpen",
      (select max(t.at) from record_step t where t.org_id = ${file.org} and t.case_id = ${file.id}
        and t.record = 'nonPunishmentClaim') as "claimSince",
      exists (select 1 from court_link l where l.org_id = ${file.org} and l.case_id = ${file.id}
        and l.state = 'linked') as "courtLinked",
      exists (select 1 from record_step b where b.org_id = ${file.org} and b.case_id = ${file.id}
        and b.record = 'survivorFeedback') as "feedbackInvited",
      (select coalesce(json_agg(json_build_object('requirement', k.requirement, 'answer', k.answer, 'at', k.recorded_at)), '[]'::json)
        from case_check k where k.org_id = ${file.org} and k.case_id = ${file.id}) as said
    from (select 1) as one left join case_facts f on f.org_id = ${file.org} and f.case_id = ${file.id}`.execute(
    work.db,
  )
  const [row] = rows
  if (!row) throw new TypeError('a case without facts about it')
  return row
}

/**
 * What the risks themselves show; nothing where none were written down. Danger that was seen at a follow-up is a high
 * risk until somebody looked again. A supervisor's leave is for the risk of that day.
 */
function shownByRisk({ lastRisk, dangerSeen, safetyPlan, said }: Known): [CaseRequirement, boolean][] {
  const seen = dangerSeen === null ? null : new Date(dangerSeen)
  const made = lastRisk === null ? null : new Date(lastRisk.made)
  const danger = seen !== null && (made === null || made < seen)
  const since = danger ? seen : made
  const letWait = said.some(
    ({ requirement, answer, at }) =>
      requirement === 'noHighRisk' && answer === 'waived' && since !== null && new Date(at) >= since,
  )
  const open: [CaseRequirement, boolean][] = danger ? [['noHighRisk', letWait]] : []
  if (lastRisk === null) return safetyPlan ? [['safetyPlan', true], ...open] : open
  const level = greatestOf(lastRisk.levels)
  return [
    ['riskAssessed', true],
    ['safetyPlan', safetyPlan || !needsSafetyPlan(level)],
    ['noHighRisk', letWait || !(danger || isHighRisk(level))],
  ]
}

/** What follow-ups show. Whoever cannot be reached is safely looked for before anybody says so at the end of a case. */
function shownByContact(
  { followUpAhead, contact }: Known,
  rules: RulesInForce,
  reason: string | undefined,
): [CaseRequirement, boolean][] {
  const lost = isLost(contact, rules)
  const out = reason === 'unreachable' || contact.missed > 0 || contact.tries > 0
  return [
    ['followUpsDone', lost || !followUpAhead],
    ['safelyTraced', lost || !out],
  ]
}

/** A supervisor's leave is for how the claims stood on its day. */
function shownByClaims({ claimOpen, claimSince, said }: Known): [CaseRequirement, boolean][] {
  const letWait = said.some(
    ({ requirement, answer, at }) =>
      requirement === 'noOpenClaim' &&
      answer === 'waived' &&
      (claimSince === null || new Date(at) >= new Date(claimSince)),
  )
  return [['noOpenClaim', !claimOpen || letWait]]
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

/** Who acts for a child; a supervisor's leave ends when a guardian turns out to be a suspect. */
function shownByGuardians({ guardians, suspectedAt, said }: Known): [CaseRequirement, boolean][] {
  if (guardians.length === 0) return []
  const letWait = said.some(
    ({ requirement, answer, at }) =>
      requirement === 'guardianOfChild' &&
      answer === 'waived' &&
      (suspectedAt === null || new Date(at) >= new Date(suspectedAt)),
  )
  return [['guardianOfChild', guardians.includes('acts') || letWait]]
}

/** What the records themselves show to be so; everything else is said by a person, with their name to it. */
function shownByRecords(
  known: Known,
  rules: RulesInForce,
  reason: string | undefined,
): ReadonlyMap<CaseRequirement, boolean> {
  return new Map<CaseRequirement, boolean>([
    ['ageBand', known.ageBand],
    ['sex', known.sex],
    ['language', known.language],
    ['safeContact', known.safeContact],
    ['rightsNotice', known.rightsNotice],
    ['serviceConsent', known.serviceConsent],
    ['noPendingReferral', !known.pendingReferral],
    ['closureReason', known.closureReason || reason !== undefined],
    ['compensationPaid', !known.compensationOwed],
    ['noOpenCourtLink', !known.courtLinked],
    ...(known.feedbackInvited ? [['feedbackInvited', true] as const] : []),
    ['reason', reason !== undefined],
    ...shownByRisk(known),
    ...shownByPlans(known),
    ...shownByContact(known, rules, reason),
    ...shownByGuardians(known),
    ...shownByClaims(known),
  ])
}

const onlyForChildren: ReadonlySet<CaseRequirement> = new Set(['guardianOfChild', 'childSolution'])

/** Leave for these is for what was known on its day, and the records know of it. */
const ofItsDay: ReadonlySet<CaseRequirement> = new Set(['noHighRisk', 'guardianOfChild', 'noOpenClaim'])

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
export async function pathOf(work: Work, file: At, reason?: string): Promise<CaseView['path']> {
  const shown = await knownOf(work, file)
  const child = await isChild(work, shown.band)
  const records = shownByRecords(shown, await rulesInForce(work), reason)
  const said = new Set(shown.said.map(({ requirement }) => requirement))
  const waived = new Set(
    shown.said.filter(({ answer }) => answer === 'waived').map(({ requirement }) => requirement),
  )
  const met = (one: CaseRequirement): boolean => {
    const record = records.get(one)
    if (record === true) return true
    if (waived.has(one) && !ofItsDay.has(one)) return true
    return said.has(one) && !(record === false && shownByRecordsOnly.has(one))
  }
  return (await inLikelyOrder(work, file)).map((to) => {
    const wanted = caseRequirementsFor(file.state, to) ?? []
    const missing = wanted.filter((one) => !(onlyForChildren.has(one) && !child) && !met(one))
    return {
      to,
      missing,
      waivable: missing.filter((one) => entryOf(caseRequirements, one).supervisorMayWaive),
    }
  })
}
