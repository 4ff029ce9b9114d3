/** Escape or Shift pressed so often in a row, so fast, means: leave now. */
const presses = 3
const withinMilliseconds = 1500

const keys = ['Escape', 'Shift'] as const

export interface Pressed {
  readonly key: string
  /** A key held down repeats itself; that is one press. */
  readonly repeat: boolean
  readonly at: number
}

export interface Row {
  readonly key: string
  readonly times: readonly number[]
}

export const nothingPressed: Row = { key: '', times: [] }

/** The row of presses after one more; any other key breaks it. */
export function pressedOnceMore(row: Row, { key, repeat, at }: Pressed): Row {
  if (repeat) return row
  if (!keys.some((candidate) => candidate === key)) return nothingPressed
  const before = row.key === key ? row.times : []
  return { key, times: [...before.filter((time) => at - time <= withinMilliseconds), at] }
}

/** Whether the person at the keys wants to be gone. */
export function wantsToLeave(row: Row): boolean {
  return row.times.length >= presses
}
