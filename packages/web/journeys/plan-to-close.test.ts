import { caseRecords } from '@setu/records'
import {
  addMonths,
  caseRequirements,
  caseStates,
  codesOf,
  followUpStates,
  followUpSteps,
  goalStates,
  householdNeeds,
  housingOutcomes,
  individualNeeds,
  livesWith,
  livingOutcomes,
  needsAssessmentStates,
  needsAssessmentSteps,
  paymentKinds,
  paymentStates,
  paymentSteps,
  paymentWays,
  plainDate,
  planAgreements,
  type RiskDomain,
  type RiskLevel,
  receiptKinds,
  reintegrationStates,
  reintegrationSteps,
  renewedDangerSigns,
  riskAssessmentStates,
  riskAssessmentSteps,
  riskDomains,
  riskLevels,
  safetyOutcomes,
  safetyPlanCopies,
  safetyPlanStates,
  safetyPlanSteps,
  servicePlanStates,
  servicePlanSteps,
  serviceTypes,
  stepBetween,
  sustainabilityLevels,
  sustainabilityOccasions,
  sustainabilityStates,
  sustainabilitySteps,
  taskKinds,
  trainingKinds,
  trainingStates,
  trainingSteps,
} from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openedCase } from './stage/opened-case.ts'
import { openPlay } from './stage/play.ts'
import { ask, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code, question } = speak('bn')
const today = plainDate(new Date().toISOString().slice(0, 10))

