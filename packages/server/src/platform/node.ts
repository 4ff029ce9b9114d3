import { sql } from 'kysely'
import { type Actor, actorOf } from './actor.ts'
import { type Outcome, type SharedEvent, type TrailItem, writeOutcome } from './audit/trail.ts'
import type { Clock } from './clock.ts'
import { usualCasesAnHour } from './config.ts'
import type { Db } from './database/dialect.ts'
import { DatabaseRefusal, type Engine } from './database/engine.ts'
import { inSnapshot, inTransaction } from './database/transaction.ts'
import { passkeyParty } from './factors/passkey-party.ts'
import type { Holder } from './keys/holder.ts'
import { openRing } from './keys/key-ring.ts'
import { heldKey } from './keys/member-key.ts'
import type { NodeKey } from './keys/node-key.ts'
import { openVault } from './keys/vault.ts'
import { Problem } from './problem.ts'
import type { PasswordCost } from './sessions/password.ts'
import { idleMinutes } from './sessions/session-store.ts'
import type { Pass } from './sessions/token.ts'
import { beginWork, type Traces, type Work } from './work.ts'

/** A running node: its database, its key, its clock, and how it may be reached. */
export interface Node {
  readonly name: string
  readonly engine: Engine
  readonly nodeKey: NodeKey
  readonly clock: Clock
  readonly demo: boolean
  /** Where people reach the node, as the operator said; passkeys are bound to it. */
  readonly origin?: string
  /** The public half of what web pushes are signed with; absent where the node was given none. */
  readonly pushKey?: string
  /** How many different cases that are not their own somebody may open in an hour. */
  readonly casesAnHour?: number
  readonly version: string
  readonly passwordCost: PasswordCost
}

async function findOwnerUnit(db: Db, { kind, org, id }: Holder): Promise<string | undefined> {
  const asked = {
    case: sql<{
      unit: string
    }>`select owner_unit as unit from case_file where org_id = ${org} and id = ${id}`,
    referral: sql<{
      unit: string
    }>`select from_unit as unit from referral where org_id = ${org} and id = ${id}`,
    site: sql<{ unit: string }>`select unit from service_offer where org_id = ${org} and id = ${id}`,
    emergency: sql<{
      unit: string
    }>`select unit_id as unit from emergency_access where org_id = ${org} and id = ${id}`,
    breach: sql<{ unit: string }>`select unit from guard_of(${org})`,
    complaint: sql<{ unit: string }>`select unit from complaint_seat(${org}, ${id})`,
    tip: sql<{ unit: string }>`select unit_id as unit from tip where org_id = ${org} and id = ${id}`,
    screening: sql<{
      unit: string
    }>`select unit_id as unit from screening where org_id = ${org} and id = ${id}`,
    criminalCase: sql<{ unit: string }>`
      select unit_id as unit from criminal_office where org_id = ${org} and case_id = ${id} order by from_on, id limit 1`,
    network: sql<{ unit: string }>`select unit_id as unit from network where org_id = ${org} and id = ${id}`,
  }
  const { rows } = await asked[kind].execute(db)
  return rows[0]?.unit
}

/** A part's first key goes to the unit that owns the file, a referral's to its sender, an incident's to whoever guards the data. */
function ownerUnitIn(db: Db, actor: Actor): (holder: Holder) => Promise<string> {
  const known = new Map<string, string>()
  return async (holder) => {
    const place = `${holder.kind}|${holder.org}|${holder.id}`
    const unit = known.get(place) ?? (await findOwnerUnit(db, holder)) ?? actor.units[0]?.unit
    if (unit === undefined) throw new Problem('not-for-you')
    known.set(place, unit)
    return unit
  }
}

interface Manner {
  readonly timeoutMs?: number
  /** A reading: whole or nothing, though a consent is withdrawn while it runs. */
  readonly reads?: boolean
}

/** Runs one piece of work as the person behind a session: one transaction, logged in the same. */
export function asActor<Result>(
  node: Node,
  pass: Pass | null,
  run: (work: Work, log: (outcome: Outcome, shared?: SharedEvent) => Promise<void>) => Promise<Result>,
  { reads = false, ...patience }: Manner = {},
): Promise<Result> {
  if (pass === null) return Promise.reject(new Problem('not-signed-in'))
  const inOne = reads ? inSnapshot : inTransaction
  return inOne(node.engine, { role: 'setu_app', handle: pass.handle, ...patience }, async (db) => {
    const actor = await actorOf(db, { staysMinutes: idleMinutes })
    if (actor === null) throw new Problem('not-signed-in')
    const ring = openRing(db, actor, () => heldKey(db, actor, pass))
    const vault = openVault(db, node.name, ring, ownerUnitIn(db, actor))
    const { name, demo, engine, passwordCost, clock, pushKey = null, casesAnHour = usualCasesAnHour } = node
    const passkeys = passkeyParty(node)
    const kept = {
      node: name,
      mark: node.nodeKey.mark,
      demo,
      pushKey,
      passkeys,
      casesAnHour,
      engine: engine.kind,
      passwordCost,
      clock,
    }
    const parts = { db, actor, ring, vault, ...kept }
    const { work, traces } = beginWork(parts)
    return run(work, (outcome, shared) => logIn(db, actor, outcome, traces(), shared))
  })
}

/** How many rows a reading in several transactions showed is not known at its first; its items say whose they were. */
async function logIn(
  db: Db,
  actor: Actor,
  outcome: Outcome,
  { items, reason, count }: Traces,
  shared?: SharedEvent,
): Promise<void> {
  try {
    await writeOutcome(db, actor, { ...outcome, reason, count: shared ? null : count }, items, shared)
  } catch (cause) {
    // A log that refuses is a failure of ours; taken for a refusal of the work, it would pass for "not found".
    if (cause instanceof DatabaseRefusal && /^(42|23)/.test(cause.sqlState))
      throw new Error('the log refused an event', { cause })
    throw cause
  }
}

/** Logs a refusal or a failure in a transaction of its own, so that the rollback of the work does not lose it. */
export async function logApart(
  node: Node,
  handle: string | null,
  outcome: Outcome,
  items: readonly TrailItem[],
  also?: (db: Db) => Promise<unknown>,
): Promise<void> {
  if (handle !== null) {
    const logged = await inTransaction(node.engine, { role: 'setu_app', handle }, async (db) => {
      const actor = await actorOf(db)
      if (actor === null) return false
      await writeOutcome(db, actor, outcome, items)
      await also?.(db)
      return true
    })
    if (logged) return
  }
  await inTransaction(node.engine, { role: 'setu_signin' }, (db) => writeOutcome(db, null, outcome, []))
}
