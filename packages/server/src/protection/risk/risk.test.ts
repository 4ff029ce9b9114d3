import { randomUUID } from 'node:crypto'
import type { CaseView } from '@setu/records/api'
import { addDays, type CaseRequirement } from '@setu/vocabulary'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { lookAtRisks, writeAndStep } from '../../../test/risks.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf } from '../../platform/index.ts'
import { checkRequirement } from '../cases/change-state.ts'
import { openCase } from '../cases/open-case.ts'
import { readCase } from '../cases/read-case.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { addNote } from '../notes/note-store.ts'

const today = dayOf(new Date())

describe.each(['pglite', 'postgres'] as const)('risks and safety plans, on %s', (kind) => {
  let world: World
  let asha: Person
  let farida: Person
  let file: CaseRef

  beforeAll(async () => {
    world = await openWorld(kind)
    ;({ asha, farida } = world.people)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    file = { org, id }
  })

  const view = (): Promise<CaseView> => asha.as((work) => readCase(work, file))
  const promised = async (wanted: string) => (await view()).due.filter((one) => one.kind === wanted)
  const dueOn = async (wanted: string) => (await promised(wanted)).map(({ due }) => dayOf(new Date(due)))
  const missing = async (to: string): Promise<readonly CaseRequirement[]> =>
    (await view()).path.find((step) => step.to === to)?.missing ?? []
  const check = (by: Person, requirement: CaseRequirement, answer: 'done' | 'waived' = 'done') =>
    by.as((work) =>
      checkRequirement(work, file, { id: randomUUID(), requirement, answer, reason: 'supervision' }),
    )

  test('a finished look keeps the promise to look, and promises the next: the greater the risk, the sooner', async () => {
    expect(await promised('assessRisk')).toHaveLength(1)
    await lookAtRisks(asha, file, {}, { assessedOn: today })
    expect(await promised('assessRisk')).toEqual([])
    expect(await dueOn('reassessRisk')).toEqual([addDays(today, 30)])
    await lookAtRisks(asha, file, { debt: 'high' }, { assessedOn: today })
    expect(await dueOn('reassessRisk')).toEqual([addDays(today, 7)])
    await lookAtRisks(asha, file, { selfHarm: 'imminent' }, { assessedOn: today })
    expect(await dueOn('reassessRisk')).toEqual([addDays(today, 1)])
  })

  test('a look that was written down late counts from its day, and changes nothing where a later one is there', async () => {
    const earlier = addDays(today, -10)
    await lookAtRisks(asha, file, {}, { assessedOn: earlier })
    expect(await dueOn('reassessRisk')).toEqual([addDays(earlier, 30)])
    await lookAtRisks(asha, file, { family: 'high' }, { assessedOn: addDays(today, -20) })
    expect(await dueOn('reassessRisk')).toEqual([addDays(earlier, 30)])
    expect(await missing('closed')).not.toContain('noHighRisk')
  })

  test('nobody has looked tomorrow', async () => {
    await expect(lookAtRisks(asha, file, {}, { assessedOn: addDays(today, 1) })).rejects.toMatchObject({
      code: 'bad-request',
    })
  })

  test('a risk that is more than low asks for a safety plan; the one in force takes the place of the one before', async () => {
    expect(await missing('assessed')).toContain('riskAssessed')
    await lookAtRisks(asha, file, { community: 'medium' }, { assessedOn: today })
    expect(await missing('assessed')).not.toContain('riskAssessed')
    expect(await promised('makeSafetyPlan')).toHaveLength(1)
    const made = { agreedOn: today, keptBy: 'memory', codeWord: 'cnry-mango' }
    const first = await writeAndStep(asha, file, 'safetyPlan', made, 'inForce')
    expect(await promised('makeSafetyPlan')).toEqual([])
    const second = await writeAndStep(farida, file, 'safetyPlan', made, 'inForce')
    const states = new Map((await view()).records.map(({ id, state }) => [id, state]))
    expect([states.get(first), states.get(second)]).toEqual(['replaced', 'inForce'])
    await lookAtRisks(asha, file, { community: 'medium' }, { assessedOn: today, safetyPlanFits: true })
    expect(await promised('makeSafetyPlan')).toEqual([])
    await lookAtRisks(asha, file, { community: 'medium' }, { assessedOn: today })
    expect(await promised('makeSafetyPlan')).toHaveLength(1)
  })

  test('a case with a high risk is not closed until it is less, or a supervisor lets it wait, and only for that risk', async () => {
    await lookAtRisks(asha, file, { traffickerContact: 'high' }, { assessedOn: today })
    expect(await missing('closed')).toContain('noHighRisk')
    await expect(check(asha, 'noHighRisk')).rejects.toMatchObject({ code: 'shown-by-records' })
    await expect(check(asha, 'noHighRisk', 'waived')).rejects.toMatchObject({ code: 'not-for-you' })
    await check(farida, 'noHighRisk', 'waived')
    expect(await missing('closed')).not.toContain('noHighRisk')
    await lookAtRisks(asha, file, { traffickerContact: 'imminent' }, { assessedOn: today })
    expect(await missing('closed')).toContain('noHighRisk')
    await lookAtRisks(asha, file, { traffickerContact: 'medium' }, { assessedOn: today })
    expect(await missing('closed')).not.toContain('noHighRisk')
  })

  test('nobody says any more what records show; what was said of older cases counts until there is a record', async () => {
    for (const requirement of ['riskAssessed', 'safetyPlan', 'noHighRisk'] as const) {
      await expect(check(farida, requirement)).rejects.toMatchObject({ code: 'shown-by-records' })
      await rowsOf(
        world.owner,
        `insert into case_check (org_id, id, case_id, requirement, answer, account_id, recorded_at)
         values ($1, gen_random_uuid(), $2, $3, 'done', $4, now() - interval '1 year')`,
        [file.org, file.id, requirement, asha.account],
      )
    }
    expect(await missing('assessed')).not.toContain('riskAssessed')
    expect(await missing('closed')).not.toContain('noHighRisk')
    await lookAtRisks(asha, file, { debt: 'high' }, { assessedOn: today })
    expect(await missing('closed')).toContain('noHighRisk')
  })

  test('something that happened brings the next look forward', async () => {
    await lookAtRisks(asha, file, {}, { assessedOn: today })
    const note = (noted: 'general' | 'safety') =>
      asha.as((work) =>
        addNote(work, file, { id: randomUUID(), kind: noted, happenedOn: today, words: 'cnry' }),
      )
    await note('general')
    expect(await dueOn('reassessRisk')).toEqual([addDays(today, 30)])
    await note('safety')
    const [look, ...more] = await promised('reassessRisk')
    expect(more).toEqual([])
    expect(new Date(look?.due ?? 0).getTime()).toBeLessThan(Date.now() + 72 * 3_600_000 + 60_000)
  })
})
