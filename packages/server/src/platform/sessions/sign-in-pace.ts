import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../problem.ts'
import { passwordsWaiting } from './password.ts'

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
let people = 0

function refuseFlood(): void {
  if (passwordsWaiting() >= mostPasswords || people >= mostPeople) throw new Problem('sign-in-later')
}

/** Keeps somebody waiting as long as the failures before have earned; no processor is needed for that. */
export async function slowed(failures: number): Promise<void> {
  if (people >= mostPeople) throw new Problem('sign-in-later')
  people += 1
  try {
    await sleep(waitAfter(failures))
  } finally {
    people -= 1
  }
}

/** Lets one try through at its pace. A flood is turned away whoever it names, so that nobody is locked out by name. */
export async function paced<Result>(failures: number, attempt: () => Promise<Result>): Promise<Result> {
  refuseFlood()
  await slowed(failures)
  refuseFlood()
  return attempt()
}
