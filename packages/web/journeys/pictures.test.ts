import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser, newDesktop, newPhone } from './harness/browser.ts'
import { type Demonstration, startDemonstration } from './stage/demonstration.ts'
import { settled } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

/** `SETU_SHOTS=folder npm test -- packages/web/journeys/pictures` draws the screens of the demonstration there. */
const folder = process.env['SETU_SHOTS']

const screens = [
  { name: 'my-day', role: 'Caseworker', path: '/', title: 'my-day.title' },
  { name: 'case', role: 'Caseworker', path: null, title: null },
  { name: 'referrals', role: 'Caseworker', path: '/referrals', title: 'referrals.title' },
  { name: 'board', role: 'Supervisor', path: '/board', title: 'board.title' },
] as const
const caseCode = /^[A-Z0-9]{3}-[A-Z0-9]{3}\b/

describe.runIf(folder !== undefined)('pictures of the demonstration', () => {
  let node: Demonstration
  let browser: Browser

  beforeAll(async () => {
    await mkdir(folder ?? '', { recursive: true })
    node = await startDemonstration()
    browser = await launchBrowser()
  }, 600_000)
  afterAll(async () => {
    await browser?.close()
    await node?.stop()
  })

  /** The case whose promise is the most pressing on my day. */
  async function openFirstCase(page: Page): Promise<void> {
    await page
      .getByRole('link', { name: /^[A-Z0-9]{3}-[A-Z0-9]{3}$/ })
      .first()
      .click()
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}\//)
  }

  test.each(screens)(
    '$name, on a phone and at a desk, in both languages',
    async ({ name, role, path, title }) => {
      for (const language of ['bn', 'en'] as const) {
        for (const [width, open] of [
          [360, newPhone],
          [1280, newDesktop],
        ] as const) {
          const page = await open(browser, { baseURL: node.baseURL, language })
          await page.goto(node.enter(role))
          if (path === null) await openFirstCase(page)
          else await page.goto(path)
          const heading = title === null ? caseCode : speak(language).say(title)
          await page.getByRole('heading', { level: 1, name: heading }).waitFor()
          await settled(page, language)
          await page.evaluate(() => document.fonts.ready.then(() => undefined))
          const taken = await page.screenshot({
            path: join(folder ?? '', `${name}-${width}-${language}.png`),
          })
          expect(taken.length).toBeGreaterThan(10_000)
          await page.context().close()
        }
      }
    },
  )
})
