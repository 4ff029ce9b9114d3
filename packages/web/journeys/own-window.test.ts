import { caseRecords } from '@setu/records'
import {
  appointmentAnswers,
  appointmentPlaces,
  appointmentStates,
  consentPurposes,
  contactChannels,
  entryOf,
  reminderTexts,
  textStates,
} from '@setu/vocabulary'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { giveVoice, spokenOn } from './harness/voice.ts'
import { agreedToMessages } from './scenes/reminded.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, type Visitor } from './stage/visitor.ts'
import { literally, speak } from './stage/words.ts'

const { say, code, question } = speak('bn')
const shots = process.env['SETU_SHOTS']
const pin = '৮০২৯৪৬'

const neutral = 'সবুজ চা'
const written = 'আমি কি অন্য দিন আসতে পারি?'
const number = '০১৭১৯-২৮৩৭৪৬'
const answered = 'হ্যাঁ, পারেন।'

/** Words that must not stand on the first page, whoever looks over her shoulder. */
const telling = /পাচার|সারভাইভার|পুলিশ|আশ্রয়|সেতু|কেস|traffick|police|shelter|setu|survivor/i

async function look({ page }: Visitor, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  if (shots !== undefined)
    await page.screenshot({ path: `${shots}/own-${name}.png`, fullPage: page.url().endsWith('/own') })
  expect(await barriersOn(page), name).toEqual([])
  const [width, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(width, name).toBeLessThanOrEqual(shown ?? 0)
}

describe('a survivor’s own window', () => {
  const play = openPlay({ past: true })
  let asha: Visitor
  let rafiq: Visitor
  let her: Visitor
  let address = ''
  let ofHers = ''
  let receipt = ''

  beforeAll(async () => {
    asha = await play.comeIn('asha')
    rafiq = await play.comeIn('rafiq')
    her = await play.visit()
    await giveVoice(her.page)
    const { text } = await ask(asha, 'GET', '/cases?mine=1')
    for (const { org, id, code } of JSON.parse(text).items as { org: string; id: string; code: string }[])
      if ((await ask(rafiq, 'GET', `/cases/${org}/${id}`)).status === 200)
        [address, ofHers] = [`/cases/${org}/${id}`, code]
  })

  const room = (word: string): Locator => her.page.getByRole('button', { name: say(word), exact: true })
  const inRoom = (word: string) =>
    her.page.getByRole('heading', { name: say(word), level: 2, exact: true }).waitFor()
  const back = async () => {
    await her.page
      .getByRole('button', { name: say('own.back') })
      .first()
      .tap()
    await inRoom('own.first')
  }

  async function enter(page: Page, digits: string): Promise<void> {
    await page.goto('/own')
    await page.getByLabel(say('own.receipt')).fill(receipt)
    await page.getByLabel(say('own.pin')).fill(digits)
    await room('own.open').tap()
  }

  test('is offered by her caseworker, who tells her what can go wrong; she chooses the PIN', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    const card = page.locator('#window')
    await card.getByText(say('window.none')).waitFor()
    await hand.tap(card.getByRole('button', { name: say('window.give') }))
    await look(asha, 'offer')
    expect(await page.getByText(say('consent.no-voice')).count()).toBe(1)
    await page.getByLabel(say('window.wants')).check()
    await hand.choose(say('window.near'), say('window.near-no'))
    await hand.press(say('window.next'))
    const [first, second] = ['window.pin', 'window.pin-again'].map((word) =>
      page.getByLabel(say(word), { exact: true }),
    ) as [Locator, Locator]
    await first.fill('১২৩৪৫৬')
    await second.fill('১২৩৪৫৬')
    await hand.press(say('window.pin-done'))
    await page.getByText(say('window.pin-weak')).waitFor()
    await first.fill(pin)
    await second.fill(pin)
    await look(asha, 'pin')
    await hand.press(say('window.pin-done'))
    const slip = page.locator('[data-slip]')
    await slip.waitFor()
    expect(await page.getByText(say('window.receipt-old')).count()).toBe(0)
    receipt = (await slip.innerText()).replace(/\D/g, '')
    expect(receipt).toMatch(/^\d{16}$/)
    await look(asha, 'slip')
    await page.emulateMedia({ media: 'print' })
    if (shots !== undefined) await page.screenshot({ path: `${shots}/own-slip-print.png` })
    const printed = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter(
          (element) => getComputedStyle(element).visibility === 'visible' && element.children.length === 0,
        )
        .map((element) => element.textContent ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    expect(printed).toBe(receipt.match(/.{4}/g)?.join(' '))
    await page.emulateMedia({ media: null })
    await hand.press(say('window.receipt-done'))
    await card.getByText(say('window.open')).waitFor()
    expect(await barriersOn(page)).toEqual([])
  })

  test('her caseworker sets a day for her, in neutral words that the two agreed on', async () => {
    const { page } = asha
    const hand = handOf(asha)
    await page.goto(address)
    const card = page.locator('#appointments')
    await hand.tap(
      card.getByRole('link', { name: say('case.add-what', { what: caseRecords.appointment.label.bn }) }),
    )
    const day = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10)
    await page.getByLabel(question('appointment', 'at')).fill(`${day}T10:30`)
    await hand.choose(question('appointment', 'place'), code(appointmentPlaces, 'agreedPlace'))
    await hand.write(question('appointment', 'words'), neutral)
    await hand.choose(question('appointment', 'channel'), code(contactChannels, 'safeWay'))
    await look(asha, 'set-a-day')
    await hand.press(say('record.keep'))
    await page.getByText(code(appointmentStates, 'proposed'), { exact: true }).first().waitFor()
    await page.goto(address)
    await card.getByText(code(appointmentStates, 'proposed'), { exact: true }).waitFor()
    await card.getByRole('button', { name: say('meet.remind-done') }).waitFor()
    await look(asha, 'case-with-a-day')
    expect(await card.innerText()).not.toContain(neutral)
  })

  test('opens on another phone, in Bangla, on a page that says nothing', async () => {
    const { page } = her
    await page.goto('/own')
    await page.getByRole('heading', { name: say('own.title'), level: 1 }).waitFor()
    expect(await page.title()).toBe(say('shell.tab'))
    await look(her, 'entry')
    expect(await page.locator('body').innerText()).not.toMatch(telling)
    await enter(page, '৮০২৯৪৭')
    await page.getByText(say('own.not-open'), { exact: true }).waitFor()
    await look(her, 'not-open')
    await enter(page, pin)
    await inRoom('own.first')
    await look(her, 'first')
    expect(await page.locator('body').innerText()).not.toMatch(telling)
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    const cookies = await page.context().cookies()
    expect(cookies.map(({ name, expires, httpOnly }) => [name, expires, httpOnly])).toEqual([
      ['own', -1, true],
    ])
  })

  test('shows who has looked: offices, and herself, and no name of anybody', async () => {
    const { page } = her
    await room('own.to-looked').tap()
    await inRoom('own.to-looked')
    await page.getByText(say('own.you'), { exact: true }).first().waitFor()
    await look(her, 'looked')
    const { text } = await ask(asha, 'GET', '/session')
    const { account } = JSON.parse(text) as { account: { name: string } }
    expect(await page.locator('main').innerText()).not.toContain(account.name)
    await back()
  })

  test('shows her own name, opened with her own numbers, and hears that it is wrong', async () => {
    const { page } = her
    await room('own.to-written').tap()
    await inRoom('own.to-written')
    expect(await page.getByText('রাহেলা খাতুন').count()).toBe(0)
    const show = new RegExp(`^${literally(say('own.show'))}`)
    await page.getByRole('button', { name: show }).first().tap()
    await page.getByText('রাহেলা খাতুন').waitFor()
    await room('own.is-wrong').tap()
    await page.getByText(say('own.wrong-said')).waitFor()
    await look(her, 'written')
    await back()
    expect((await ask(asha, 'GET', '/my-day')).text).toContain('hearSurvivor')
  })

  test('tells what was planned with her and who was asked to help, and nobody by name', async () => {
    const { page } = her
    for (const word of ['own.to-plan', 'own.to-helpers']) {
      await room(word).tap()
      await inRoom(word)
      await expect.poll(() => page.getByText(say('own.loading')).count(), { timeout: 45_000 }).toBe(0)
      await look(her, word.slice(4))
      await back()
    }
  })

  test('tells the day that was set, in large letters too; her yes is there at once', async () => {
    const { page } = her
    await room('own.to-next').tap()
    await inRoom('own.to-next')
    await page.getByText(neutral).waitFor()
    await look(her, 'next')
    await room('own.read-aloud').tap()
    await room('own.read-stop').waitFor()
    const [read = ''] = await spokenOn(page)
    expect(read).toContain(neutral)
    expect(read).not.toContain(say('own.meet-yes'))
    await room('own.read-stop').tap()
    await room('own.large').tap()
    await look(her, 'next-large')
    await room('own.meet-yes').tap()
    await page.getByText(say('own.meet-said-yes')).waitFor()
    await look(her, 'next-answered')
    await room('own.large').tap()
    await back()
    await asha.page.goto(address)
    const card = asha.page.locator('#appointments')
    await card.getByText(code(appointmentStates, 'agreed'), { exact: true }).waitFor()
    expect(await card.innerText()).toContain(
      say('meet.answered', { answer: code(appointmentAnswers, 'yes') }),
    )
  })

  test('takes what she writes to her caseworker, who answers in the name of the office', async () => {
    const { page } = her
    await room('own.to-say').tap()
    await inRoom('own.to-say')
    await page.getByLabel(say('own.say-words')).fill(written)
    await room('own.say-send').tap()
    await page.getByText(say('own.say-sent')).waitFor()
    await look(her, 'say')
    await back()

    const hand = handOf(asha)
    await asha.page.goto('/')
    const waiting = asha.page
      .getByRole('listitem')
      .filter({ hasText: say('waiting.message') })
      .filter({ hasText: ofHers })
    await waiting.waitFor()
    await look(asha, 'waiting')
    expect(await asha.page.locator('main').innerText()).not.toContain(written)
    await hand.tap(waiting.getByRole('link', { name: new RegExp(`^${literally(say('my-day.answer'))}`) }))
    await asha.page.waitForURL(`**${address}`)
    await hand.tap(asha.page.locator('#window').getByRole('button', { name: say('write.title') }))
    await asha.page.getByText(written).waitFor()
    await hand.write(say('write.answer'), answered)
    await look(asha, 'messages')
    await hand.press(say('write.send'))
    await expectTold(asha, say('write.sent'))

    await room('own.to-say').tap()
    await inRoom('own.to-say')
    await page.getByText(answered).waitFor()
    await look(her, 'say-answered')
    const { text } = await ask(asha, 'GET', '/session')
    const { account } = JSON.parse(text) as { account: { name: string } }
    expect(await page.locator('main').innerText()).not.toContain(account.name)
    await back()
  })

  test('lets her choose a text that reminds her, in words that say nothing; it goes out the day before', async () => {
    const { page } = her
    const hand = handOf(asha)
    const eve = await agreedToMessages(asha, address)

    await room('own.to-next').tap()
    await inRoom('own.to-next')
    await room('own.text-begin').tap()
    await page.getByLabel(say('own.text-number')).fill('০১৭১২')
    await page.getByText(entryOf(reminderTexts, 'seeYou').bn, { exact: true }).tap()
    await page.getByLabel(say('own.text-safe')).check()
    await room('own.text-keep').tap()
    await page.getByText(say('own.text-wrong')).waitFor()
    await page.getByLabel(say('own.text-number')).fill(number)
    await look(her, 'text-asked')
    await room('own.text-keep').tap()
    await page.getByText(say('own.text-kept')).waitFor()
    await look(her, 'text-chosen')

    await asha.page.goto(address)
    const card = asha.page.locator('#appointments')
    await card.getByText(say('texts.on-herself')).waitFor()
    await card.getByText(say('texts.goes')).waitFor()
    await look(asha, 'case-texts')
    expect(await play.texts(eve)).toEqual([
      { number: '+8801719283746', text: entryOf(reminderTexts, 'seeYou').bn },
    ])
    await asha.page.goto(address)
    await card.getByText(say('texts.of-this', { state: code(textStates, 'handed') })).waitFor()
    await look(asha, 'case-texts-handed')

    await room('own.text-end').tap()
    await page.getByText(say('own.text-ended')).waitFor()
    await back()
    await asha.page.goto(address)
    await hand.tap(card.getByRole('button', { name: say('texts.choose') }))
    await hand.choose(say('texts.wording'), entryOf(reminderTexts, 'asAgreed').bn)
    await hand.write(say('texts.number'), number)
    await asha.page.getByLabel(say('texts.safe')).check()
    await asha.page.getByLabel(say('texts.chose')).check()
    await look(asha, 'texts-asked')
    await hand.press(say('texts.keep'))
    await expectTold(asha, say('texts.chosen-now'))
    await card.getByText(say('texts.on'), { exact: true }).waitFor()
    expect(await asha.page.locator('main').innerText()).not.toMatch(/283746|২৮৩৭৪৬/)
    await hand.tap(card.getByRole('button', { name: say('texts.stop') }))
    await look(asha, 'texts-stop')
    await hand.press(say('texts.stop'))
    await expectTold(asha, say('texts.stopped-now'))
  })

  test('lets her take back what she had agreed to; the police see nothing of her any more, at once', async () => {
    const { page } = her
    await room('own.to-agreed').tap()
    await inRoom('own.to-agreed')
    const agreement = page.getByRole('listitem').filter({ hasText: code(consentPurposes, 'sharePolice') })
    await agreement.getByRole('button', { name: say('own.take-back') }).tap()
    await page.getByText(say('own.take-back-sure')).waitFor()
    await look(her, 'take-back')
    expect((await ask(rafiq, 'GET', address)).status).toBe(200)
    await page.getByRole('button', { name: say('own.take-back-now') }).tap()
    await page.getByText(say('own.taken-back')).waitFor()
    expect((await ask(rafiq, 'GET', address)).status).toBe(404)
    await look(her, 'taken-back')
    await asha.page.goto('/notices')
    await asha.page.getByText(say('told.window-withdrew')).waitFor()
    await back()
  })

  test('is gone when she leaves in a hurry, and Back brings nothing', async () => {
    const { page } = her
    await page.getByRole('button', { name: say('leave.now') }).tap()
    await page.waitForURL('**/weather.html')
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await expect.poll(async () => (await ask(her, 'GET', '/own/agreed')).status).toBe(401)
    await page.goBack().catch(() => null)
    expect(await page.locator('body').innerText()).not.toContain(say('own.first'))
    await enter(page, pin)
    await inRoom('own.first')
    await page.reload()
    await page.getByLabel(say('own.receipt')).waitFor()
    await expect.poll(async () => (await ask(her, 'GET', '/own/agreed')).status).toBe(401)
  })

  test('is kept shut by one tap and one question, and opened again only with her caseworker', async () => {
    const { page } = her
    await enter(page, pin)
    await inRoom('own.first')
    await room('own.to-freeze').tap()
    await inRoom('own.freeze-sure')
    await look(her, 'freeze')
    await room('own.freeze-now').tap()
    await page.getByText(say('own.frozen'), { exact: true }).waitFor()
    await enter(page, pin)
    await page.getByText(say('own.not-open'), { exact: true }).waitFor()

    const hand = handOf(asha)
    await asha.page.goto(address)
    const card = asha.page.locator('#window')
    await card.getByText(say('window.frozen-her')).first().waitFor()
    await look(asha, 'case-frozen')
    await hand.tap(card.getByRole('button', { name: say('window.thaw') }))
    await hand.choose(say('window.near'), say('window.near-no'))
    await asha.page.getByLabel(say('window.present')).check()
    await hand.press(say('window.thaw'))
    await expectTold(asha, say('window.opened-now'))
    await asha.page.goto(`${address}/trail`)
    await asha.page
      .getByRole('cell', { name: /^সারভাইভার নিজে/ })
      .first()
      .waitFor()
    await enter(page, pin)
    await inRoom('own.first')
  })
})
