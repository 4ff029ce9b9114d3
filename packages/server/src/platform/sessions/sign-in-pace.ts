import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../problem.ts'
import { type Line, passwordsWaiting } from './password.ts'

const longestWait = 4000

/**
 * How long the next try under a name waits, after so many failures in the last quarter of an hour. It grows to
 * four seconds and stays there: whoever knows the password always comes in, however many others guess at it.
 */
export function waitAfter(failures: number): number {
  return failures < 3 ? 0 : Math.min(longestWait, 500 * 2 ** (failures - 3))
}

/** Passwords that may wait for a processor, and people who may be kept waiting, before the node says: later. */
const mostPasswords = 12
const mostPeople = 400
/** From so many on, a stranger's next try costs their device some work. */
const fewPasswords = 3
const fewPeople = 60
const people: Record<Line, number> = { known: 0, stranger: 0 }

function refuseFlood(line: Line): void {
  if (passwordsWaiting(line) >= mostPasswords || people[line] >= mostPeople)
    throw new Problem('sign-in-later')
}

/** How much of the strangers' line is taken, from 0 to 1; `null` while it is short enough to join freely. */
export function strangersWaiting(): number | null {
  const [passwords, kept] = [passwordsWaiting('stranger'), people.stranger]
  if (passwords < fewPasswords && kept < fewPeople) return null
  return Math.min(1, Math.max(passwords / mostPasswords, kept / mostPeople))
}

/** Keeps somebody waiting as long as the failures before have earned; no processor is needed for that. */
export async function slowed(failures: number, line: Line): Promise<void> {
  if (people[line] >= mostPeople) throw new Problem('sign-in-later')
  people[line] += 1
  try {
    await sleep(waitAfter(failures))
  } finally {
    people[line] -= 1
  }
}

/**
 * Lets one try through at its pace. A flood of strangers is turned away whoever it names, so that nobody is locked
 * out by name; it never holds up those who are known.
 */
export async function paced<Result>(
  { failures, line, admit }: { readonly failures: number; readonly line: Line; readonly admit: () => void },
  attempt: () => Promise<Result>,
): Promise<Result> {
  refuseFlood(line)
  await slowed(failures, line)
  refuseFlood(line)
  admit()
  return attempt()
}
