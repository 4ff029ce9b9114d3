import { randomUUID } from 'node:crypto'
import type { SettingLay } from '@setu/records/api'
import { addDays, caseloadRules } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCase } from '../../../test/cases.ts'
import { rowsOf } from '../../../test/client.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWorld, type Person, type World } from '../../../test/world.ts'
import { dayOf } from '../../platform/index.ts'
import { readCaseload } from '../caseload/read-caseload.ts'
import { openCase } from '../cases/open-case.ts'
import { readWorkingRules } from '../due/working-rules.ts'
import { beginIdentification, stepIdentification } from '../identifications/step-identification.ts'
import { layDownSettings } from './lay-down-settings.ts'
import { readSettings } from './read-settings.ts'

const today = dayOf(new Date())

describe.each(enginesInTurn)('rules and deadlines, on %s', (kind) => {
  let world: World

  beforeAll(async () => {
    world = await openWorld(kind)
  })
  afterAll(() => world.close())

  const list = (who: Person = world.people.admin) => who.as((work) => readSettings(work))
  const of = async (set: string, who?: Person) => {
    const item = (await list(who)).items.find((one) => one.kind === set)
    if (item === undefined) throw new TypeError(set)
    return item
  }
  const layDown = async (
    set: string,
    values: SettingLay['values'],
    { who = world.people.admin, base }: { who?: Person; base?: number } = {},
  ) => {
    const given = { command: randomUUID(), kind: set, base: base ?? (await of(set)).base, values }
    return who.as((work) => layDownSettings(work, given))
  }

  test('are laid down by an administrator alone, and read by everybody with who and what before', async () => {
    const { admin, asha, farida, guard } = world.people
    for (const who of [asha, farida, guard])
      await expect(layDown('caseloadRules', { capacity: 40 }, { who })).rejects.toMatchObject({
        code: 'role-needed',
      })
    await layDown('caseloadRules', { capacity: 40, 'risk.high': 5 })
    const { rules, versions, base } = await of('caseloadRules', asha)
    expect(rules).toMatchObject({ capacity: 40, risk: { high: 5, low: 0 }, stage: caseloadRules.stage })
    expect(base).toBe(2)
    expect(versions.map(({ rules: { capacity }, validFrom }) => [capacity, validFrom])).toEqual([
      [40, today],
      [60, '2000-01-01'],
    ])
    expect((await list(asha)).mayChange).toBe(false)
    expect(versions[0]?.by).not.toBe(null)
    expect((await of('caseloadRules', world.people.nadia)).versions[0]?.by).toBe(null)
    expect((await of('caseloadRules', admin)).versions[1]?.by).toBe(null)
    expect((await farida.as((work) => readCaseload(work))).capacity).toBe(40)
  })

  test('refuse what cannot be, what is no setting, and whoever saw an older version', async () => {
    const { base } = await of('tellingRules')
    await expect(layDown('tellingRules', { least: 4 })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(layDown('tellingRules', { version: 'x' })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(layDown('approvals', { servicePlan: [] }, { base: 1 })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await layDown('tellingRules', { least: 8 })
    await expect(layDown('tellingRules', { least: 9 }, { base })).rejects.toMatchObject({ code: 'stale' })
    expect(await layDown('tellingRules', { least: 8 })).toMatchObject({ version: base + 1 })
    expect((await of('tellingRules')).base).toBe(base + 1)
  })

  test('two administrators at once: the second is told, and nothing of the first is lost', async () => {
    const { base } = await of('reminders')
    const times = [12, 36].map((amount) => ({ remindBefore: { amount, unit: 'hours' } }))
    const done = await Promise.allSettled(times.map((values) => layDown('reminders', values, { base })))
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await of('reminders')).base).toBe(base + 1)
  })

  test('hold from then on: consent by the new time, an appeal by the new days', async () => {
    const { asha, farida } = world.people
    await layDown('caseClocks', { consentLasts: { amount: 6, unit: 'calendarMonths' } })
    const { consentLasts } = await asha.as((work) => readWorkingRules(work))
    expect(consentLasts).toEqual({ amount: 6, unit: 'calendarMonths' })
    await layDown('identificationRules', { bringAppeal: { amount: 45, unit: 'calendarDays' } })
    const { org, id } = await asha.as((work) => openCase(work, newCase(asha, 'cnry')))
    await asha.as((work) => beginIdentification(work, { org, id }, { id: randomUUID() }))
    const step = (who: Person, to: 'noProposed' | 'notIdentified', base: number) =>
      who.as((work) =>
        stepIdentification(
          work,
          { org, id },
          { command: randomUUID(), to, base, reasons: 'cnry', body: 'Police' },
        ),
      )
    await step(asha, 'noProposed', 1)
    await step(farida, 'notIdentified', 2)
    const [row] = await rowsOf(
      world.owner,
      'select appeal_until::text as until from identification where case_id = $1',
      [id],
    )
    expect(row).toEqual({ until: addDays(today, 45) })
  })
})
