import { randomUUID } from 'node:crypto'
import type { CaseView } from '@setu/records/api'
import { addDays, type CaseRequirement } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { writeAndStep } from '../../../test/risks.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf } from '../../platform/index.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { stepRecord } from '../cases/step-record.ts'

const today = dayOf(new Date())
const review = addDays(today, 60)
const answer = { agreement: 'withChanges', answeredOn: today, reviewOn: review, wishes: 'cnry-wishes' }

describe.each(['pglite', 'postgres'] as const)('needs, plans and services, on %s', (kind) => {
  let world: World
  let asha: Person
  let farida: Person
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha, farida } = world.people)
  })
  afterAll(() => world.close())
  const another = async (): Promise<CaseRef> => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    return { org, id }
  }
  beforeEach(async () => {
    file = await another()
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const promised = async (wanted: string) => (await view()).due.filter((one) => one.kind === wanted)
  const dueOn = async (wanted: string) => (await promised(wanted)).map(({ due }) => dayOf(new Date(due)))
  const stateOf = async (id: string) => (await view()).records.find((one) => one.id === id)?.state
  const missing = async (to: string): Promise<readonly CaseRequirement[]> =>
    (await view()).path.find((step) => step.to === to)?.missing ?? []
  const toPlanned = () =>
    rowsOf(world.owner, `update case_file set state = 'planned' where id = $1`, [file.id])

  test('a look at what is needed keeps its promise and shows that needs were assessed', async () => {
    expect(await missing('assessed')).toContain('needsAssessed')
    const values = { assessedOn: today, services: ['psychosocial'], individualWords: 'cnry' }
    await writeAndStep(asha, file, 'needsAssessment', values, 'made')
    expect(await missing('assessed')).not.toContain('needsAssessed')
    expect(await promised('assessNeeds')).toEqual([])
  })

  test('what is proposed is agreed to with its plan, and each is promised by its day', async () => {
    const day = addDays(today, 40)
    const goal = await writeAndStep(asha, file, 'supportPlan', { service: 'legalAid', plannedEnd: day })
    const someday = await writeAndStep(asha, file, 'supportPlan', {
      service: 'livelihood',
      plannedEnd: '2027',
    })
    const left = await writeAndStep(asha, file, 'supportPlan', { service: 'medical' }, 'dropped')
    await writeAndStep(asha, file, 'servicePlan', answer, 'agreed')
    expect([await stateOf(goal), await stateOf(someday), await stateOf(left)]).toEqual([
      'agreed',
      'agreed',
      'dropped',
    ])
    expect(await promised('makePlan')).toEqual([])
    expect(await dueOn('reviewPlan')).toEqual([review])
    expect(await dueOn('reachGoal')).toEqual([day])
    await asha.as((work) =>
      stepRecord(
        work,
        file,
        { record: 'supportPlan', item: goal },
        { base: 2, to: 'reached', values: { actualEnd: today } },
      ),
    )
    expect(await promised('reachGoal')).toEqual([])
  })

  test('the next plan takes the place of the one before; one that she declines was answered too', async () => {
    const first = await writeAndStep(asha, file, 'servicePlan', answer, 'agreed')
    const second = await writeAndStep(asha, file, 'servicePlan', answer, 'agreed')
    expect([await stateOf(first), await stateOf(second)]).toEqual(['replaced', 'agreed'])
    expect(await promised('reviewPlan')).toHaveLength(1)
    file = await another()
    await writeAndStep(asha, file, 'servicePlan', { answeredOn: today }, 'declined')
    expect(await promised('makePlan')).toEqual([])
    await rowsOf(world.owner, `update case_file set state = 'assessed' where id = $1`, [file.id])
    expect(await missing('planned')).not.toContain('planAnswered')
  })

  test('where it is laid down, a supervisor approves a plan before services begin, and never one of their own', async () => {
    await toPlanned()
    await writeAndStep(asha, file, 'servicePlan', answer, 'agreed')
    expect(await missing('active')).toEqual([])
    const rules = JSON.stringify({ version: 'laid-down', servicePlan: [asha.org] })
    await rowsOf(
      world.owner,
      `insert into rule_set (kind, version, valid_from, rules, made_at) values ('approvals', 'laid-down', $1, $2, now())`,
      [today, rules],
    )
    try {
      const plan = await writeAndStep(asha, file, 'servicePlan', answer, 'agreed')
      expect(await missing('active')).toEqual(['planApproved'])
      expect((await promised('approvePlan')).map(({ holder }) => holder.account?.id)).toEqual([
        farida.account,
      ])
      const approve = (by: Person, item: string, base: number) =>
        by.as((work) =>
          stepRecord(work, file, { record: 'servicePlan', item }, { base, to: 'approved', values: {} }),
        )
      await expect(approve(asha, plan, 2)).rejects.toMatchObject({ code: 'not-for-you' })
      await approve(farida, plan, 2)
      expect(await missing('active')).toEqual([])
      expect(await promised('approvePlan')).toEqual([])
      const own = await writeAndStep(farida, file, 'servicePlan', answer, 'agreed')
      await expect(approve(farida, own, 2)).rejects.toMatchObject({ code: 'own-request' })
    } finally {
      await rowsOf(world.owner, `delete from rule_set where version = 'laid-down'`)
    }
  })

  test('a service is given towards a goal of the same case, and of no other', async () => {
    const goal = await writeAndStep(asha, file, 'supportPlan', { service: 'legalAid' })
    const values = {
      service: 'legalAid',
      deliveredOn: today,
      giver: 'us',
      quantity: 2,
      unit: 'visit',
      goal,
    }
    const given = await writeAndStep(asha, file, 'serviceDelivered', values)
    expect((await view()).records.find(({ id }) => id === given)?.values).toMatchObject({
      goal,
      quantity: 2,
    })
    expect((await view()).timeline.items[0]).toMatchObject({
      kind: 'serviceGiven',
      about: { service: 'legalAid' },
    })
    file = await another()
    await expect(writeAndStep(asha, file, 'serviceDelivered', values)).rejects.toMatchObject({
      code: 'bad-request',
    })
    const nowhere = { ...values, goal: randomUUID() }
    await expect(writeAndStep(asha, file, 'serviceDelivered', nowhere)).rejects.toMatchObject({
      code: 'bad-request',
    })
  })
})
