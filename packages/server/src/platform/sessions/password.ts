import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { shortestPassword } from '@setu/vocabulary'

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

/** At most two at a time: each takes 64 MiB, and a flood of sign-ins must not take the server with it. */
let running = 0
const line: (() => void)[] = []

/** How many passwords wait for their turn to be tried. */
export function passwordsWaiting(): number {
  return line.length
}

async function turn(): Promise<void> {
  if (running < 2) running += 1
  else await new Promise<void>((resolve) => line.push(resolve))
}

/** The next in line takes the place over; only an empty line frees it. */
function done(): void {
  const next = line.shift()
  if (next) next()
  else running -= 1
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

async function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  await turn()
  try {
    return await tagOf(password, salt, cost)
  } finally {
    done()
  }
}

/** What is kept of a password: enough to try one against it, not enough to tell it. */
export async function makeSecret(password: string, cost: PasswordCost = usualCost): Promise<PasswordSecret> {
  const salt = randomBytes(16)
  return { verifier: await derive(password, salt, cost), salt, cost }
}

/** What a password for an unknown name is tried against: as hard as a real one, and never right. */
export function nobodysSecret(cost: PasswordCost): PasswordSecret {
  return { verifier: randomBytes(32), salt: randomBytes(16), cost }
}

/** Whether a password is the one that was kept. */
export async function passwordFits(password: string, secret: PasswordSecret): Promise<boolean> {
  const tag = await derive(password, secret.salt, secret.cost)
  return timingSafeEqual(tag, secret.verifier)
}

const tooCommon = ['password', 'bangladesh', '12345', 'qwerty', 'iloveyou', 'welcome', 'letmein', 'admin']

/** Length first; then the handful of words that everybody tries, the person's own names, and repetition. */
export function weakPassword(password: string, names: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLocaleLowerCase('en')
  if ([...plain].length < shortestPassword || new Set(plain).size < 6) return true
  const own = names.flatMap((name) => name.normalize('NFKC').toLocaleLowerCase('en').split(/\s+/))
  const left = [...tooCommon, ...own.filter((word) => word.length > 3)].reduce(
    (text, word) => text.replaceAll(word, ''),
    plain,
  )
  return [...left].length < 6
}
