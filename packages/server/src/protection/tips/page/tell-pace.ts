/** How fast something is let through: one after another, a few at once, and nobody waits longer than is kind. */
interface Pace {
  /** How long to wait before it is one's turn; `null` where that would be too long, and nothing was taken. */
  turn(now: number): number | null
}

export function paceOf({
  everyMs,
  atOnce,
  longestMs,
}: {
  readonly everyMs: number
  readonly atOnce: number
  readonly longestMs: number
}): Pace {
  let next = 0
  return {
    turn(now) {
      const free = Math.max(next, now)
      const wait = Math.max(0, free - now - (atOnce - 1) * everyMs)
      if (wait > longestMs) return null
      next = free + everyMs
      return wait
    },
  }
}

/** Whoever's device did some work, and whoever's could not: a flood of the second does not hold up the first. */
export const tellPaces = {
  worked: paceOf({ everyMs: 500, atOnce: 20, longestMs: 8000 }),
  plain: paceOf({ everyMs: 3000, atOnce: 12, longestMs: 8000 }),
} as const

/** So many zero bits: a few seconds of an old phone. */
export const tellBits = 14
