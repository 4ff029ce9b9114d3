import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { launchBrowser, newPhone } from './harness/browser.ts'
import { complaintsAbout } from './harness/complaints.ts'
import { type Demonstration, setu, startDemonstration } from './stage/demonstration.ts'
import { settled } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say } = speak('bn')

describe('the log of the demonstration, on a phone in Bangla', () => {
  let demonstration: Demonstration
  let browser: Browser
  let page: Page
  let complaints: readonly string[]

  beforeAll(async () => {
    demonstration = await startDemonstration({ small: true })
    browser = await launchBrowser()
    page = await newPhone(browser, { baseURL: demonstration.baseURL })
    complaints = complaintsAbout(page)
    await page.goto(demonstration.enter('Data-protection officer'))
    await page.locator('main h1').waitFor()
  }, 300_000)
  afterAll(async () => {
    await browser?.close()
    await demonstration?.stop()
  })

  test('whoever guards the data finds how it stands from the bar, in their language', async () => {
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
  })

  test('and takes it along in a file that verifies on any computer', async () => {
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
    expect(complaints).toEqual([])
  })
})
