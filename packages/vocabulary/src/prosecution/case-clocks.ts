import type { PlainDate } from '../plain-date.ts'
import type { AssistanceFacts } from './assistance.ts'
import {
  type AccusedFacts,
  type CriminalFactKind,
  type CriminalFacts,
  type InvestigationFacts,
  lastEnd,
} from './criminal-alerts.ts'
import {
  type CriminalOutcome,
  type CriminalStage,
  outcomeAfter,
  stagesOfSentence,
} from './criminal-stages.ts'
import type { HearingFacts } from './hearing-alerts.ts'

/** A stage that one accused reached for one offence. */
export interface StageReached {
  readonly accused: string
  readonly offence: string
  readonly to: CriminalStage
  readonly on: PlainDate
}

/** What was written down of a criminal case, as far as its clocks ask: days and codes, in the order in which they came. */
export interface CaseHistory {
  readonly steps: readonly StageReached[]
  /** The offences for which compensation was ordered. */
  readonly compensated: readonly string[]
  /** Days in court that were held or put off; days to come are none yet. */
  readonly hearings: readonly HearingFacts[]
  readonly facts: readonly {
    readonly kind: CriminalFactKind
    readonly on: PlainDate
    readonly accused: string | null
  }[]
  /** Each time that another country was asked, and when it said anything. */
  readonly requests: readonly AssistanceFacts[]
}

interface Span {
  readonly began: PlainDate
  readonly ended: PlainDate | null
}

const firstInvestigation: ReadonlySet<CriminalStage> = new Set(['firLodged', 'underInvestigation'])
const furtherInvestigation: ReadonlySet<CriminalStage> = new Set(['furtherInvestigation'])
const duringTrial: ReadonlySet<CriminalStage> = new Set([
  'prosecutionEvidence',
  'examination',
  'defenceEvidence',
  'argument',
])

type Lane = readonly StageReached[]

/** From when to when one lane stood at some stages. */
function spansIn(lane: Lane, stages: ReadonlySet<CriminalStage>): Span[] {
  const spans: Span[] = []
  let began: PlainDate | null = null
  for (const { to, on } of lane) {
    if (stages.has(to)) began ??= on
    else if (began !== null) {
      spans.push({ began, ended: on })
      began = null
    }
  }
  return began === null ? spans : [...spans, { began, ended: null }]
}

/** One time of investigation for all who were investigated at once: it ends with the report on the last of them. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((one, other) => (one.began < other.began ? -1 : 1))) {
    const last = all.at(-1)
    if (last === undefined || (last.ended !== null && last.ended < span.began)) all.push(span)
    else {
      const { ended } = last
      const later = ended === null || span.ended === null ? null : ended > span.ended ? ended : span.ended
      all[all.length - 1] = { began: last.began, ended: later }
    }
  }
  return all
}

function investigationsOf(lanes: readonly Lane[], { facts }: CaseHistory): InvestigationFacts[] {
  const spans = [firstInvestigation, furtherInvestigation].flatMap((stages) =>
    joined(lanes.flatMap((lane) => spansIn(lane, stages))),
  )
  const first = (kind: CriminalFactKind, { began, ended }: Span) =>
    facts
      .filter((one) => one.kind === kind && one.on >= began && (ended === null || one.on <= ended))
      .map(({ on }) => on)
      .toSorted()[0] ?? null
  return spans.map((span) => ({
    ...span,
    asked: first('extensionAsked', span),
    granted: first('extensionGiven', span),
  }))
}

/** Final reports of one day are one; they are answered once the last of them is. */
function finalReportsOf(lanes: readonly Lane[]): CriminalFacts['finalReports'][number][] {
  const filed = lanes.flatMap((lane) =>
    lane.flatMap(({ to, on }, place) =>
      to === 'finalReport' ? [{ filed: on, answered: lane[place + 1]?.on ?? null }] : [],
    ),
  )
  return [...Map.groupBy(filed, (one) => one.filed)].map(([day, all]) => ({
    filed: day,
    answered: lastEnd(all.map(({ answered }) => answered)),
  }))
}

