import type { OrganisationType, Part } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  makePair,
  type OwnWork,
  ownPartPlace,
  ownParts,
  Problem,
  partPlace,
  sealTo,
} from '../../platform/index.ts'
import { everySealedPart, sharedParts } from '../referrals/spread-keys.ts'

interface Receiver {
  readonly unit: string
  readonly through: 'own' | 'transfer' | 'referral'
  readonly throughId: string
  readonly generation: number
  readonly publicKey: Buffer
  readonly service: string | null
  readonly kind: OrganisationType | null
  readonly parts: readonly Part[] | null
}

function mayHave({ through, kind, service, parts }: Receiver, part: string): boolean {
  if (through === 'own') return true
  if (through === 'transfer') return everySealedPart.some((one) => one === part)
  return (
    kind !== null && service !== null && sharedParts(kind, service, parts ?? []).some((one) => one === part)
  )
}

/** A new key for one part: for the unit that owns the file, for those who may still have it, and for her. */
async function renew(
  work: OwnWork,
  part: string,
  generation: number,
  receivers: readonly Receiver[],
): Promise<{ readonly id: string; readonly publicKey: Buffer }> {
  const [id, pair] = [work.freshId(), await makePair()]
  const wraps = await Promise.all(
    receivers
      .filter((receiver) => mayHave(receiver, part))
      .map(async ({ unit, throughId, generation: of, publicKey }) => ({
        through_id: throughId,
        generation: of,
        wrapped: (await sealTo(publicKey, pair.privateKey, partPlace(id, unit))).toString('hex'),
      })),
  )
  const hers = ownParts.includes(part)
    ? await sealTo(work.publicKey, pair.privateKey, ownPartPlace(id, work.slot))
    : null
  await sql`
    select own_renew(${id}, ${part}, ${generation}, ${Buffer.from(pair.publicKey)}, ${JSON.stringify(wraps)}::jsonb,
      ${hers}::bytea)`.execute(work.db)
  return { id, publicKey: Buffer.from(pair.publicKey) }
}

async function receiversOf(work: OwnWork): Promise<readonly Receiver[]> {
  const { rows } = await sql<Receiver>`
    select unit, through, through_id as "throughId", unit_generation as generation, public_key as "publicKey", service, kind, parts
    from own_receivers()`.execute(work.db)
  return rows
}

/** The first key of a part in which nothing was written yet, so that she can be the first who writes there. */
export async function firstOwnKey(
  work: OwnWork,
  part: string,
): Promise<{ readonly id: string; readonly publicKey: Buffer }> {
  return renew(work, part, 1, await receiversOf(work))
}

/**
 * She takes an answer back. The same as when she says it to her caseworker: in this one transaction the referrals that
 * stood on it end, their keys are gone, and what is written from now on has new ones. Making a key takes public halves
 * alone, so none of the staff need be there.
 */
export async function withdrawOwn(work: OwnWork, id: string, base: number): Promise<void> {
  const { rows } = await sql<{ outcome: string; parts: string[] }>`
    select outcome, parts from own_withdraw(${id}, ${base})`.execute(work.db)
  const [done] = rows
  if (done === undefined || done.outcome === 'gone') throw new Problem('not-found')
  if (done.outcome === 'stale') throw new Problem('stale')
  await sql`select own_asked_again()`.execute(work.db)
  work.touched({ part: 'status', did: 'withdrew', record: id })
  const { rows: generations } = await sql<{ part: string; generation: number }>`
    select part, generation from own_generations(${done.parts}::text[])`.execute(work.db)
  if (generations.length === 0) return
  const receivers = await receiversOf(work)
  for (const { part, generation } of generations) await renew(work, part, generation + 1, receivers)
}
