import type { OwnServiceView } from '@setu/records/api'

/** What one office gave of one service. */
export interface ServiceLine {
  readonly service: OwnServiceView['service']
  readonly office: OwnServiceView['office']
  readonly given: number
  readonly missed: number
  readonly stopped: boolean
  readonly last: string | null
  readonly next: string | null
}

const counted = ({ sessions }: OwnServiceView): number => sessions ?? 1

/** Sessions by referral, newest first; what was written in error counts for nothing. */
export function serviceLines(items: readonly OwnServiceView[]): ServiceLine[] {
  const told = items.filter(({ outcome }) => outcome !== 'inError')
  return [...Map.groupBy(told, ({ referral }) => referral).values()].flatMap((rows) => {
    const ordered = rows.toSorted((a, b) => b.happenedOn.localeCompare(a.happenedOn))
    const [newest] = ordered
    if (newest === undefined) return []
    const given = ordered.filter(({ outcome }) => outcome === 'given')
    return [
      {
        service: newest.service,
        office: newest.office,
        given: given.reduce((sum, one) => sum + counted(one), 0),
        missed: ordered.filter(({ outcome }) => outcome === 'missed').length,
        stopped: newest.outcome === 'stopped',
        last: given[0]?.happenedOn ?? null,
        next: newest.nextOn,
      },
    ]
  })
}
