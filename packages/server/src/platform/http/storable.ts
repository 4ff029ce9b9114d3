import { Problem } from '../problem.ts'

/** Why a text cannot be kept unchanged: PostgreSQL knows no NUL, and half a character becomes another one. */
function faultOf(text: string): string | null {
  if (text.includes('\0')) return 'control-character'
  return text.isWellFormed() ? null : 'lone-surrogate'
}

function look(value: unknown, at: string, found: { field: string; problem: string }[]): void {
  if (typeof value === 'string') {
    const problem = faultOf(value)
    if (problem !== null) found.push({ field: at === '' ? 'body' : at, problem })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const place = faultOf(key) === null ? key : '?'
      if (place === '?') found.push({ field: at === '' ? 'body' : at, problem: 'key' })
      look(inner, at === '' ? place : `${at}.${place}`, found)
    }
  }
}

/** Refuses what came in when any text of it could not be kept as it was written, and names the field. */
export function needStorable(value: unknown): void {
  const found: { field: string; problem: string }[] = []
  look(value, '', found)
  if (found.length > 0) throw new Problem('bad-request', { fields: found.slice(0, 40) })
}
