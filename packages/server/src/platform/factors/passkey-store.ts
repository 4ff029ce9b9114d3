import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import { idleMinutes, wholeHours } from '../sessions/session-store.ts'

/** What is kept of a passkey: its public half, and how often it has signed. */
export interface KeptPasskey {
  readonly id: string
  readonly credentialId: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

/** The passkeys of whoever the session of this transaction is of, in whatever stage it is. */
export async function passkeysHere(db: Db): Promise<readonly KeptPasskey[]> {
  const { rows } = await sql<KeptPasskey>`
    select id, credential_id as "credentialId", public_key as "publicKey", counter, transports from passkey_list()`.execute(
    db,
  )
  return rows
}

/** For what a challenge was given; it is good for nothing else. */
export type Purpose = 'enrol' | 'prove' | `prove ${string}`

/** To come in, to prove afresh, or to prove for one thing alone. */
export function proving(about: string | undefined): Purpose {
  return about === undefined ? 'prove' : `prove ${about}`
}

/** Keeps what a passkey is asked to sign, in the place of what was asked before. */
export async function keepChallenge(db: Db, challenge: Buffer, purpose: Purpose): Promise<void> {
  await sql`select passkey_challenge(${challenge}, ${purpose})`.execute(db)
}

/** What was asked of this session for this purpose, once; `null` when nothing was, or too long ago. */
export async function spendChallenge(db: Db, purpose: Purpose): Promise<Buffer | null> {
  const { rows } = await sql<{ challenge: Buffer | null }>`
    select passkey_challenge_spend(${purpose}) as challenge`.execute(db)
  return rows[0]?.challenge ?? null
}

/** Whether this session may enrol another factor now. */
export async function mayEnrol(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select factor_may_begin() as may`.execute(db)
  return rows[0]?.may ?? false
}

interface NewPasskey {
  readonly id: string
  readonly credential: Buffer
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
}

/** Keeps a passkey; for whoever was enrolling, with codes for paper and the handle under which they are in. */
export async function keepPasskey(
  db: Db,
  { id, credential, publicKey, counter, transports, name }: NewPasskey,
  hashes: readonly Buffer[],
  handle: Buffer | null,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select passkey_enrol(${id}, ${credential}, ${publicKey}, ${counter}, ${[...transports]}::text[], ${name},
      ${[...hashes]}::bytea[], ${handle}, ${idleMinutes}, ${wholeHours}) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Takes one of one’s own passkeys away, unless it is the last factor. */
export async function removePasskey(db: Db, id: string): Promise<'gone' | 'last' | 'none' | 'not now'> {
  const { rows } = await sql<{ said: 'gone' | 'last' | 'none' | 'not now' }>`
    select passkey_remove(${id}) as said`.execute(db)
  return rows[0]?.said ?? 'none'
}
