import type { Engine } from '../src/platform/index.ts'
import { rowsOf } from './client.ts'

/**
 * Every promise of a database counted anew, from what happened, by the rules and calendars that stand in it. Written
 * without the code that makes promises: days are walked one by one, and a moment is a day of Dhaka by adding six hours.
 */
type Amount = { readonly amount: number; readonly unit: string }

/** From when a promise of a kind may have run, and the rule that says for how long; or the day that it is for. */
interface Beginning {
  readonly kind: string
  readonly caseId: string
  readonly about: string | null
  readonly from: string | null
  readonly rule: string
  readonly day: string | null
  /** Whether such a promise must be there. */
  readonly must: boolean
}

const dayMs = 86_400_000

const dhakaDay = (moment: number): string => new Date(moment + 6 * 3_600_000).toISOString().slice(0, 10)

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)

const lastMomentOf = (day: string): number => Date.parse(`${day}T17:59:59Z`)

interface Calendar {
  readonly weekend: readonly number[]
  readonly holidays: ReadonlySet<string>
}

/** The same day so many months later, or the last of that month where it is shorter. */
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const ahead = year * 12 + (month - 1) + months
  const found = [Math.floor(ahead / 12), (ahead % 12) + 1] as const
  let last = date
  const text = () =>
    `${String(found[0]).padStart(4, '0')}-${String(found[1]).padStart(2, '0')}-${String(last).padStart(2, '0')}`
  while (Number.isNaN(Date.parse(text())) || new Date(text()).toISOString().slice(0, 10) !== text()) last -= 1
  return text()
}

function endOf(from: number, { amount, unit }: Amount, calendar: Calendar): number {
  if (unit === 'hours') return from + amount * 3_600_000
  let day = dhakaDay(from)
  if (unit === 'calendarMonths') return lastMomentOf(monthsLater(day, amount))
  for (let left = amount; left > 0; ) {
    day = nextDay(day)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7
    const closed =
      unit === 'workingDays' && (calendar.weekend.includes(weekday) || calendar.holidays.has(day))
    if (!closed) left -= 1
  }
  return lastMomentOf(day)
}

const told = (kind: string, record = 'e.record_id') =>
  `select e.case_id, ${record} as about, e.recorded_at as at from case_event e where e.kind = '${kind}'`
const reached = (record: string, to: string) =>
  `select s.case_id, s.item_id as about, s.at from record_step s where s.record = '${record}' and s.to_state = '${to}'`

const counted = (kind: string, rule: string, source: string, { must = true, ofCase = false } = {}) =>
  `select '${kind}' as kind, b.case_id as "caseId", ${ofCase ? 'null::uuid' : 'b.about'} as about, b.at::text as "from", '${rule}' as rule,
    null::text as day, ${must} as must from (${source}) b`
const setFor = (kind: string, source: string, { must = true, ofCase = false } = {}) =>
  `select '${kind}' as kind, b.case_id as "caseId", ${ofCase ? 'null::uuid' : 'b.about'} as about, null::text as "from", '' as rule,
    b.day::text as day, ${must} as must from (${source}) b where b.day is not null`
const ofReferral = (kind: string, step: string, state: string) =>
  `select '${kind}' as kind, r.case_id as "caseId", r.id as about, e.recorded_at::text as "from", 'levels.' || r.urgency || '.${step}' as rule,
    null::text as day, true as must from referral r join case_event e on e.record_id = r.id and e.kind = 'referralSent'
    where ${state}`

const accepted = `exists (select 1 from case_event a where a.record_id = r.id and a.kind = 'referralAccepted')`

const looks = [
  'caseReopened',
  'transferAccepted',
  'windowFrozen',
  'contactMissed',
  'renewedDanger',
  'reintegrationBroken',
  'emergencyAccess',
  'contested',
  'guardianSuspected',
]
const greatest = `(select l.level from jsonb_each_text(to_jsonb(a)) v (key, level)
  join (values ('low', 1), ('medium', 2), ('high', 3), ('imminent', 4)) l (level, at) on l.level = v.level
  where v.key in ('trafficker_contact', 'family', 'community', 'self_harm', 'health', 'debt', 'documents', 'legal_exposure', 'online_exposure')
  order by l.at desc limit 1)`
