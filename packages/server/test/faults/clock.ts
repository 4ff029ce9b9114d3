import type { Clock, Engine } from '../../src/platform/index.ts'

/** A clock that is set by hand; the embedded database goes by it as well, PostgreSQL by its own. */
export interface SetClock {
  readonly clock: Clock
  set(moment: Date | null): void
  forward(ms: number): void
}

export function setClock(engine: Engine): SetClock {
  let moment: Date | null = null
  function set(next: Date | null): void {
    moment = next
    engine.tellTime?.(next)
  }
  const clock: Clock = () => (moment === null ? new Date() : new Date(moment))
  return { clock, set, forward: (ms) => set(new Date(clock().getTime() + ms)) }
}
