/** A question that has to be answered, and one that need not be. */
export const asked = { required: true, fault: null } as const
export const free = { required: false, fault: null } as const

/** What was typed, or nothing. */
export const textOr = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

export const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** Before the first page there is none to go on from. */
export const fromTheStart = (): string | null => null
