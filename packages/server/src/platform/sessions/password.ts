import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** How hard a password is to try: memory in KiB, passes, lanes. Kept with each verifier, so that it can grow. */
export interface PasswordCost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** 64 MiB and three passes: about a third of a second on two old cores. */
export const usualCost: PasswordCost = { memory: 65_536, passes: 3, parallelism: 1 }

export interface PasswordSecret {
  readonly verifier: Buffer
  readonly salt: Buffer
  readonly cost: PasswordCost
}

/** In which line a password waits: of people who are known by session or device, or of whoever asks. */
export type Line = 'known' | 'stranger'

/**
 * At most two at a time: each takes 64 MiB, and a flood of sign-ins must not take the server with it. Strangers have
 * one of the two places at most, so that a known person never waits for more than what is being tried.
 */
const places: Readonly<Record<Line, number>> = { known: 2, stranger: 1 }
const running: Record<Line, number> = { known: 0, stranger: 0 }
const lines: Readonly<Record<Line, (() => void)[]>> = { known: [], stranger: [] }

/** How many passwords wait in a line for their turn to be tried. */
export function passwordsWaiting(line: Line): number {
  return lines[line].length
}

function mayRun(line: Line): boolean {
  return running.known + running.stranger < places.known && running[line] < places[line]
}

/** Whoever is known goes first. */
function letIn(): void {
  for (const line of ['known', 'stranger'] as const) {
    while (mayRun(line)) {
      const next = lines[line].shift()
      if (next === undefined) break
      running[line] += 1
      next()
    }
  }
}

async function turn(line: Line): Promise<void> {
  const mine = new Promise<void>((resolve) => lines[line].push(resolve))
  letIn()
  await mine
}

function done(line: Line): void {
  running[line] -= 1
  letIn()
}

function tagOf(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  const settings = {
    message: password.normalize('NFKC'),
    nonce: salt,
    memory: cost.memory,
    passes: cost.passes,
    parallelism: cost.parallelism,
    tagLength: 32,
  }
  return new Promise((resolve, reject) => {
    argon2('argon2id', settings, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
}

async function derive(password: string, salt: Buffer, cost: PasswordCost, line: Line): Promise<Buffer> {
  await turn(line)
  try {
    return await tagOf(password, salt, cost)
  } finally {
    done(line)
  }
}

/** What is kept of a password: enough to try one against it, not enough to tell it. */
export async function makeSecret(password: string, cost: PasswordCost = usualCost): Promise<PasswordSecret> {
  const salt = randomBytes(16)
  return { verifier: await derive(password, salt, cost, 'known'), salt, cost }
}

/** What a password for an unknown name is tried against: as hard as a real one, and never right. */
export function nobodysSecret(cost: PasswordCost): PasswordSecret {
  return { verifier: randomBytes(32), salt: randomBytes(16), cost }
}

/** Whether a password is the one that was kept. */
export async function passwordFits(
  password: string,
  secret: PasswordSecret,
  line: Line = 'known',
): Promise<boolean> {
  const tag = await derive(password, secret.salt, secret.cost, line)
  return timingSafeEqual(tag, secret.verifier)
}
