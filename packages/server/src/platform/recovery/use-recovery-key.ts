import type { RecoveryShare } from '@setu/records'
import { sql } from 'kysely'
import { inTransaction } from '../database/transaction.ts'
import { provedLately } from '../factors/factor-store.ts'
import { doneBefore, remember } from '../http/command-done.ts'
import { nothing, type Reply, type Visit } from '../http/endpoint.ts'
import { recoveryPlace } from '../keys/cover-units.ts'
import { unitPlace } from '../keys/key-ring.ts'
import { openWith, sealTo } from '../keys/sealing.ts'
import { publicKeysOf } from '../keys/wraps.ts'
import { asActor, type Node } from '../node.ts'
import { Problem } from '../problem.ts'
import { countFailure, failuresUnder } from '../sessions/session-store.ts'
import { slowed } from '../sessions/sign-in-pace.ts'
import { passOf } from '../sessions/token.ts'
import { visitOutcome } from '../sessions/visit-log.ts'
import { needRole, type Work } from '../work.ts'
import { markOf, readShares, secretOf } from './recovery-secret.ts'
import { currentKey, lostUnits, retireKey, viewRecovery, wasRetired } from './recovery-store.ts'

const name = 'recovery.use'
/** So many sound shares that did not fit, within a quarter of an hour, and an organisation waits. */
const mostTries = 6

interface Given {
  readonly command: string
  readonly shares: readonly string[]
  readonly units: readonly { readonly unit: string; readonly account: string | null }[]
}

function underSignIn<Found>(node: Node, run: (db: Work['db']) => Promise<Found>): Promise<Found> {
  return inTransaction(node.engine, { role: 'setu_signin' }, run)
}

/** The key that two shares belong to, if it is the one that holds now; refused by name if not. */
async function keyOf(work: Work, [share]: readonly RecoveryShare[]) {
  const mark = share?.key ?? ''
  const key = await currentKey(work)
  if (key !== null && markOf(key.id) === mark) return key
  if (await wasRetired(work, mark)) throw new Problem('share-retired')
  throw new Problem(key === null ? 'no-recovery-key' : 'share-of-another')
}

/** Every unit that is lost must be spoken for, since the key is spent by this; whoever is let in must be able to work there. */
async function needAllNamed(work: Work, units: Given['units']): Promise<void> {
  const lost = await lostUnits(work)
  const named = new Set(units.map(({ unit }) => unit))
  if (named.size !== units.length || lost.length !== units.length || lost.some((unit) => !named.has(unit)))
    throw new Problem('lost-units-changed')
  const { units: known } = await viewRecovery(work)
  for (const { unit, account } of units) {
    const members = known.find((one) => one.unit === unit)?.members ?? []
    if (account !== null && !members.some((member) => member.account === account))
      throw new Problem('not-a-member')
  }
  if (units.every(({ account }) => account === null)) throw new Problem('not-a-member')
}

interface Wrapped {
  readonly unit: string
  readonly generation: number
  readonly account: string
  readonly wrapped: Buffer
}

async function wrapAnew(
  { db, actor }: Work,
  key: { readonly id: string; readonly secret: Uint8Array },
  units: Given['units'],
): Promise<Wrapped[]> {
  const wanted = units.flatMap(({ unit, account }) => (account === null ? [] : [{ unit, account }]))
  const publics = await publicKeysOf(db, [...new Set(wanted.map(({ account }) => account))])
  const { rows } = await sql<{ unit_id: string; generation: number; wrapped: Buffer }>`
    select unit_id, generation, wrapped from recovery_wrap
    where org_id = ${actor.org} and key_id = ${key.id} and unit_id = any (${wanted.map(({ unit }) => unit)}::uuid[])`.execute(
    db,
  )
  const done: Wrapped[] = []
  for (const { unit_id: unit, generation, wrapped } of rows) {
    const account = wanted.find((one) => one.unit === unit)?.account ?? ''
    const publicKey = publics.get(account)
    if (publicKey === undefined) throw new Problem('not-a-member')
    const secret = await openWith(key.secret, wrapped, recoveryPlace(key.id, unit, generation))
    const anew = await sealTo(publicKey, secret, unitPlace(unit, account, generation))
    secret.fill(0)
    done.push({ unit, generation, account, wrapped: anew })
  }
  return done
}

async function letIn(work: Work, key: string, wraps: readonly Wrapped[]): Promise<void> {
  const { rows } = await sql<{ done: number }>`
    select recovery_let_in(${key}, ${wraps.map(({ unit }) => unit)}::uuid[],
      ${wraps.map(({ generation }) => generation)}::integer[], ${wraps.map(({ account }) => account)}::uuid[],
      ${wraps.map(({ wrapped }) => wrapped.toString('hex'))}::text[]) as done`.execute(work.db)
  if (rows[0]?.done !== wraps.length) throw new Problem('lost-units-changed')
}

/** What the shares open, and the end of their key: in one transaction with the event of it. */
async function openLost(work: Work, given: Given, shares: readonly RecoveryShare[]): Promise<void> {
  const key = await keyOf(work, shares)
  const secret = await secretOf(shares, key.public_key)
  if (secret === null) throw new Problem('shares-do-not-fit')
  await needAllNamed(work, given.units)
  const wraps = await wrapAnew(work, { id: key.id, secret }, given.units)
  secret.fill(0)
  await letIn(work, key.id, wraps)
  await retireKey(work, 'spent')
}

const unfitting: readonly string[] = [
  'share-retired',
  'share-of-another',
  'shares-do-not-fit',
  'shares-of-two-keys',
]

/**
 * Opens units that nobody can open any more with two shares that are typed in, and lets one member in to each. The
 * private half is put together in memory alone; its key is spent by it.
 */
export async function useRecoveryKey(visit: Visit, given: Given): Promise<Reply<undefined>> {
  const { node, cookie } = visit
  if (cookie === null) throw new Problem('not-signed-in')
  const pass = passOf(cookie)
  const answered = { action: name, method: 'POST', status: 204 } as const
  const before = await asActor(node, pass, async (work, log) => {
    needRole(work, 'technicalAdministrator')
    const done = (await doneBefore(work, given.command, name)) !== null
    if (done) await log(visitOutcome(visit, answered))
    else if (!(await provedLately(work.db))) throw new Problem('step-up-needed')
    return { done, mark: node.nodeKey.mark(work.actor.org, 'recovery shares') }
  })
  if (before.done) return nothing
  const failures = await underSignIn(node, (db) => failuresUnder(db, before.mark))
  if (failures >= mostTries) throw new Problem('sign-in-later')
  await slowed(failures, 'known')
  try {
    const shares = readShares(given.shares)
    await asActor(node, pass, async (work, log) => {
      if ((await doneBefore(work, given.command, name)) === null) {
        await openLost(work, given, shares)
        await remember(work, given.command, name, nothing)
      }
      await log(visitOutcome(visit, answered))
    })
  } catch (error) {
    if (error instanceof Problem && unfitting.includes(error.code))
      await underSignIn(node, (db) => countFailure(db, before.mark))
    throw error
  }
  return nothing
}
