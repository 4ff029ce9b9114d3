import type { CaseView } from '@setu/records/api'

type Kept = CaseView['records'][number]

const shown: readonly string[] = ['draft', 'agreed', 'approved', 'declined']

/** The plan that is spoken of: one that is being made or was answered, and the newest of them. */
export function planInForce(records: readonly Kept[]): Kept | undefined {
  return records
    .filter(({ record, state }) => record === 'servicePlan' && shown.includes(state ?? ''))
    .toSorted((a, b) => (a.steps[0]?.at ?? '').localeCompare(b.steps[0]?.at ?? ''))
    .at(-1)
}

/** By when a goal is to be reached; what has no day comes last. */
function dayOf({ values: { plannedEnd } }: Kept): string {
  return typeof plannedEnd === 'string' ? plannedEnd : '9'
}

/** The goals of a case that were not left out: those under way first, then by the day they are to be reached. */
export function goalsIn(records: readonly Kept[]): Kept[] {
  const order = ['agreed', 'proposed', 'reached', 'notReached']
  return records
    .filter(({ record, state }) => record === 'supportPlan' && state !== 'dropped')
    .toSorted(
      (a, b) =>
        order.indexOf(a.state ?? '') - order.indexOf(b.state ?? '') || dayOf(a).localeCompare(dayOf(b)),
    )
}

/** The services that were given towards a goal. */
export function given(records: readonly Kept[], goal: string): Kept[] {
  return records.filter(({ record, values }) => record === 'serviceDelivered' && values['goal'] === goal)
}
