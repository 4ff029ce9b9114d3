import { caseRecords } from '@setu/records'
import {
  addDays,
  caseRequirements,
  consentPurposes,
  leavingReasons,
  legalBases,
  notFreeReasons,
  placeGroups,
  rightsNoticeMeans,
  sexes,
  spokenLanguages,
  stayDestinations,
  stayStates,
  staySteps,
  stepBetween,
} from '@setu/vocabulary'
import { expect } from 'vitest'
import { expectTold } from '../stage/visitor.ts'
import { speak } from '../stage/words.ts'
import { type AtWork, stands, today } from './on-the-case.ts'

const { say, code, question } = speak('bn')

/** What the case still lacks leads to where it is written: who the person is to us, and how to reach her safely. */
export async function learnWho(work: AtWork, safeWay: string): Promise<void> {
  const { hand, page } = work
  const lacks = page.getByRole('region', { name: say('case.path') })
  await hand.tap(lacks.getByRole('link', { name: code(caseRequirements, 'sex') }))
  await work.answer('caseFacts', 'sex', code(sexes, 'female'))
  await work.answer('caseFacts', 'language', code(spokenLanguages, 'bn'))
  for (const _ of Object.keys(caseRecords.caseFacts.sections).slice(1)) await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await page.waitForURL(`**${work.address}`)
  await hand.tap(lacks.getByRole('link', { name: code(caseRequirements, 'safeContact') }))
  await hand.write(question('personContact', 'safeWay'), safeWay)
  for (const _ of Object.keys(caseRecords.personContact.sections).slice(1)) await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await page.waitForURL(`**${work.address}`)
  await work.expectFit()
}

/** She is told her rights, and asked one question at a time; every yes is her own. */
export async function askConsent(work: AtWork): Promise<void> {
  const { hand, page, visitor } = work
  await hand.press(say('rights.tell'))
  await hand.choose(say('new-case.rights-means'), code(rightsNoticeMeans, 'explained'))
  await hand.choose(say('new-case.rights-understood'), say('form.yes'))
  await hand.press(say('dialog.keep'))
  await expectTold(visitor, say('rights.kept'))
  await hand.tap(page.getByRole('link', { name: say('case.ask-consent') }))
  await hand.press(say('consent.begin'))
  const yes = page.getByRole('button', { name: say('consent.yes'), exact: true })
  await yes.waitFor()
  while (await yes.isVisible()) {
    const asked = await page.getByRole('heading', { level: 2 }).innerText()
    await hand.tap(yes)
    await page.getByRole('heading', { level: 2 }).filter({ hasNotText: asked }).waitFor()
  }
  await work.expectFit('way-consent')
  await hand.press(say('consent.keep'))
  await page.waitForURL(`**${work.address}`)
  await page.locator('#consents').getByText(code(consentPurposes, 'services')).waitFor()
}

/** A court orders that she stays in a home: the order has its number, and the home a place and a day to look again. */
export async function houseByOrder(work: AtWork, paper: string): Promise<void> {
  const { hand, page } = work
  await page.goto('/shelter')
  await hand.press(say('homes.count'))
  const places = say('homes.places-of', { who: code(placeGroups, 'women') })
  await page.getByLabel(new RegExp(places)).fill('2')
  await hand.press(say('dialog.keep'))
  await page.getByRole('row', { name: new RegExp(code(placeGroups, 'women')) }).waitFor()
  await work.toCase()
  await hand.tap(page.locator('#shelter').getByRole('link', { name: say('shelter.ask') }))
  await work.answer('shelterStay', 'home', 'যশোর দল')
  await work.answer('shelterStay', 'placeFor', code(placeGroups, 'women'))
  await hand.press(say('form.next'))
  await work.answer('shelterStay', 'legalBasis', code(legalBases, 'courtOrder'))
  await hand.write(question('shelterStay', 'paperNumber'), paper)
  await work.answer('shelterStay', 'freeToLeave', say('form.no'))
  await work.answer('shelterStay', 'whyNotFree', code(notFreeReasons, 'ordered'))
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await stands(work, code(stayStates, 'requested'))
  await work.step(stepBetween(staySteps, 'requested', 'admitted')?.bn, () =>
    work.fillDay('shelterStay', 'reviewOn', addDays(today, 30)),
  )
  await stands(work, code(stayStates, 'admitted'))
  expect(await page.locator('main').innerText()).not.toContain(paper)
  await work.toCase()
  await page.locator('#shelter').getByText(code(legalBases, 'courtOrder')).waitFor()
  await work.expectFit('way-stay')
}

/** She leaves the home, and the place is free again. */
export async function leaveHome(work: AtWork): Promise<void> {
  const { hand, page } = work
  const leaves = stepBetween(staySteps, 'admitted', 'left')?.bn ?? ''
  await work.toCase()
  const card = page.locator('#shelter')
  await hand.tap(card.getByRole('button', { name: leaves }))
  await work.answer('shelterStay', 'leftTo', code(stayDestinations, 'family'))
  await work.answer('shelterStay', 'leftBecause', code(leavingReasons, 'ready'))
  await hand.press(leaves)
  await expect.poll(() => card.getByRole('button', { name: leaves }).count()).toBe(0)
}
