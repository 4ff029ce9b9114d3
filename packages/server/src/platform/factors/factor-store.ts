import type { FactorsView } from '@setu/records/api'
import { sql } from 'kysely'
import type { Db } from '../database/dialect.ts'
import type { PasswordSecret } from '../sessions/password.ts'
import { idleMinutes, wholeHours } from '../sessions/session-store.ts'

/** How far the sign-in behind a cookie has come, and what can be proved against. */
export interface Standing {
  readonly org: string
  readonly account: string
  readonly session: string
  readonly stage: 'factor' | 'enrol' | 'full'
  readonly fresh: boolean
  readonly mustChange: boolean
  readonly signInName: string
  readonly name: string
  /** The secret of the app's codes, wrapped; `null` where there is none. */
  readonly wrapped: Buffer | null
  /** The same of an app that has yet to show a code. */
  readonly pending: Buffer | null
  readonly recoveryLeft: number
}

/** Where the session of this transaction stands, in whatever stage; `null` when it is over. */
export async function standing(db: Db): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select org_id as org, account_id as account, session_id as session, stage, fresh,
      must_change as "mustChange", sign_in_name as "signInName", name, wrapped, pending,
      recovery_left as "recoveryLeft"
    from session_stands()`.execute(db)
  return rows[0] ?? null
}

/** Counts a try; `false` when this session has had its share and is over. */
export async function mayTry(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select factor_try() as may`.execute(db)
  return rows[0]?.may ?? false
}

export async function countWrongCode(db: Db, mark: Buffer): Promise<void> {
  await sql`select factor_failed(${mark})`.execute(db)
}

/** The half minute of an app's code, the hash of a recovery code, or a passkey that has signed. */
export type Proof =
  | { readonly step: number }
  | { readonly recovery: Buffer }
  | { readonly passkey: string; readonly counter: number }

/** Uses a proof up and takes the session on; a new handle where somebody comes in. `false` when it is no good. */
export async function spendProof(db: Db, proof: Proof, handle: Buffer | null): Promise<boolean> {
  if ('passkey' in proof) return spendSignature(db, proof, handle)
  const step = 'step' in proof ? proof.step : null
  const recovery = 'recovery' in proof ? proof.recovery : null
  const { rows } = await sql<{ stage: string | null }>`
    select session_prove(${step}, ${recovery}, ${handle}, ${idleMinutes}, ${wholeHours}) as stage`.execute(db)
  return (rows[0]?.stage ?? null) !== null
}

/** Says, in the transaction in which a proof was used up, what it was made for. */
export async function provedFor(db: Db, about: string): Promise<void> {
  await sql`select session_proved_for(${Buffer.from(about, 'hex')})`.execute(db)
}

async function spendSignature(
  db: Db,
  { passkey, counter }: { readonly passkey: string; readonly counter: number },
  handle: Buffer | null,
): Promise<boolean> {
  const { rows } = await sql<{ stage: string | null }>`
    select session_prove_passkey(${passkey}, ${counter}, ${handle}, ${idleMinutes}, ${wholeHours}) as stage`.execute(
    db,
  )
  return (rows[0]?.stage ?? null) !== null
}

/** Whether this session may begin to enrol an app with this secret. */
export async function beginTotp(db: Db, wrapped: Uint8Array, nodeKey: string): Promise<boolean> {
  const { rows } = await sql<{ begun: boolean }>`
    select totp_begin(${Buffer.from(wrapped)}, ${nodeKey}) as begun`.execute(db)
  return rows[0]?.begun ?? false
}

export async function confirmTotp(
  db: Db,
  step: number,
  hashes: readonly Buffer[],
  handle: Buffer | null,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select totp_confirm(${step}, ${[...hashes]}::bytea[], ${handle}, ${idleMinutes}, ${wholeHours}) as done`.execute(
    db,
  )
  return rows[0]?.done ?? false
}

export async function renewRecovery(db: Db, hashes: readonly Buffer[]): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select recovery_renew(${[...hashes]}::bytea[]) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Keeps one's own password in the place of the one given for a single sign-in; the stage that this leads to. */
export async function replacePassword(
  db: Db,
  { verifier, salt, cost }: PasswordSecret,
  handle: Buffer,
): Promise<'enrol' | 'full' | null> {
  const { rows } = await sql<{ stage: 'enrol' | 'full' | null }>`
    select session_password(${verifier}, ${salt}, ${JSON.stringify(cost)}::jsonb, ${handle}, ${idleMinutes},
      ${wholeHours}) as stage`.execute(db)
  return rows[0]?.stage ?? null
}

export async function sayItIsMe(db: Db): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select session_confirm() as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Whether whoever asks has proved lately enough that it is they. */
export async function provedLately(db: Db): Promise<boolean> {
  const { rows } = await sql<{ lately: boolean }>`select actor_proved_lately() as lately`.execute(db)
  return rows[0]?.lately ?? false
}

/** One's own second factors: since when there is an app, one's passkeys, and how many recovery codes are left. */
export async function ownFactors(db: Db): Promise<Pick<FactorsView, 'totp' | 'recoveryLeft' | 'passkeys'>> {
  const { rows } = await sql<{ totp: string | null; left: number }>`
    select (select made_at from totp_factor where not pending) as totp,
      (select count(*)::integer from recovery_code where used_at is null) as left`.execute(db)
  const passkeys = await sql<FactorsView['passkeys'][number]>`
    select id, label as name, made_at as made, used_at as used from passkey order by made_at, id`.execute(db)
  return { totp: rows[0]?.totp ?? null, recoveryLeft: rows[0]?.left ?? 0, passkeys: passkeys.rows }
}
