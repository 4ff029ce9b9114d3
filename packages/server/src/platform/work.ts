import { randomUUID } from 'node:crypto'
import type { PlainDate, Role } from '@setu/vocabulary'
import type { Actor } from './actor.ts'
import type { TrailItem } from './audit/trail.ts'
import { type Clock, dayOf } from './clock.ts'
import type { Db } from './database/dialect.ts'
import type { Engine } from './database/engine.ts'
import type { Party } from './factors/passkey-party.ts'
import type { KeyRing } from './keys/key-ring.ts'
import type { lastingMarks } from './keys/node-key.ts'
import type { Vault } from './keys/vault.ts'
import { Problem } from './problem.ts'
import type { PasswordCost } from './sessions/password.ts'

/** All that a command may touch: one transaction of one person, the vault, the time, and the trail it leaves. */
export interface Work {
  readonly db: Db
  readonly actor: Actor
  /** The keys themselves: for the vault and for letting colleagues in, never for features. */
  readonly ring: KeyRing
  readonly vault: Vault
  readonly node: string
  /** A mark of a text under the node's own key: alike for alike texts here, and no help in guessing them without the key. */
  readonly mark: (text: string, place: (typeof lastingMarks)[number]) => Buffer
  /** Whether this node is the demonstration, which takes no real data. */
  readonly demo: boolean
  /** With what a browser asks for web pushes of this node; `null` when it sends none. */
  readonly pushKey: string | null
  /** To whom passkeys of this node belong; `null` where its address is none that they can be kept for. */
  readonly passkeys: Party | null
  /** How many different cases that are not their own somebody may open in an hour. */
  readonly casesAnHour: number
  readonly engine: Engine['kind']
  readonly passwordCost: PasswordCost
  readonly now: Date
  readonly today: PlainDate
  freshId(): string
  /** Notes a person's part that this request touched. */
  touched(item: TrailItem): void
  /** A reason that belongs to the whole request. */
  because(reason: string): void
  /** How many rows a list showed. */
  counted(rows: number): void
}

/** What a finished piece of work leaves for the log. */
export interface Traces {
  readonly items: readonly TrailItem[]
  readonly reason: string | null
  readonly count: number | null
}

interface Parts {
  readonly db: Db
  readonly actor: Actor
  readonly ring: KeyRing
  readonly vault: Vault
  readonly node: string
  readonly mark: Work['mark']
  readonly demo: boolean
  readonly pushKey: string | null
  readonly passkeys: Party | null
  readonly casesAnHour: number
  readonly engine: Engine['kind']
  readonly passwordCost: PasswordCost
  readonly clock: Clock
}

export function beginWork({ clock, ...parts }: Parts): {
  readonly work: Work
  readonly traces: () => Traces
} {
  const items: TrailItem[] = []
  let reason: string | null = null
  let count: number | null = null
  const now = clock()
  return {
    work: {
      ...parts,
      now,
      today: dayOf(now),
      freshId: randomUUID,
      touched: (item) => {
        items.push(item)
      },
      because: (given) => {
        reason = given
      },
      counted: (rows) => {
        count = rows
      },
    },
    traces: () => ({ items, reason, count }),
  }
}

/** Refuses unless the person has one of these roles. Roles say what kind of work; the database says to which record. */
export function needRole(work: Work, ...roles: readonly Role[]): void {
  if (!roles.some((role) => work.actor.roles.includes(role))) throw new Problem('role-needed')
}