type Pass = { -readonly [Key in keyof AccusedFacts]: AccusedFacts[Key] }

const freshPass = (id: string): Pass => ({
  id,
  chargeSheeted: null,
  chargeDecided: null,
  framed: null,
  judged: null,
  appealed: null,
  compensationOrdered: null,
  compensationPaid: null,
})

/** Writes one stage into the pass through the courts to which it belongs. */
function enter(pass: Pass, { to, on }: StageReached, before: CriminalStage | null): void {
  const begins = to === 'chargeFramed' || (to === 'prosecutionEvidence' && before === 'retrialOrdered')
  if (to === 'chargeSheeted') pass.chargeSheeted = on
  else if (pass.chargeSheeted !== null && to !== 'cognizance') pass.chargeDecided ??= on
  if (begins) pass.framed ??= on
  else if (pass.framed !== null && pass.judged === null && !duringTrial.has(to)) {
    pass.judged = on
    // Where nobody was convicted or acquitted, there is nothing to appeal against.
    if (to !== 'convicted' && to !== 'acquitted') pass.appealed = on
  } else if (pass.judged !== null) pass.appealed ??= on
}

/** Each time that somebody goes through the courts for one offence: a new charge sheet or a new trial is another. */
function passesOf(lane: Lane, { compensated, facts }: CaseHistory): AccusedFacts[] {
  const [first] = lane
  if (first === undefined) return []
  const sentenced = lane.findLastIndex(({ to }) => stagesOfSentence.includes(to))
  let pass = freshPass(first.accused)
  const passes = [pass]
  for (const [place, step] of lane.entries()) {
    const anew = step.to === 'retrialOrdered' || (step.to === 'chargeSheeted' && pass.chargeSheeted !== null)
    if (anew) {
      if (step.to === 'retrialOrdered') enter(pass, step, lane[place - 1]?.to ?? null)
      pass = freshPass(step.accused)
      passes.push(pass)
    }
    if (step.to !== 'retrialOrdered') enter(pass, step, lane[place - 1]?.to ?? null)
    if (place === sentenced && compensated.includes(step.offence)) pass.compensationOrdered = step.on
  }
  for (const one of passes) {
    const { compensationOrdered: ordered } = one
    const paid = facts.filter(({ kind, accused }) => kind === 'compensationPaid' && accused === one.id)
    one.compensationPaid =
      paid
        .map(({ on }) => on)
        .filter((on) => ordered !== null && on >= ordered)
        .toSorted()[0] ?? null
  }
  return passes
}

/** Since when the last of them had an outcome. */
function overSince(lanes: readonly Lane[]): PlainDate | null {
  const ends = lanes.map((lane) => {
    let outcome: CriminalOutcome | null = null
    let since: PlainDate | null = null
    for (const { to, on } of lane) {
      outcome = outcomeAfter(outcome, to)
      since = outcome === null ? null : (since ?? on)
    }
    return since
  })
  return lastEnd(ends)
}

/** The days that the clocks of a case count from and end on, found in what was written down of it. */
export function criminalFactsOf(history: CaseHistory): CriminalFacts {
  const lanes = [...Map.groupBy(history.steps, ({ offence }) => offence).values()]
  const days = (kind: CriminalFactKind) =>
    history.facts.filter((one) => one.kind === kind).map(({ on }) => on)
  return {
    investigations: investigationsOf(lanes, history),
    finalReports: finalReportsOf(lanes),
    accused: lanes.flatMap((lane) => passesOf(lane, history)),
    hearings: history.hearings,
    overrunTold: days('overrunTold'),
    investigatorMoved: [...new Set(days('investigatorMoved'))],
    requests: history.requests,
    over: overSince(lanes),
  }
}
