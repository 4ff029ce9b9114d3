import { dayOf } from '../../platform/index.ts'
import { planWords } from '../words-table.ts'
import type { Milestone } from './case-path.ts'
import { lineId } from './lines.ts'
import { day, inOfficeHours, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

interface Cost {
  readonly kind: string
  readonly line: 'DK-LIV' | 'NO-CARE' | 'GEN'
  /** In hundreds of taka. */
  readonly taka: readonly [number, number]
}

const grants: readonly Cost[] = [
  { kind: 'livelihoodGrant', line: 'DK-LIV', taka: [80, 450] },
  { kind: 'educationGrant', line: 'DK-LIV', taka: [30, 150] },
  { kind: 'emergencyGrant', line: 'NO-CARE', taka: [15, 80] },
]
const costs: readonly Cost[] = [
  { kind: 'travel', line: 'GEN', taka: [3, 25] },
  { kind: 'medical', line: 'NO-CARE', taka: [8, 90] },
  { kind: 'papers', line: 'GEN', taka: [2, 12] },
  { kind: 'legal', line: 'NO-CARE', taka: [20, 120] },
]

const step = (record: 'payment' | 'compensation', id: string, to: string, values = {}): Act => ({
  act: 'recordStep',
  record,
  id,
  to,
  values,
})

/** One payment from its asking to its receipt, as far as it came by a moment. */
function payment(telling: Telling, { kind, line, taka }: Cost, from: Date, until: Date): Turn[] {
  const { draws, worker, person, directory, brief } = telling
  const id = draws.id()
  const supervisor = directory.supervisorOf(brief.unit)
  const office = (days: number) => inOfficeHours(draws, later(from, days * day), from, until)
  const refused = draws.percent(6)
  const values = {
    kind,
    amount: draws.between(...taka) * 10_000,
    line: lineId(directory.unit(brief.unit).org, line),
    neededFor: person.say(draws.pick(planWords).actions),
  }
  const paidAt = office(3)
  const turns: Turn[] = [
    { at: from, by: worker, acts: [{ act: 'record', record: 'payment', id, values }] },
    {
      at: office(1),
      by: supervisor,
      acts: [
        refused
          ? step('payment', id, 'refused', { whyRefused: draws.pick(['noFunds', 'unclear'] as const) })
          : step('payment', id, 'approved'),
      ],
    },
    {
      at: paidAt,
      by: worker,
      acts: [
        step('payment', id, 'paid', {
          paidOn: dayOf(paidAt),
          paidBy: draws.pick(['cash', 'mobile'] as const),
        }),
      ],
    },
    { at: office(6), by: worker, acts: [step('payment', id, 'receipted', { receiptKind: 'register' })] },
  ]
  const told = refused ? turns.slice(0, 2) : turns
  // What would come too late, or in another order than it must, has not happened yet.
  const late = told.findIndex(
    ({ at }, place) => at >= until || (place > 0 && at <= (told[place - 1]?.at ?? from)),
  )
  return supervisor === worker ? [] : late === -1 ? told : told.slice(0, late)
}

/** Compensation that a court ordered, in about every twelfth case; what is closed was paid in full. */
function compensated({ draws, worker }: Telling, from: Date, until: Date, closed: boolean): Turn[] {
  const room = until.getTime() - from.getTime()
  if (room < 40 * day || !draws.percent(8)) return []
  const id = draws.id()
  const at = (share: number): Date => later(from, room * share)
  const amount = draws.between(5, 40) * 1_000_000
  const values = {
    source: draws.pick(['court', 'court', 'settlement', 'state'] as const),
    claimed: amount * 2,
  }
  const turn = (share: number, acts: Act[]): Turn => ({ at: at(share), by: worker, acts })
  const claim = turn(0.1, [{ act: 'record', record: 'compensation', id, values }])
  const ordered = turn(0.4, [step('compensation', id, 'ordered', { amount, decidedOn: dayOf(at(0.4)) })])
  const part = turn(0.6, [
    step('compensation', id, 'partlyPaid', { received: amount / 4, receivedOn: dayOf(at(0.6)) }),
  ])
  const all = turn(0.8, [step('compensation', id, 'paid', { allReceivedOn: dayOf(at(0.8)) })])
  if (closed) return [claim, ordered, part, all]
  return [claim, ordered, part].slice(0, draws.between(1, 3))
}

/** Grants and costs of a case, each approved by somebody else than who asked, and what a court ordered. */
export function payingFor(all: Telling, milestones: readonly Milestone[], handed: Date | null): Turn[] {
  const telling = { ...all, draws: all.draws.stream('money') }
  const { draws, now, person } = telling
  const at = (state: string): Date | undefined => milestones.find(({ to }) => to === state)?.at
  const [active, closed] = [at('active'), at('closed')]
  if (active === undefined) return []
  const end = closed ?? (handed === null ? later(now, -3_600_000) : handed)
  const until = later(end, closed === undefined && handed === null ? 0 : -2 * 3_600_000)
  const room = until.getTime() - active.getTime()
  if (room < 3 * day) return []
  const wanted = draws.some([...costs, ...(person.child ? grants.slice(1) : grants)], draws.between(0, 2))
  const payments = wanted.flatMap((cost) => {
    const from = inOfficeHours(draws, later(active, (room * draws.between(4, 96)) / 100), active, until)
    return from < until ? payment(telling, cost, from, until) : []
  })
  const open = closed === undefined && handed === null && draws.percent(20)
  const asked = later(now, -draws.between(2, 70) * 3_600_000)
  const waits = open && asked > active ? payment(telling, draws.pick(costs), asked, later(asked, 1000)) : []
  return [...payments, ...waits, ...compensated(telling, active, until, closed !== undefined)]
}
