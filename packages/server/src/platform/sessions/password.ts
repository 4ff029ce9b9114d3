import { argon2, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '../problem.ts'

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

/** Whoever is known goes before; a stranger who has waited this long is told so before the line is cut. */
const longestInLineMs = 8000

async function turn(line: Line): Promise<void> {
  let leaving: NodeJS.Timeout | undefined
  const mine = new Promise<void>((resolve, reject) => {
    lines[line].push(resolve)
    if (line === 'known') return
    leaving = setTimeout(() => {
      const at = lines.stranger.indexOf(resolve)
      if (at < 0) return
      lines.stranger.splice(at, 1)
      reject(new Problem('sign-in-later'))
    }, longestInLineMs)
  })
  letIn()
  await mine.finally(() => clearTimeout(leaving))
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

/** One costly run gives both: what is kept to try a password against, and the key to its owner's slot, which is not. */
interface Derived {
  readonly verifier: Buffer
  readonly slotKey: Buffer
  /** What was kept before slots were; whoever still has one chooses a new password next. */
  readonly former: Buffer
}

export const derivedAs = (tag: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', tag, '', `setu1|${purpose}`, 32))

/** One run of Argon2id over a secret, in its turn. What it gives is only ever taken apart by HKDF. */
export async function costly(
  secret: string,
  salt: Buffer,
  cost: PasswordCost,
  line: Line = 'known',
): Promise<Buffer> {
  await turn(line)
  try {
    return await tagOf(secret, salt, cost)
  } finally {
    done(line)
  }
}

async function derive(password: string, salt: Buffer, cost: PasswordCost, line: Line): Promise<Derived> {
  const tag = await costly(password, salt, cost, line)
  return {
    verifier: derivedAs(tag, 'password verifier'),
    slotKey: derivedAs(tag, 'password slot'),
    former: tag,
  }
}

/** A password that was just set: what is kept of it, and the key that it opens its owner's slot with. */
export interface FreshSecret extends PasswordSecret {
  readonly slotKey: Buffer
}

/** What is kept of a password: enough to try one against it, not enough to tell it. */
export async function makeSecret(password: string, cost: PasswordCost = usualCost): Promise<FreshSecret> {
  const salt = randomBytes(16)
  const { verifier, slotKey } = await derive(password, salt, cost, 'known')
  return { verifier, slotKey, salt, cost }
}

/** What a password for an unknown name is tried against: as hard as a real one, and never right. */
export function nobodysSecret(cost: PasswordCost): PasswordSecret {
  return { verifier: randomBytes(32), salt: randomBytes(16), cost }
}

/** The key to its owner's slot that the right password gives; `null` for any other. */
export async function slotKeyOf(
  password: string,
  secret: PasswordSecret,
  line: Line = 'known',
): Promise<Buffer | null> {
  const { verifier, slotKey, former } = await derive(password, secret.salt, secret.cost, line)
  const fits = timingSafeEqual(verifier, secret.verifier)
  return timingSafeEqual(former, secret.verifier) || fits ? slotKey : null
}
