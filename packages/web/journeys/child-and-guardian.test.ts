import { randomUUID } from 'node:crypto'
import { caseRecords } from '@setu/records'
import {
  addDays,
  addMonths,
  type CodeOf as Code,
  caseEventKinds,
  caseRequirements,
  codesOf,
  type GuardianState,
  guardianFindings,
  guardianQuestions,
  guardianRelations,
  guardianStates,
  guardianSteps,
  guardianSuspicions,
  leavingReasons,
  legalBases,
  notFreeReasons,
  placeGroups,
  plainDate,
  stayDestinations,
  stayStates,
  staySteps,
  stepBetween,
} from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openedCase } from './stage/opened-case.ts'
import { openPlay } from './stage/play.ts'
import { ask, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const shots = process.env['SETU_SHOTS']
const { say, code, question } = speak('bn')
const today = plainDate(new Date().toISOString().slice(0, 10))

describe('a child whose guardian is a suspect comes to a home by order of a court', () => {
  const play = openPlay({})
  let asha: Visitor
  let address = ''
  const paper = 'শিশু ২১৭/২০২৬'
  const admit = stepBetween(staySteps, 'requested', 'admitted')?.bn ?? ''

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    // A girl, with an uncle who agreed for her.
    address = await openedCase(asha, {
      urgency: 'urgent',
      ageBand: '10-14',
      safeWay: 'স্কুলের দিদির মাধ্যমে',
      guardianAgreed: true,
    })
  })

  /** Nothing runs out of the phone's side, and nothing stands in anybody's way. */
  async function expectFit(name: string): Promise<void> {
    await settled(asha.page, 'bn')
    await asha.page.evaluate(() => window.scrollTo(0, 0))
    if (shots !== undefined) await asha.page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
    expect(await asha.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await barriersOn(asha.page)).toEqual([])
  }

  async function askForPlace(): Promise<void> {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    await hand.tap(page.locator('#shelter').getByRole('link', { name: say('shelter.ask') }))
    await hand.choose(question('shelterStay', 'home'), 'যশোর দল')
    await hand.choose(question('shelterStay', 'placeFor'), code(placeGroups, 'girls'))
    await hand.press(say('form.next'))
    await hand.choose(question('shelterStay', 'legalBasis'), code(legalBases, 'courtOrder'))
    await hand.write(question('shelterStay', 'paperNumber'), paper)
    await hand.choose(question('shelterStay', 'freeToLeave'), say('form.no'))
    await hand.choose(question('shelterStay', 'whyNotFree'), code(notFreeReasons, 'childInCare'))
    await hand.press(say('form.next'))
    await hand.press(say('record.keep'))
    await page.getByText(code(stayStates, 'requested'), { exact: true }).first().waitFor()
  }

  const stepTo = (to: GuardianState, from: GuardianState = 'named') =>
    stepBetween(guardianSteps, from, to)?.bn ?? ''

  async function nameGuardian(relation: Code<typeof guardianRelations>): Promise<void> {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    const add = say('case.add-what', { what: caseRecords.guardian.label.bn })
    await hand.tap(page.locator('#child').getByRole('link', { name: add }))
    await hand.choose(question('guardian', 'relation'), code(guardianRelations, relation))
    await hand.press(say('form.next'))
    for (const asked of codesOf(guardianQuestions)) {
      await hand.choose(question('guardian', asked), code(guardianFindings, 'no'))
    }
    await hand.press(say('record.keep'))
    await page.getByText(code(guardianStates, 'named'), { exact: true }).first().waitFor()
  }

  test('her uncle is named, asked about question by question, and acts for her', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await nameGuardian('relative')
    await hand.press(stepTo('acts'))
    await hand.press(stepTo('acts'))
    await page.getByText(code(guardianStates, 'acts'), { exact: true }).first().waitFor()
    await expectFit('guardian')
    await page.goto(address)
    await page.locator('#child').getByText(code(guardianRelations, 'relative')).waitFor()
    expect(await page.locator('main').innerText()).not.toContain(code(caseRequirements, 'guardianOfChild'))
    await expectFit('acts')
  })

  test('he turns out to be a suspect: what he agreed to lapses at once, and she has nobody until somebody else is checked', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await hand.tap(page.locator('#child').getByRole('button', { name: stepTo('suspect', 'acts') }))
    await hand.choose(question('guardian', 'suspectedBecause'), code(guardianSuspicions, 'childSaid'))
    expect(await barriersOn(page)).toEqual([])
    await hand.press(stepTo('suspect', 'acts'))
    await page.locator('#child').getByText(code(guardianStates, 'suspect'), { exact: true }).first().waitFor()
    await page.locator('li').getByText(code(caseEventKinds, 'consentLapsed')).first().waitFor()
    await page.locator('li').getByText(code(caseRequirements, 'guardianOfChild')).first().waitFor()
    await expectFit('suspect')
    const yes = { id: randomUUID(), purpose: 'services', parts: [], recipient: null, answer: 'given' }
    const how = {
      givenOn: today,
      medium: 'spoken',
      language: 'bn',
      textVersion: '2026-01',
      interpreter: false,
    }
    const agreed = {
      ...how,
      guardianAgreed: true,
      childAssent: true,
      answers: [{ ...yes, validUntil: addMonths(today, 6) }],
    }
    expect((await ask(asha, 'POST', `${address}/consents`, agreed)).text).toContain('guardian-needed')
    await nameGuardian('probationOfficer')
    await hand.press(stepTo('acts'))
    await hand.press(stepTo('acts'))
    await page.getByText(code(guardianStates, 'acts'), { exact: true }).first().waitFor()
    expect((await ask(asha, 'POST', `${address}/consents`, agreed)).status).toBe(200)
  })

  test('those who run a home count its places: one for girls', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto('/shelter')
    await page.getByText(say('homes.uncounted')).waitFor()
    await hand.press(say('homes.count'))
    await page.getByLabel(new RegExp(say('homes.places-of', { who: code(placeGroups, 'girls') }))).fill('1')
    await hand.press(say('dialog.keep'))
    await page.getByRole('row', { name: new RegExp(code(placeGroups, 'girls')) }).waitFor()
    await expectFit('counted')
  })

  test('she is admitted on an order with a number, is not free to leave for a reason, and is looked at again by a day', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await askForPlace()
    await expectFit('requested')
    await hand.press(admit)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(new RegExp(question('shelterStay', 'reviewOn'))).fill(addDays(today, 30))
    expect(await barriersOn(page)).toEqual([])
    await hand.press(admit)
    await page.getByText(code(stayStates, 'admitted'), { exact: true }).first().waitFor()
    expect(await page.locator('main').innerText()).not.toContain(paper)
    await page.goto(address)
    const card = page.locator('#shelter')
    await card.getByText(code(legalBases, 'courtOrder')).waitFor()
    await card.getByText(new RegExp(code(notFreeReasons, 'childInCare'))).waitFor()
    await expectFit('stay')
  })

  test('nobody hands her to the family before what is best for her was looked into', async () => {
    const { page } = asha
    const hand = handOf(asha)
    const leaves = stepBetween(staySteps, 'admitted', 'left')?.bn ?? ''
    await hand.tap(page.locator('#shelter').getByRole('button', { name: leaves }))
    await hand.choose(question('shelterStay', 'leftTo'), code(stayDestinations, 'family'))
    await hand.choose(question('shelterStay', 'leftBecause'), code(leavingReasons, 'ready'))
    await hand.press(leaves)
    await page.getByRole('dialog').getByRole('alert').waitFor()
    expect(await page.getByRole('dialog').innerText()).toContain(say('refusal.child.next'))
    await hand.press(say('dialog.cancel'))
    await page.locator('#shelter').getByText(code(stayStates, 'admitted'), { exact: true }).waitFor()
  })

  test('the next girl finds no place left; the refusal says so, and the request stays', async () => {
    const { page } = asha
    const hand = handOf(asha)
    const first = address
    // A girl, with an uncle who agreed for her.
    address = await openedCase(asha, {
      urgency: 'urgent',
      ageBand: '10-14',
      safeWay: 'স্কুলের দিদির মাধ্যমে',
      guardianAgreed: true,
    })
    await askForPlace()
    await page.goto('/shelter')
    await page.getByText(code(stayStates, 'requested'), { exact: true }).waitFor()
    await expectFit('asks')
    await hand.press(admit)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(new RegExp(question('shelterStay', 'reviewOn'))).fill(addDays(today, 30))
    await hand.press(admit)
    await dialog.getByRole('alert').waitFor()
    await hand.press(say('dialog.cancel'))
    await page.goto(address)
    await page
      .locator('#shelter')
      .getByText(say('shelter.full-now', { who: code(placeGroups, 'girls') }))
      .waitFor()
    await expectFit('full')
    address = first
  })
})