const lookedAt = `case when a.assessed_on = (s.at at time zone 'Asia/Dhaka')::date then s.at
  else (a.assessed_on + time '12:00') at time zone 'Asia/Dhaka' end`
const presumed = `select case_id, id as about, (presumed_on + time '12:00') at time zone 'Asia/Dhaka' as at from identification`
const risks = `from risk_assessment a join record_step s on s.item_id = a.id and s.to_state = 'made'`

const daysBefore = `(select (s.rules -> 'askAgain' ->> 'daysBefore')::integer from rule_set s where s.kind = 'caseClocks'
  order by s.valid_from desc, s.made_at desc limit 1)`
const askedAgainOn = `case when k.valid_until - ${daysBefore} > k.given_on then k.valid_until - ${daysBefore} else k.valid_until end`
const agreed = `consent k where k.state in ('given', 'withdrawn') and k.purpose not in ('transferCase', 'travelPhoto', 'media')`

const beginnings: readonly string[] = [
  ...['completeIntake', 'assessRisk', 'assessNeeds', 'makePlan'].map((kind) =>
    counted(kind, `clocks.${kind}`, told('caseOpened'), { ofCase: true }),
  ),
  ...['completeIntake', 'assessRisk', 'assessNeeds', 'makePlan'].map((kind) =>
    counted(kind, `clocks.${kind}`, told('caseImported'), { ofCase: true, must: false }),
  ),
  ofReferral('acknowledgeReferral', 'acknowledge', 'true'),
  ofReferral('answerReferral', 'answer', 'true'),
  ofReferral('startService', 'start', accepted),
  ofReferral('giveFeedback', 'feedback', accepted),
  `select 'reassessRisk' as kind, a.case_id as "caseId", null::uuid as about, (${lookedAt})::text as "from",
    'clocks.reassessRisk.' || ${greatest} as rule, null::text as day, false as must ${risks}`,
  ...looks.map((kind) =>
    counted('reassessRisk', 'clocks.lookAfterEvent', told(kind), { ofCase: true, must: false }),
  ),
  counted(
    'reassessRisk',
    'clocks.lookAfterEvent',
    `select e.case_id, e.id as about, e.recorded_at as at from case_event e
      where (e.kind = 'noteAdded' and e.about ->> 'kind' = 'safety')`,
    { ofCase: true, must: false },
  ),
  counted('makeSafetyPlan', 'clocks.makeSafetyPlan', `select a.case_id, a.id as about, s.at ${risks}`, {
    ofCase: true,
    must: false,
  }),
  counted('approvePlan', 'clocks.approvePlan', reached('servicePlan', 'agreed'), { must: false }),
  counted('approvePayment', 'clocks.approvePlan', reached('payment', 'asked')),
  counted('keepReceipt', 'clocks.keepReceipt', reached('payment', 'paid')),
  counted('hearFeedback', 'clocks.reviewPlan', reached('survivorFeedback', 'invited')),
  counted('answerShelter', 'clocks.answerShelter', reached('shelterStay', 'requested'), { must: false }),
  counted('answerMessage', 'days.2', told('messageReceived'), { ofCase: true }),
  counted('answerTransfer', 'levels.urgent.answer', told('transferOffered')),
  counted('identify', 'clocks.identify', presumed),
  counted('endReflection', 'clocks.reflect', presumed),
  counted(
    'reviewNo',
    'days.7',
    `select e.case_id, e.record_id as about, e.recorded_at as at from case_event e
      where e.kind = 'identificationDecided' and e.about ->> 'identification' = 'noProposed'`,
  ),
  counted(
    'answerAppeal',
    'days.30',
    `select e.case_id, e.record_id as about, e.recorded_at as at from case_event e
      where e.kind = 'identificationDecided' and e.about ->> 'identification' = 'appealed'`,
  ),
  counted('tracePerson', 'clocks.lookAfterEvent', reached('followUp', 'notReached'), {
    ofCase: true,
    must: false,
  }),
  counted(
    'tracePerson',
    'clocks.apart',
    `select t.case_id, t.id as about, e.recorded_at as at from tracing_attempt t
    join case_event e on e.record_id = t.id`,
    { ofCase: true, must: false },
  ),
  `select 'followUp' as kind, f.case_id as "caseId", f.id as about, (r.begun_on + time '12:00') at time zone 'Asia/Dhaka' || '' as "from",
    'months.' || f.months as rule, null::text as day, true as must
    from follow_up f join reintegration r on r.case_id = f.case_id and r.state <> 'dropped' and r.begun_on is not null
    where f.months is not null`,
  setFor('followUp', `select case_id, id as about, due_on as day from follow_up`, { must: false }),
  setFor('endReflection', `select case_id, id as about, reflect_until as day from identification`, {
    must: false,
  }),
  setFor(
    'reviewPlan',
    `select p.case_id, p.id as about, p.review_on as day from service_plan p
    where p.state in ('agreed', 'approved', 'replaced')`,
    { ofCase: true },
  ),
  setFor(
    'reachGoal',
    `select case_id, id as about, planned_end as day from support_plan where state <> 'proposed'`,
    {
      must: false,
    },
  ),
  setFor(
    'bestInterests',
    `select case_id, id as about, review_on as day from best_interests_determination
    where state in ('decided', 'replaced')`,
    { ofCase: true },
  ),
  setFor('renewConsent', `select k.case_id, null::uuid as about, ${askedAgainOn} as day from ${agreed}`, {
    must: false,
    ofCase: true,
  }),
  setFor(
    'renewConsent',
    `select k.case_id, null::uuid as about, min(${askedAgainOn}) as day from ${agreed}
      and k.recorded_at = (select min(x.recorded_at) from consent x where x.case_id = k.case_id) group by k.case_id`,
    { ofCase: true },
  ),
  counted('meetSurvivor', 'hours.0', `select case_id, id as about, at from appointment`),
  setFor(
    'remindSurvivor',
    `select case_id, id as about, (at at time zone 'Asia/Dhaka')::date - 1 as day from appointment where channel is not null`,
    { must: false },
  ),
  setFor('pursueClaim', `select case_id, id as about, next_by as day from non_punishment_claim`),
  setFor('pursueClaim', `select case_id, id as about, contest_until as day from non_punishment_claim`, {
    must: false,
  }),
  counted('informOfProceedings', 'clocks.informOfProceedings', reached('courtLink', 'linked'), {
    must: false,
  }),
  counted(
    'informOfProceedings',
    'clocks.informOfProceedings',
    `select l.case_id, l.id as about, (t.told_on + time '12:00') at time zone 'Asia/Dhaka' as at from court_told t
      join court_link l on l.case_id = t.case_id`,
    { must: false },
  ),
  counted('heedCourt', 'hours.24', told('courtMoved'), { must: false }),
  setFor('giveService', `select case_id, referral_id as about, next_on as day from own_service`, {
    must: false,
  }),
  setFor('holdConference', `select case_id, id as about, planned_on as day from case_conference`),
  setFor('carryOut', `select case_id, id as about, due_on as day from conference_decision`),
  setFor('reviewShelter', `select case_id, id as about, review_on as day from shelter_stay`, { must: false }),
]

