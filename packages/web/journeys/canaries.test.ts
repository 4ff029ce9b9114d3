import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import {
  ageBands,
  ageCertainties,
  breachData,
  breachKinds,
  communicationMeans,
  conflictAnswers,
  consentTexts,
  partsSaid,
  readingReasons,
  serviceTypes,
  sexes,
} from '@setu/vocabulary'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProfile } from './harness/browser.ts'
import { handOf } from './stage/hand.ts'
import { raiseStage, type Stage } from './stage/stage.ts'
import { type Place, placeToSweep } from './stage/sweep.ts'
import { speak } from './stage/words.ts'

const { say, code, question } = speak('bn')

/** A word that nothing else would contain. */
const canary = `cnry${randomUUID().replaceAll('-', '')}`

/** The name of a colleague, which nobody seals. */
const inClear = 'Asha Khatun'

const station = 'যশোর পুলিশ'

let place: Place
let stage: Stage

beforeAll(async () => {
  place = placeToSweep()
  stage = await raiseStage({ folder: place.folder })
})
afterAll(async () => {
  await stage.close()
  place.clear()
})

type Hand = ReturnType<typeof handOf>

/** Somebody at a desk whose browser keeps what it keeps in the stage's folder. */
async function sitDown(who: 'asha' | 'rafiq') {
  const profile = await openProfile(join(place.folder, who), { baseURL: stage.origin })
  const page = await profile.newPage()
  page.setDefaultTimeout(45_000)
  const hand = handOf({ page, language: 'bn', phone: false, complaints: [], expects: () => undefined })
  await page.goto(stage.entry(who))
  await page.locator('main h1').waitFor()
  return { profile, page, hand }
}

async function openCase(page: Page, hand: Hand): Promise<void> {
  const next = () => hand.press(say('form.next'))
  await hand.tap(page.getByRole('link', { name: say('palette.new-case') }).first())
  await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
  await next()
  await hand.choose(question('caseFacts', 'ageBand'), code(ageBands, '25-29'))
  await hand.choose(question('caseFacts', 'ageCertainty'), code(ageCertainties, 'stated'))
  await hand.choose(question('caseFacts', 'sex'), code(sexes, 'female'))
  await next()
  await hand.write(question('personContact', 'safeWay'), `${canary} way`)
  await hand.choose(question('personContact', 'means'), code(communicationMeans, 'ownPhone'))
  await next()
  await hand.write(question('personIdentity', 'name'), `${canary} name`)
  await next()
  await hand.write(question('caseNarrative', 'ownWords'), `${canary} words`)
  await next()
  await hand.choose(consentTexts.questions.services.bn, say('consent.yes'))
  await hand.choose(consentTexts.questions.storeIdentity.bn, say('consent.yes'))
  await hand.press(say('new-case.open'))
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
}

async function writeAndRead(page: Page, hand: Hand): Promise<void> {
  await hand.press(say('show.identity'))
  await hand.press(say('show.open'))
  await page.getByText(`${canary} name`).first().waitFor()
  await hand.press(say('case.note-add'))
  await hand.write(say('case.note-words'), `${canary} note`)
  await hand.press(say('case.note-keep'))
  await page.getByText(say('case.note-kept')).first().waitFor()
}

async function referToPolice(page: Page, hand: Hand): Promise<void> {
  const address = page.url()
  await hand.tap(page.getByRole('link', { name: say('case.ask-consent') }))
  await hand.choose(say('consent.add-recipient'), `${station}, পাচার প্রতিরোধ ডেস্ক`)
  await hand.tap(page.getByRole('checkbox', { name: partsSaid.identity.bn }))
  await hand.press(say('consent.begin'))
  const yes = page.getByRole('button', { name: say('consent.yes'), exact: true })
  await yes.waitFor()
  while (await yes.isVisible()) {
    const asked = await page.getByRole('heading', { level: 2 }).innerText()
    await hand.press(say('consent.yes'))
    await page.getByRole('heading', { level: 2 }).filter({ hasNotText: asked }).waitFor()
  }
  await hand.press(say('consent.keep'))
  await page.waitForURL(address)
  await hand.tap(page.getByRole('link', { name: say('case.refer') }))
  await hand.choose(say('refer.service'), code(serviceTypes, 'policeLiaison'))
  await hand.tap(page.getByText(station, { exact: true }))
  await page.locator('li[data-shared=true]').first().waitFor()
  await hand.tap(page.getByText(say('refer.more')))
  await hand.write(say('refer.note'), `${canary} please`)
  await hand.press(say('refer.send'))
  await page.waitForURL(address)
}

async function tellOfALoss(page: Page, hand: Hand): Promise<void> {
  await page.goto('/incidents')
  await hand.press(say('breach.say'))
  await hand.choose(say('breach.what'), code(breachKinds, 'accountUsed'))
  await hand.choose(say('breach.data'), code(breachData, 'contact'))
  await hand.write(say('breach.words'), `${canary} was on the screen`)
  await hand.press(say('breach.send'))
  await page.getByRole('link', { name: code(breachKinds, 'accountUsed') }).waitFor()
}

async function receive(page: Page, hand: Hand): Promise<void> {
  await hand.press(say('referral.accept'))
  await hand.choose(say('conflict.question'), code(conflictAnswers, 'none'))
  await hand.press(say('referral.accept'))
  await page.goto('/referrals')
  await hand.tap(page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first())
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
  await hand.press(say('show.identity'))
  await hand.choose(say('show.reason'), code(readingReasons, 'legalWork'))
  await hand.press(say('show.open'))
  await page.getByText(`${canary} name`).first().waitFor()
}

test('LK-07: a survivor’s words, typed and read in the browsers of two agencies, stand in no file afterwards', async () => {
  const asha = await sitDown('asha')
  await openCase(asha.page, asha.hand)
  await writeAndRead(asha.page, asha.hand)
  await referToPolice(asha.page, asha.hand)
  await tellOfALoss(asha.page, asha.hand)
  const rafiq = await sitDown('rafiq')
  await receive(rafiq.page, rafiq.hand)
  await asha.profile.close()
  await rafiq.profile.close()
  const { files, held } = await stage.sweep([canary, inClear])
  process.stdout.write(`\nLK-07: ${files} files\n`)
  expect(files).toBeGreaterThan(300)
  const holding = (word: string) =>
    Object.entries(held)
      .filter(([, words]) => words.includes(word))
      .map(([file]) => file.slice(place.folder.length + 1))
  // What is not sealed is found: in the tables, in the journal or the backup, and on the page that was open.
  expect(holding(inClear).some((file) => file.startsWith('data'))).toBe(true)
  expect(holding(inClear).some((file) => file.startsWith('backup'))).toBe(true)
  expect(holding(canary)).toEqual([])
})
