import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { breachData, breachKinds, breachReasons, breachRisks, breachSteps } from '@setu/vocabulary'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { launchBrowser, newPhone } from './harness/browser.ts'
import { complaintsAbout } from './harness/complaints.ts'
import { type Demonstration, setu, startDemonstration } from './stage/demonstration.ts'
import { handOf } from './stage/hand.ts'
import { settled } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']

describe('guarding the data of the demonstration, on a phone in Bangla', () => {
  let demonstration: Demonstration
  let browser: Browser
  const pages: { readonly page: Page; readonly complaints: readonly string[] }[] = []

  async function comeIn(who: string): Promise<Page> {
    const page = await newPhone(browser, { baseURL: demonstration.baseURL })
    page.setDefaultTimeout(45_000)
    pages.push({ page, complaints: complaintsAbout(page) })
    await page.goto(demonstration.enter(who))
    await page.locator('main h1').waitFor()
    return page
  }
  const handOn = (page: Page) =>
    handOf({ page, language: 'bn', phone: true, complaints: [], expects: () => undefined })
  async function looked(page: Page, name: string): Promise<void> {
    await settled(page, 'bn')
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await barriersOn(page)).toEqual([])
  }

  beforeAll(async () => {
    demonstration = await startDemonstration({ small: true })
    browser = await launchBrowser()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await demonstration?.stop()
  })

  test('a caseworker says it in a minute, whoever guards the data leads it to the end, and takes the record', async () => {
    const worker = await comeIn('Caseworker')
    const caseCode = await worker
      .getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ })
      .first()
      .innerText()
    await worker.goto('/incidents')
    const hand = handOn(worker)
    await hand.press(say('breach.say'))
    await hand.choose(say('breach.what'), code(breachKinds, 'accountUsed'))
    await hand.choose(say('breach.data'), code(breachData, 'contact'))
    await hand.write(say('breach.codes'), caseCode)
    await looked(worker, 'incident-said')
    await hand.press(say('breach.send'))
    await worker.getByRole('link', { name: code(breachKinds, 'accountUsed') }).waitFor()

    const guard = await comeIn('Data-protection officer')
    await guard.goto('/incidents')
    await looked(guard, 'incidents')
    const thumb = handOn(guard)
    await thumb.tap(guard.getByRole('link', { name: code(breachKinds, 'accountUsed') }))
    await thumb.choose(say('breach.risk'), code(breachRisks, 'high'))
    await thumb.choose(say('breach.because'), code(breachReasons, 'whereabouts'))
    await thumb.write(say('breach.reasons'), 'ঠিকানা পড়া গেছে।')
    const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
    await guard.getByLabel(say('breach.tell-by')).fill(day)
    await looked(guard, 'incident-judging')
    await thumb.press(say('breach.judge-keep'))
    await guard.getByText(say('breach.by-caseworker')).first().waitFor()
    await thumb.press(say('breach.step-add'))
    await thumb.choose(say('breach.step-what'), code(breachSteps, 'endSessions'))
    await thumb.press(say('breach.step-keep'))
    await guard.getByText(code(breachSteps, 'endSessions')).first().waitFor()
    await looked(guard, 'incident-led')
    const link = guard.getByRole('link', { name: say('breach.file') })
    const [download] = await Promise.all([guard.waitForEvent('download'), link.tap()])
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain(code(breachKinds, 'accountUsed'))
    expect(text).toContain('ঠিকানা পড়া গেছে।')
    expect(text).toContain(caseCode)

    await worker.goto('/')
    await worker.getByRole('link', { name: caseCode, exact: true }).first().tap()
    await worker.getByText(say('breach.to-tell')).waitFor()
    await looked(worker, 'case-to-tell')
    for (const { complaints } of pages) expect(complaints).toEqual([])
  })

  test('an administrator lays down how long there is, and nobody else', async () => {
    const admin = await comeIn('Technical administrator')
    await admin.goto('/incidents')
    await admin.getByLabel(say('breach.hours-regulator')).fill('72')
    await looked(admin, 'incident-hours')
    await handOn(admin).press(say('breach.hours-keep'))
    await admin.getByRole('status').getByText(say('breach.hours-kept')).first().waitFor()
    const guard = await comeIn('Data-protection officer')
    await guard.goto('/incidents')
    await guard.getByText(say('breach.hours-of', { hours: '72' })).waitFor()
    for (const { complaints } of pages) expect(complaints).toEqual([])
  })

  test('whoever guards the data finds how the log stands, and takes it along in a file that verifies anywhere', async () => {
    const page = await comeIn('Data-protection officer')
    await page
      .getByRole('link', { name: say('bar.log') })
      .first()
      .tap()
    await page.getByRole('heading', { name: say('log.standing') }).waitFor()
    await settled(page, 'bn')
    const entries = page.locator('dl dd').first()
    expect(await entries.innerText()).toMatch(/^[০-৯,]+$|^[0-9,]+$/)
    expect(await page.locator('main').innerText()).toContain(say('log.no-witness').slice(0, 20))
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(360)
    expect(await barriersOn(page)).toEqual([])

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: say('log.take-file') }).tap(),
    ])
    expect(download.suggestedFilename()).toMatch(/^log-[0-9-]+[.]jsonl$/)
    const file = await download.path()
    const [header = ''] = (await readFile(file, 'utf8')).split('\n')
    const { key } = JSON.parse(header) as { key: string }
    const verify = (...args: readonly string[]) =>
      spawnSync(process.execPath, [setu, 'verify-log', file, ...args], {
        encoding: 'utf8',
        env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
      })
    const { status, stdout, stderr } = verify('--key', key)
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^[1-9]\d* entries, .* 0 faults\.\n$/)
    for (const { complaints } of pages) expect(complaints).toEqual([])
  })
})
