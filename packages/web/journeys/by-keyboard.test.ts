import { caseRecords } from '@setu/records'
import { codesOf, consentTexts, readingReasons, riskDomains, serviceTypes } from '@setu/vocabulary'
import { beforeAll, describe, expect, test } from 'vitest'
import { secretOn } from './stage/first-time.ts'
import { pressOn, tabTo, typeInto, unreached } from './stage/keys.ts'
import { openPlay } from './stage/play.ts'
import { ask, expectTold, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, saying, code, question } = speak('en')

describe('somebody who works without a mouse', () => {
  const play = openPlay({ past: true })
  let asha: Visitor
  let file = ''

  beforeAll(async () => {
    asha = await play.visit({ on: 'desk', language: 'en' })
  })

  test('signs in, after a slip of the finger', async () => {
    const { page } = asha
    await page.goto('/')
    const password = page.getByLabel(say('sign-in.password'), { exact: true })
    await tabTo(page, page.getByLabel(say('sign-in.name'), { exact: true }))
    await page.keyboard.type('asha')
    await tabTo(page, password)
    await page.keyboard.type('asha walks by the rover')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await password.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('asha walks by the river')
    await page.keyboard.press('Enter')
  })

  test('enrols an app at the first sign-in, after another slip', async () => {
    const { page } = asha
    const code = page.getByLabel(say('enrol.code'), { exact: true })
    const totp = await secretOn(asha)
    await tabTo(page, code)
    await page.keyboard.type('12345')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    expect(await code.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+A')
    await page.keyboard.type(totp.generate())
    await page.keyboard.press('Enter')
    await pressOn(page, page.getByRole('button', { name: say('recovery.kept') }))
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
  })

  test('changes the language, and skips to the page', async () => {
    const { page } = asha
    for (const language of ['en', 'bn'] as const) {
      await page.keyboard.press('Control+K')
      await page.keyboard.type(speak(language).say('palette.language'))
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('html').getAttribute('lang')).not.toBe(language)
    }
    await page.reload()
    await page.getByRole('heading', { name: say('my-day.title') }).waitFor()
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: say('shell.skip') })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('opens a case by its code', async () => {
    const { page } = asha
    const link = page.getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ }).first()
    file = (await link.getAttribute('href')) ?? ''
    const caseCode = await link.innerText()
    await page.keyboard.press('Control+K')
    await page.keyboard.type(caseCode.toLowerCase())
    await page.getByRole('option', { name: say('palette.open-case', { code: caseCode }) }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${file}`)
    const heading = page.getByRole('heading', { name: caseCode, level: 1 })
    await expect.poll(() => heading.evaluate((title) => title === document.activeElement)).toBe(true)
  })

  test('opens the name, and has the focus back where it was', async () => {
    const { page } = asha
    await pressOn(page, page.getByRole('button', { name: say('show.identity') }))
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    const show = page.getByRole('button', { name: say('show.identity') })
    await expect.poll(() => show.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await tabTo(page, dialog.getByRole('radio').or(dialog.getByRole('combobox')).first())
    await page.keyboard.type(code(readingReasons, 'safety').slice(0, 10))
    await pressOn(page, dialog.getByRole('button', { name: say('show.open') }))
    await page.getByText('রাহেলা খাতুন').waitFor()
    expect(await dialog.count()).toBe(0)
  })

  test('asks for consent and sends a referral', async () => {
    const { page } = asha
    await pressOn(page, page.getByRole('link', { name: say('case.refer'), exact: true }))
    await typeInto(
      page,
      page.getByRole('combobox', { name: say('refer.service') }),
      code(serviceTypes, 'policeLiaison'),
    )
    await tabTo(page, page.getByRole('radio', { name: /Jashore Police/ }))
    await page.keyboard.press('Space')
    await pressOn(page, page.getByRole('link', { name: say('refer.ask-consent') }))
    await pressOn(page, page.getByRole('button', { name: say('consent.begin') }))
    await page.getByText(consentTexts.opening.en).waitFor()
    await pressOn(page, page.getByRole('button', { name: say('consent.yes'), exact: true }))
    await pressOn(page, page.getByRole('button', { name: say('consent.keep') }))
    await expectTold(asha, say('consent.kept'))

    await page.waitForURL(/\/refer\?service=policeLiaison$/)
    await tabTo(page, page.getByRole('radio', { name: /Jashore Police/ }))
    await page.keyboard.press('Space')
    await pressOn(page, page.getByRole('button', { name: say('refer.send') }))
    await expectTold(asha, saying('refer.sent'))
    const { text } = await ask(asha, 'GET', '/referrals?box=out')
    expect(text).toContain('policeLiaison')
  })

  test.each([
    ['a screening before it begins', '/screenings/new'],
    ['risks', '/record/riskAssessment'],
    ['a safety plan', '/record/safetyPlan'],
    ['needs', '/record/needsAssessment'],
    ['the service plan', '/record/servicePlan'],
    ['a place in a home', '/record/shelterStay'],
    ['a guardian of a child', '/record/guardian'],
    ['best interests', '/record/bestInterestsAssessment'],
    ['a training', '/record/training'],
    ['how firmly somebody stands', '/record/sustainability'],
    ['reintegration', '/record/reintegration'],
    ['money', '/record/payment'],
    ['one’s own caseload', '/caseload'],
    ['the page of the case', ''],
  ])('reaches everything of %s by Tab alone, and sees where they are', async (_, at) => {
    const { page } = asha
    const own = at === '' || at.startsWith('/record')
    await page.goto(own ? `${file}${at}` : at)
    await settled(page, 'en')
    await page.locator('main h1').waitFor()
    expect(await unreached(page)).toEqual([])
  })

  test('judges the risks and keeps them', async () => {
    const { page } = asha
    await page.goto(`${file}/record/riskAssessment`)
    const sections = Object.values(caseRecords.riskAssessment.sections)
    for (const [at, { asks }] of sections.entries()) {
      if (at > 0) await pressOn(page, page.getByRole('button', { name: say('form.next') }))
      for (const domain of codesOf(riskDomains).filter((one) => asks.some((key) => key === one))) {
        const answers = page.getByRole('group', { name: question('riskAssessment', domain) })
        await tabTo(page, answers.getByRole('radio').first())
        await page.keyboard.press('Space')
      }
    }
    await pressOn(page, page.getByRole('button', { name: say('record.keep') }))
    await page.waitForURL(/\/record\/riskAssessment\?of=/)
    expect(page.url()).toContain(file)
    await page.goto(file)
  })

  test('a supervisor reaches what she answers for', async () => {
    const farida = await play.comeIn('farida', { on: 'desk', language: 'en' })
    for (const at of ['/board', '/caseload', '/oversight', '/money', '/shelter', '/retention']) {
      await farida.page.goto(at)
      await settled(farida.page, 'en')
      await farida.page.locator('main h1').waitFor()
      expect(await unreached(farida.page), at).toEqual([])
    }
  })

  test('leaves by Escape even while a question is open', async () => {
    const { page } = asha
    await page.waitForURL(`**${file}`)
    await pressOn(page, page.getByRole('button', { name: say('show.identity') }))
    await page.getByRole('dialog').waitFor()
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Escape')
    await page.waitForURL(/\/weather\.html$/)
    expect(await page.title()).toContain('Weather')
  })
})
