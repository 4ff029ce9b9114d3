/** The case codes in what somebody typed, however they parted them. */
export function codesIn(typed: unknown): string[] {
  if (typeof typed !== 'string') return []
  return [...new Set(typed.split(/[\s,;]+/).filter(Boolean))].map((code) => code.slice(0, 20))
}