const tasks = `select t.kind, t.case_id as "caseId", t.id as about, null::text as "from", '' as rule, t.due_on::text as day,
  true as must from case_task t`

/** What was promised, and everything that it may rest on. */
export interface Promises {
  /** Promises that rest on nothing that happened, or are for another moment than the rules say. */
  readonly wrong: readonly string[]
  /** What happened and should have been promised and is not. */
  readonly missing: readonly string[]
  readonly looked: number
  readonly kinds: ReadonlySet<string>
}

function ruleOf(rules: ReadonlyMap<string, unknown>, version: string, name: string): Amount | null {
  const [set = '', ...path] = name.split('.')
  if (set === 'hours') return { amount: Number(path[0]), unit: 'hours' }
  if (set === 'days') return { amount: Number(path[0]), unit: 'calendarDays' }
  if (set === 'months') return { amount: Number(path[0]), unit: 'calendarMonths' }
  const kept = rules.get(`${set === 'levels' ? 'serviceLevels' : 'caseClocks'} ${version}`)
  let at: unknown = set === 'levels' ? (kept as { levels?: unknown } | undefined)?.levels : kept
  if (path[0] === 'apart') {
    const { unreachable } = kept as { unreachable: { attempts: number; over: Amount } }
    const each = unreachable.over.amount / Math.max(1, unreachable.attempts - 1)
    return { amount: Math.ceil(each), unit: 'calendarDays' }
  }
  for (const step of path) at = (at as Record<string, unknown> | undefined)?.[step]
  return at === undefined ? null : (at as Amount)
}

