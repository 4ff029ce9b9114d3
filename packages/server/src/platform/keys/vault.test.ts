import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { asActor } from '../node.ts'
import { handleOf } from '../sessions/token.ts'
import type { Holder } from './holder.ts'
import type { SealedRow } from './vault.ts'

describe.each(['pglite', 'postgres'] as const)('the vault on %s', (kind) => {
  let world: World

  beforeAll(async () => {
    world = await openWorld(kind)
  })

  afterAll(() => world.close())

  /** A case that a caseworker leads, as far as keys are concerned. */
  async function caseOf({ org, unit, account }: Person): Promise<string> {
    const id = randomUUID()
    const connection = await world.owner.connect()
    await connection.query(
      `insert into case_file (org_id, id, version, state, owner_org, owner_unit, opened_on, state_since, changed_at)
       values ($1, $2, 1, 'intake', $1, $3, current_date, now(), now())`,
      [org, id, unit],
    )
    await connection.query(
      `insert into case_assignment (org_id, id, case_id, version, account_org, account_id, lead, conflict, made_by, began_at)
       values ($1, gen_random_uuid(), $2, 1, $1, $3, true, 'none', $3, now())`,
      [org, id, account],
    )
    connection.release(false)
    return id
  }

  const holderOf = (org: string, caseId: string, part: string): Holder => ({
    org,
    kind: 'case',
    id: caseId,
    caseId,
    part,
  })
  const rowOf = (row: string, version = 1): SealedRow => ({ table: 'case_narrative', row, version })

  async function sealedBy(
    person: Person,
    holder: Holder,
    row: SealedRow,
    values: Record<string, unknown>,
  ): Promise<Record<string, Buffer>> {
    return person.as(({ vault }) => vault.seal(holder, row, values))
  }

  test('opens what it sealed for the unit that owns the case, in any shape a field may have', async () => {
    const { asha, bina } = world.people
    const caseId = await caseOf(asha)
    const row = rowOf(randomUUID())
    const values = { own_words: 'আমি ভালো আছি', also_known_as: ['রিমা', 'Rima'], latitude: 23.16 }
    const sealed = await sealedBy(asha, holderOf(asha.org, caseId, 'narrative'), row, values)
    expect(await asha.as(({ vault }) => vault.open(asha.org, row, sealed))).toEqual(values)
    // A colleague of the same unit has no relation to the case, and so is given no key to it.
    expect(await bina.as(({ vault }) => vault.open(asha.org, row, sealed))).toEqual({})
  })

  test('gives another organisation a part only while it is shared, and never the parts beside it', async () => {
    const { asha, officer } = world.people
    const caseId = await caseOf(asha)
    const [contact, narrative] = [rowOf(randomUUID()), rowOf(randomUUID())]
    await sealedBy(asha, holderOf(asha.org, caseId, 'contact'), contact, { mobile: '+8801700000000' })
    const words = await sealedBy(asha, holderOf(asha.org, caseId, 'narrative'), narrative, {
      own_words: 'mine',
    })
    const through = randomUUID()
    await asha.as(({ vault }) =>
      vault.share({
        org: asha.org,
        caseId,
        parts: ['contact'],
        unit: officer.unit,
        through: 'referral',
        throughId: through,
      }),
    )
    expect(await wraps(caseId, officer.unit)).toEqual(['contact'])
    expect(await officer.as(({ vault }) => vault.open(asha.org, narrative, words))).toEqual({})
    await asha.as(({ vault }) => vault.unshare(asha.org, through))
    expect(await wraps(caseId, officer.unit)).toEqual([])
    expect(await wraps(caseId, asha.unit)).toEqual(['contact', 'narrative'])
  })

  async function wraps(caseId: string, unit: string): Promise<string[]> {
    const connection = await world.owner.connect()
    const { rows } = await connection.query(
      'select part from part_wrap where case_id = $1 and unit_id = $2 order by part',
      [caseId, unit],
    )
    connection.release(false)
    return rows.map(({ part }) => String(part))
  }

  test('writes under a new key after a renewal, and older values stay readable to the owner', async () => {
    const { asha } = world.people
    const caseId = await caseOf(asha)
    const holder = holderOf(asha.org, caseId, 'contact')
    const [before, after] = [rowOf(randomUUID()), rowOf(randomUUID())]
    const old = await sealedBy(asha, holder, before, { mobile: 'before' })
    await asha.as(({ vault }) => vault.renew(asha.org, caseId, ['contact'], asha.unit))
    const fresh = await sealedBy(asha, holder, after, { mobile: 'after' })
    expect(old['mobile']?.subarray(1, 17).equals(fresh['mobile']?.subarray(1, 17) ?? Buffer.alloc(0))).toBe(
      false,
    )
    expect(await asha.as(({ vault }) => vault.open(asha.org, before, old))).toEqual({ mobile: 'before' })
    expect(await asha.as(({ vault }) => vault.open(asha.org, after, fresh))).toEqual({ mobile: 'after' })
  })

  test('refuses a value that was moved to another row', async () => {
    const { asha } = world.people
    const caseId = await caseOf(asha)
    const sealed = await sealedBy(asha, holderOf(asha.org, caseId, 'narrative'), rowOf(randomUUID()), {
      own_words: 'mine',
    })
    await expect(asha.as(({ vault }) => vault.open(asha.org, rowOf(randomUUID()), sealed))).rejects.toThrow(
      Error,
    )
  })

  test('opens nothing without the cookie of a member, whoever has the database and the node’s key', async () => {
    const { asha } = world.people
    const caseId = await caseOf(asha)
    const row = rowOf(randomUUID())
    const sealed = await sealedBy(asha, holderOf(asha.org, caseId, 'narrative'), row, { own_words: 'mine' })
    const stolen = { handle: handleOf(asha.cookie), vaultKey: randomBytes(32) }
    const opened = asActor(world.node, stolen, ({ vault }) => vault.open(asha.org, row, sealed))
    await expect(opened).rejects.toThrow(Error)
  })
})
