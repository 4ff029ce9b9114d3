import type { RenewalBegin, RenewalList } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** The renewals of a case's keys, the latest first. */
export async function renewalsOf({ db }: Work, { org, id }: CaseRef): Promise<RenewalList['items']> {
  const { rows } = await sql<RenewalList['items'][number]>`
    select id, reason, begun_at as "begunAt", finished_at as "finishedAt" from case_renewal
    where org_id = ${org} and case_id = ${id} order by begun_at desc, id limit 50`.execute(db)
  return rows
}

export async function addRenewal(
  { db, actor }: Work,
  { org, id }: CaseRef,
  begun: Pick<RenewalBegin, 'id' | 'reason'> & { readonly made: readonly string[] },
): Promise<void> {
  await sql`
    insert into case_renewal (org_id, id, case_id, account_id, reason, made, begun_at)
    values (${org}, ${begun.id}, ${id}, ${actor.account}, ${begun.reason}, ${[...begun.made]}::uuid[], now())`.execute(
    db,
  )
}

interface LastingAsk {
  readonly org: string
  readonly id: string
  readonly publicKey: Buffer
  readonly parts: readonly string[]
}

/** Emergency accesses to a case that last, with the keys that were made for them. */
export async function lastingAsks({ db }: Work, { org, id }: CaseRef): Promise<LastingAsk[]> {
  const { rows } = await sql<LastingAsk>`
    select ask_org as org, ask_id as id, public_key as "publicKey", parts from renewal_asks(${org}, ${id})`.execute(
    db,
  )
  return rows
}