/** Counts every promise anew. */
export async function countAnew(owner: Engine): Promise<Promises> {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const rules = new Map(
    (await rowsOf(owner, 'select kind, version, rules from rule_set')).map((row) => [
      `${String(row['kind'])} ${String(row['version'])}`,
      typeof row['rules'] === 'string' ? JSON.parse(row['rules']) : row['rules'],
    ]),
  )
  const calendars = new Map<string, Calendar>()
  for (const row of await rowsOf(
    owner,
    `select version, to_json(weekend) as weekend, holidays from working_calendar where jurisdiction = 'BD' and institution = 'executive'`,
  )) {
    const read = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value)
    const holidays = new Set<string>(read(row['holidays']).map((one: { date: string }) => one.date))
    calendars.set(String(row['version']), { weekend: read(row['weekend']).map(Number), holidays })
  }
  const [anyCalendar = { weekend: [], holidays: new Set<string>() }] = calendars.values()
  const from = (await rowsOf(owner, [...beginnings, tasks].join(' union all '))) as unknown as Beginning[]
  const by = new Map<string, Beginning[]>()
  for (const one of from) {
    const key = `${one.kind} ${one.caseId} ${one.about ?? '-'}`
    by.set(key, [...(by.get(key) ?? []), one])
  }
  const due = await rowsOf(
    owner,
    `select kind, case_id, about_id, rule_version, calendar_version, due_at::text as due_at from due_item where case_id is not null`,
  )
  const whenOf = (one: Beginning, version: string, calendar: string | null): number | null => {
    if (one.day !== null) return lastMomentOf(one.day)
    const rule = ruleOf(rules, version, one.rule)
    if (rule === null || one.from === null) return null
    const used = calendar === null ? anyCalendar : calendars.get(calendar)
    if (used === undefined || (calendar === null) === (rule.unit === 'workingDays')) return null
    return endOf(Date.parse(one.from), rule, used)
  }
  const wrong: string[] = []
  const met = new Set<Beginning>()
  const kinds = new Set<string>()
  for (const row of due) {
    const [kind, version] = [String(row['kind']), String(row['rule_version'])]
    kinds.add(kind)
    const key = `${kind} ${String(row['case_id'])} ${text(row['about_id']) ?? '-'}`
    const moment = Date.parse(String(row['due_at']))
    const found = (by.get(key) ?? []).filter(
      (one) => whenOf(one, version, text(row['calendar_version'])) === moment,
    )
    if (found.length === 0) wrong.push(`${key} by ${version}: ${new Date(moment).toISOString()}`)
    for (const one of found) met.add(one)
  }
  const missing = from
    .filter((one) => one.must && !met.has(one))
    .map((one) => `${one.kind} ${one.caseId} ${one.about ?? '-'}: ${one.from ?? one.day ?? ''} ${one.rule}`)
  return { wrong, missing, looked: due.length, kinds }
}
