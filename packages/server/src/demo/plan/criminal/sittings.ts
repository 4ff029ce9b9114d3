import { addDays, type PlainDate } from '@setu/vocabulary'
import type { CriminalAct, Desk } from './story.ts'

/** What somebody of an office enters of one case at one time. */
export interface Sitting<Act extends CriminalAct> {
  readonly by: Desk
  /** The last day that is entered. */
  readonly on: PlainDate
  readonly acts: readonly Act[]
}

/** An office that is behind with its papers enters so many days of them at once. */
const behind = 150

/**
 * The acts of a case as offices enter them: what is new, on its day; what is older than a few weeks, in one go with what
 * came before. The court desk and the two others enter apart from each other.
 */
export function sittingsOf<Act extends CriminalAct>(
  acts: readonly Act[],
  today: PlainDate,
): readonly Sitting<Act>[] {
  const recent = addDays(today, -21)
  const sittings: { by: Desk; from: PlainDate; on: PlainDate; acts: Act[] }[] = []
  for (const act of acts) {
    const before = sittings.findLast(({ by }) => (by === 'court') === (act.by === 'court'))
    const reach = act.on >= recent ? act.on : addDays(act.on, -behind)
    if (before?.by === act.by && before.from >= reach && (act.on < recent || before.on === act.on)) {
      before.acts.push(act)
      before.on = act.on
    } else sittings.push({ by: act.by, from: act.on, on: act.on, acts: [act] })
  }
  return sittings
}
