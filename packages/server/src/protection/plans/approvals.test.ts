import { randomUUID } from 'node:crypto'
import { addDays } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'
import { layDownApprovals, readApprovals } from './read-approvals.ts'

const today = dayOf(new Date())

describe.each(enginesInTurn)('what waits for approval, on %s', (kind) => {
  let world: World
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    const { asha } = world.people
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })
  afterAll(() => world.close())

  const waiting = async (who: Person) =>
    (await who.as((work) => readApprovals(work))).waiting
      .filter((one) => one.case.id === file.id)
      .map(({ kind: one, about }) => `${one} ${about}`)
  const layDown = (who: Person, servicePlan: boolean) =>
    who.as((work) => layDownApprovals(work, { command: randomUUID(), servicePlan }))
  const take = (item: string, to: string, values: object) =>
    world.people.asha.as((work) =>
      stepRecord(work, file, { record: 'servicePlan', item }, { base: 1, to, values: { ...values } }),
    )

  test('is shown to who supervises, but for what they asked for themselves', async () => {
    const { asha, farida, mina, nadia } = world.people
    const grant = { kind: 'travel', amount: 100 }
    const asked = await writeAndStep(asha, file, 'payment', grant)
    await writeAndStep(farida, file, 'payment', grant)
    expect(await waiting(farida)).toEqual([`payment ${asked}`])
    for (const other of [asha, mina, nadia]) expect(await waiting(other)).toEqual([])
  })

  test('of plans there is something only where an administrator laid it down, for their own organisation', async () => {
    const { asha, farida, admin } = world.people
    const plan = await writeAndStep(asha, file, 'servicePlan', {})
    await take(plan, 'agreed', { agreement: 'yes', answeredOn: today, reviewOn: addDays(today, 30) })
    const plans = async () => (await waiting(farida)).filter((one) => one.startsWith('plan'))
    expect(await plans()).toEqual([])
    await expect(layDown(farida, true)).rejects.toMatchObject({ code: 'role-needed' })
    await layDown(admin, true)
    expect(await plans()).toEqual([`plan ${plan}`])
    expect((await world.people.nadia.as((work) => readApprovals(work))).rules).toEqual({ servicePlan: false })
    await layDown(admin, false)
    expect(await plans()).toEqual([])
  })

  test('of two organisations that lay down theirs at once neither loses it', async () => {
    const { admin, nadia } = world.people
    await rowsOf(
      world.owner,
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'technicalAdministrator') on conflict do nothing`,
      [nadia.org, nadia.account],
    )
    const laidDown = async (who: Person) => (await who.as((work) => readApprovals(work))).rules.servicePlan
    for (const wanted of [true, false, true, false]) {
      await Promise.all([layDown(admin, wanted), layDown(nadia, wanted)])
      expect([await laidDown(admin), await laidDown(nadia)]).toEqual([wanted, wanted])
    }
  })
})