describe('the way of a case from its risks to its end', () => {
  const play = openPlay({})
  let asha: Visitor
  let address = ''
  const signs = 'সন্ধ্যায় বাড়ির সামনে মোটরসাইকেল থামে'

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    address = await openedCase(asha, {
      urgency: 'standard',
      ageBand: '25-29',
      safeWay: 'দুপুরে ফোন করুন',
      guardianAgreed: null,
    })
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

  /** Opens the form of a new record from the card of the plan. */
  async function add(
    record: 'needsAssessment' | 'supportPlan' | 'servicePlan' | 'serviceDelivered',
  ): Promise<void> {
    const what = say('case.add-what', { what: caseRecords[record].label.bn })
    await handOf(asha).tap(asha.page.locator('#plan').getByRole('link', { name: what }))
  }

  async function backToCase(): Promise<void> {
    await handOf(asha).tap(asha.page.getByRole('link', { name: say('record.to-case') }))
    await asha.page.waitForURL(`**${address}`)
  }

  test('what is needed is asked for the person, the household and the community', async () => {
    const hand = handOf(asha)
    await add('needsAssessment')
    await hand.choose(question('needsAssessment', 'individual'), code(individualNeeds, 'legalHelp'))
    await hand.press(say('form.next'))
    await hand.choose(question('needsAssessment', 'household'), code(householdNeeds, 'debt'))
    await hand.press(say('form.next'))
    await hand.choose(question('needsAssessment', 'services'), code(serviceTypes, 'legalAid'))
    await hand.press(say('record.keep'))
    const made = stepBetween(needsAssessmentSteps, 'draft', 'made')?.bn ?? ''
    await hand.press(made)
    await hand.press(made)
    await asha.page.getByText(code(needsAssessmentStates, 'made'), { exact: true }).first().waitFor()
    await expectFit()
    await backToCase()
  })

  test('a goal in her words and the plan are agreed to together', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await add('supportPlan')
    await hand.write(question('supportPlan', 'objectives'), 'জমিটা যেন আমার থাকে')
    await hand.choose(question('supportPlan', 'service'), code(serviceTypes, 'legalAid'))
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await page.getByText(code(goalStates, 'proposed'), { exact: true }).first().waitFor()
    await backToCase()
    await add('servicePlan')
    await hand.write(question('servicePlan', 'wishes'), 'আমি কারও কাছে ঋণী থাকতে চাই না')
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await page.getByText(code(servicePlanStates, 'draft'), { exact: true }).first().waitFor()
    const agree = stepBetween(servicePlanSteps, 'draft', 'agreed')?.bn ?? ''
    await hand.press(agree)
    await hand.choose(question('servicePlan', 'agreement'), code(planAgreements, 'withChanges'))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(new RegExp(question('servicePlan', 'reviewOn'))).fill(addMonths(today, 2))
    await hand.press(agree)
    await page.getByText(code(servicePlanStates, 'agreed'), { exact: true }).first().waitFor()
    await expectFit()
    await backToCase()
    const plan = page.locator('#plan')
    await plan.getByText(code(goalStates, 'agreed'), { exact: true }).waitFor()
    await plan.getByText(say('plan.nothing-given')).waitFor()
  })

  test('a service that was given stands with its goal', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await add('serviceDelivered')
    await hand.choose(question('serviceDelivered', 'service'), code(serviceTypes, 'legalAid'))
    await page.getByLabel(new RegExp(question('serviceDelivered', 'deliveredOn'))).fill(today)
    await hand.choose(question('serviceDelivered', 'goal'), code(serviceTypes, 'legalAid'))
    await hand.press(say('record.keep'))
    await page.waitForURL(`**${address}`)
    await page
      .locator('#plan')
      .getByText(say('plan.times', { count: '1' }))
      .waitFor()
    expect(await page.locator('#plan').getByText(say('plan.nothing-given')).count()).toBe(0)
    await expectFit()
  })

  /** Opens the form of a new record from a card. */
  async function addIn(card: string, record: keyof typeof caseRecords): Promise<void> {
    const what = say('case.add-what', { what: caseRecords[record].label.bn })
    await handOf(asha).tap(asha.page.locator(card).getByRole('link', { name: what }))
  }

  /** What a dialog asks is answered, and its step taken. */
  async function answerStep(step: string, answers: () => Promise<void>): Promise<void> {
    await handOf(asha).press(step)
    await asha.page.getByRole('dialog').waitFor()
    await answers()
    expect(await barriersOn(asha.page)).toEqual([])
    await asha.page.getByRole('dialog').getByRole('button', { name: step }).click()
  }

  test('a training towards a living begins, and how firmly she stood at intake is asked', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await addIn('#living', 'training')
    await hand.choose(question('training', 'kind'), code(trainingKinds, 'sewing'))
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await page.getByText(code(trainingStates, 'planned'), { exact: true }).first().waitFor()
    await answerStep(stepBetween(trainingSteps, 'planned', 'underWay')?.bn ?? '', () => Promise.resolve())
    await page.getByText(code(trainingStates, 'underWay'), { exact: true }).first().waitFor()
    await expectFit()
    await backToCase()
    await addIn('#living', 'sustainability')
    await hand.choose(question('sustainability', 'occasion'), code(sustainabilityOccasions, 'baseline'))
    await page.getByLabel(new RegExp(question('sustainability', 'takenOn'))).fill(today)
    await hand.press(say('form.next'))
    await hand.write(question('sustainability', 'income'), '২৫০০')
    for (const item of ['incomeCovers', 'workSteady', 'debtBorne', 'putsAside'] as const)
      await hand.choose(question('sustainability', item), code(sustainabilityLevels, 'little'))
    await hand.press(say('form.next'))
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    const finish = stepBetween(sustainabilitySteps, 'draft', 'made')?.bn ?? ''
    await hand.press(finish)
    await page.getByText(code(sustainabilityStates, 'made'), { exact: true }).first().waitFor()
    await backToCase()
    await page
      .locator('#living')
      .getByText(say('living.answered', { of: '5', answered: '4' }))
      .waitFor()
    await expectFit()
  })

  test('reintegration makes the calendar, and a sign of danger at a follow-up is a risk again', async () => {
    const { page } = asha
    const hand = handOf(asha)
    const cards = page.locator('#follow-ups')
    await addIn('#follow-ups', 'reintegration')
    await hand.choose(question('reintegration', 'livesWith'), code(livesWith, 'parents'))
    await page.getByLabel(new RegExp(question('reintegration', 'begunOn'))).fill(addMonths(today, -4))
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await hand.press(stepBetween(reintegrationSteps, 'planned', 'begun')?.bn ?? '')
    await page.getByText(code(reintegrationStates, 'begun'), { exact: true }).first().waitFor()
    await backToCase()
    for (const months of ['3', '6', '12', '24'])
      await cards.getByRole('link', { name: say('follow.after', { months }) }).waitFor()
    await expectFit()
    await page.goto('/')
    const due = code(taskKinds, 'followUp')
    await hand.tap(page.getByRole('listitem').filter({ hasText: due }).getByRole('link').last())
    await answerStep(stepBetween(followUpSteps, 'planned', 'reached')?.bn ?? '', async () => {
      await hand.choose(question('followUp', 'housing'), code(housingOutcomes, 'safe'))
      await hand.choose(question('followUp', 'living'), code(livingOutcomes, 'partly'))
      await hand.choose(question('followUp', 'safety'), code(safetyOutcomes, 'mostly'))
      await hand.choose(question('followUp', 'signs'), code(renewedDangerSigns, 'offer'))
    })
    await page.getByText(code(followUpStates, 'reached'), { exact: true }).first().waitFor()
    await expectFit()
    await backToCase()
  })

  test('money is asked for, approved by somebody else, paid and receipted', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    await addIn('#money', 'payment')
    await hand.choose(question('payment', 'kind'), code(paymentKinds, 'livelihoodGrant'))
    await hand.write(question('payment', 'amount'), '১২,৫০০.৫০')
    await hand.write(question('payment', 'neededFor'), 'সেলাই মেশিন কিনতে')
    await hand.press(say('form.next'))
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await page.getByText(code(paymentStates, 'asked'), { exact: true }).first().waitFor()
    await page.getByText('12,500.50').or(page.getByText('১২,৫০০.৫০')).first().waitFor()
    await expectFit()
    const asked = page.url()

    const farida = await play.comeIn('farida', { on: 'desk' })
    await farida.page.goto('/money')
    await farida.page.getByRole('heading', { name: say('money.waiting') }).waitFor()
    expect(await barriersOn(farida.page)).toEqual([])
    await farida.page
      .getByRole('link', { name: code(paymentKinds, 'livelihoodGrant') })
      .first()
      .click()
    await handOf(farida).press(stepBetween(paymentSteps, 'asked', 'approved')?.bn ?? '')
    await farida.page
      .getByRole('dialog')
      .getByRole('button', { name: stepBetween(paymentSteps, 'asked', 'approved')?.bn ?? '' })
      .click()
    await farida.page.getByText(code(paymentStates, 'approved'), { exact: true }).first().waitFor()

    await page.goto(asked)
    await answerStep(stepBetween(paymentSteps, 'approved', 'paid')?.bn ?? '', () =>
      hand.choose(question('payment', 'paidBy'), code(paymentWays, 'cash')),
    )
    await page.getByText(code(paymentStates, 'paid'), { exact: true }).first().waitFor()
    await answerStep(stepBetween(paymentSteps, 'paid', 'receipted')?.bn ?? '', () =>
      hand.choose(question('payment', 'receiptKind'), code(receiptKinds, 'register')),
    )
    await page.getByText(code(paymentStates, 'receipted'), { exact: true }).first().waitFor()
    await backToCase()
    await page.locator('#money').getByText(say('money.paid-in-all')).waitFor()
    await expectFit()
  })

  test('the case is not closed while a high risk is open, and is when it is less', async () => {
    const { page } = asha
    const hand = handOf(asha)
    const missing = async (): Promise<string> => {
      await page.goto(address)
      await hand.press(say('case.move'))
      await hand.tap(page.getByRole('dialog').getByText(code(caseStates, 'closed'), { exact: true }))
      await page.getByRole('dialog').getByText(say('case.missing')).waitFor()
      return page.getByRole('dialog').innerText()
    }
    const wanted = code(caseRequirements, 'noHighRisk')
    expect(await missing()).toContain(wanted)
    const file = JSON.parse((await ask(asha, 'GET', address)).text) as { readonly version: number }
    const refused = await ask(asha, 'POST', `${address}/state`, {
      base: file.version,
      to: 'closed',
      reason: 'planMet',
    })
    expect([refused.status, refused.text.includes('noHighRisk')]).toEqual([409, true])
    await page.goto(address)
    await hand.tap(page.locator('#risk').getByRole('link', { name: say('risk.assess-again') }))
    await lookAtRisks({ debt: 'medium' })
    await page.getByText(say('risk.now', { level: code(riskLevels, 'medium') })).waitFor()
    expect(await missing()).not.toContain(wanted)
  })
})
