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

/** At most two at a time: each takes 64 MiB, and a flood of sign-ins must not take the server with it. */
let running = 0
const line: (() => void)[] = []

async function turn(): Promise<() => void> {
  if (running >= 2) await new Promise<void>((resolve) => line.push(resolve))
  running += 1
  return () => {
    running -= 1
    line.shift()?.()
  }
}

async function derive(password: string, salt: Buffer, cost: PasswordCost): Promise<Buffer> {
  const done = await turn()
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      argon2(
        'argon2id',
        {
          message: password.normalize('NFKC'),
          nonce: salt,
          memory: cost.memory,
          passes: cost.passes,
          parallelism: cost.parallelism,
          tagLength: 32,
        },
        (error, tag) => (error ? reject(error) : resolve(tag)),
      )
    })
  } finally {
    done()
  }
}

export async function makeSecret(password: string, cost: PasswordCost = usualCost): Promise<PasswordSecret> {
  const salt = randomBytes(16)
  return { verifier: await derive(password, salt, cost), salt, cost }
}

/** Whether the password is right; an unknown name takes as long as a known one. */
export async function passwordFits(password: string, secret: PasswordSecret | null): Promise<boolean> {
  const against = secret ?? { verifier: Buffer.alloc(32), salt: Buffer.alloc(16), cost: usualCost }
  const tag = await derive(password, against.salt, against.cost)
  return timingSafeEqual(tag, against.verifier) && secret !== null
}

const tooCommon = ['password', 'bangladesh', '123456789', 'qwerty', 'iloveyou', 'welcome', 'letmein', 'admin']

/** Length first; then the handful of words that everybody tries, and repetition. */
export function weakPassword(password: string, names: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLocaleLowerCase('en')
  if ([...plain].length < 12 || new Set(plain).size < 6) return true
  const left = [...tooCommon, ...names.map((name) => name.toLocaleLowerCase('en')).filter((name) => name.length > 3)]
    .reduce((text, word) => text.replaceAll(word, ''), plain)
  return [...left].length < 6
}
