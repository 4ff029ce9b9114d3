import { randomUUID } from 'node:crypto'
import { caseRecords } from '@setu/records'
import {
  addMonths,
  codesOf,
  plainDate,
  type RiskDomain,
  type RiskLevel,
  riskAssessmentStates,
  riskAssessmentSteps,
  riskDomains,
  riskLevels,
  safetyPlanCopies,
  safetyPlanStates,
  safetyPlanSteps,
  stepBetween,
} from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code, question } = speak('bn')
const today = plainDate(new Date().toISOString().slice(0, 10))

/** A case as it stands after the first conversation: who the person is to us, and what they agreed to. */
async function openedCase(visitor: Visitor): Promise<string> {
  const session = JSON.parse((await ask(visitor, 'GET', '/session')).text) as {
    readonly units: readonly { readonly id: string }[]
  }
  const id = randomUUID()
  const said = { givenOn: today, language: 'bn', textVersion: '2026-01' }
  const agreed = { purpose: 'services', parts: [], recipient: null, answer: 'given' }
  const opened = await ask(visitor, 'POST', '/cases', {
    id,
    unit: session.units[0]?.id,
    urgency: 'standard',
    conflict: 'none',
    facts: { ageBand: '25-29', ageCertainty: 'stated', sex: 'female', language: 'bn' },
    contact: { safeWay: 'দুপুরে ফোন করুন' },
    rightsNotice: { ...said, id: randomUUID(), means: 'explained', understood: true },
    consents: {
      ...said,
      medium: 'spoken',
      interpreter: false,
      guardianAgreed: null,
      answers: [{ ...agreed, id: randomUUID(), validUntil: addMonths(today, 6) }],
    },
  })
  const { org } = JSON.parse(opened.text) as { readonly org: string }
  return `/cases/${org}/${id}`
}

describe('the way of a case from its risks to its end', () => {
  const play = openPlay({})
  let asha: Visitor
  let address = ''
  const signs = 'সন্ধ্যায় বাড়ির সামনে মোটরসাইকেল থামে'

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    address = await openedCase(asha)
    await asha.page.goto(address)
  })

  /** Nothing runs out of the phone's side, and nothing stands in anybody's way. */
  async function expectFit(): Promise<void> {
    await settled(asha.page, 'bn')
    expect(await asha.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await barriersOn(asha.page)).toEqual([])
  }

  async function lookAtRisks(found: Readonly<Partial<Record<RiskDomain, RiskLevel>>>): Promise<void> {
    const hand = handOf(asha)
    const sections = Object.values(caseRecords.riskAssessment.sections)
    for (const [at, { asks }] of sections.entries()) {
      if (at > 0) await hand.press(say('form.next'))
      for (const domain of codesOf(riskDomains).filter((one) => asks.some((key) => key === one))) {
        await hand.choose(question('riskAssessment', domain), code(riskLevels, found[domain] ?? 'low'))
      }
    }
    await hand.press(say('record.keep'))
    await asha.page.getByText(code(riskAssessmentStates, 'draft'), { exact: true }).first().waitFor()
    await expectFit()
    await hand.press(stepBetween(riskAssessmentSteps, 'draft', 'made')?.bn ?? '')
    await hand.press(stepBetween(riskAssessmentSteps, 'draft', 'made')?.bn ?? '')
    await asha.page.getByText(code(riskAssessmentStates, 'made'), { exact: true }).first().waitFor()
    await hand.tap(asha.page.getByRole('link', { name: say('record.to-case') }))
    await asha.page.waitForURL(`**${address}`)
  }

  test('each risk is judged by itself, and the greatest stands beside the code', async () => {
    const { page } = asha
    await handOf(asha).tap(page.locator('#risk').getByRole('link', { name: say('risk.assess') }))
    await lookAtRisks({ traffickerContact: 'high', debt: 'medium' })
    await page.getByText(say('risk.now', { level: code(riskLevels, 'high') })).waitFor()
    await expectFit()
  })

  test('what is more than low asks for a safety plan, which is made with the person and put in force', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.tap(page.locator('#risk').getByRole('link', { name: say('risk.make-plan') }))
    await hand.write(question('safetyPlan', 'triggers'), signs)
    await hand.press(say('form.next'))
    await hand.write(question('safetyPlan', 'codeWord'), 'নীল কাপড়')
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await page.getByText(code(safetyPlanStates, 'draft'), { exact: true }).first().waitFor()
    const force = stepBetween(safetyPlanSteps, 'draft', 'inForce')?.bn ?? ''
    await hand.press(force)
    await hand.choose(question('safetyPlan', 'keptBy'), code(safetyPlanCopies, 'memory'))
    expect(await barriersOn(page)).toEqual([])
    await hand.press(force)
    await page.getByText(code(safetyPlanStates, 'inForce'), { exact: true }).first().waitFor()
    expect(await page.locator('main').innerText()).not.toContain(signs)
    await expectFit()
    await hand.tap(page.getByRole('link', { name: say('record.to-case') }))
    await page.waitForURL(`**${address}`)
  })
})
