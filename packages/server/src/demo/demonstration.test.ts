import { afterAll, beforeAll, expect, test } from 'vitest'
import { brokenCaseRules } from '../../test/case-rules.ts'
import { countAnew } from '../../test/deadlines.ts'
import { openNode } from '../../test/world.ts'
import { seedRules } from '../commands/seed-rules.ts'
import { loadDemo } from './index.ts'

/** The whole of it in the long run; else the part around one caseworker. */
const size = process.env['SETU_DEEP'] ? 'full' : 'small'

let opened: Awaited<ReturnType<typeof openNode>>

beforeAll(async () => {
  opened = await openNode('pglite')
  await seedRules(opened.node.engine)
  await loadDemo({ ...opened.node, demo: true }, { size })
}, 20 * 60_000)
afterAll(() => opened.node.engine.close())

test('every case of the demonstration keeps every rule', async () => {
  expect(await brokenCaseRules(opened.owner)).toEqual([])
})

test('every promise is for the moment that the rules and the calendar give, counted anew from what happened', async () => {
  const { wrong, missing, looked, kinds } = await countAnew(opened.owner)
  expect({ wrong, missing }).toEqual({ wrong: [], missing: [] })
  expect(looked).toBeGreaterThan(100)
  for (const kind of [
    'completeIntake',
    'answerReferral',
    'reassessRisk',
    'followUp',
    'approvePayment',
    'identify',
    'answerMessage',
  ])
    expect(kinds).toContain(kind)
})
