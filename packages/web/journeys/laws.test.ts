import { lawLimits } from '@setu/vocabulary'
import type { Locator } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { expectTold, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const english = speak('en')
const shots = process.env['SETU_SHOTS']
const act = 'BD_PSHTA-2012_2012'

describe('law as data, by two prosecutors', () => {
  const play = openPlay()
  let dilip: Visitor
  let parveen: Visitor

  beforeAll(async () => {
    dilip = await play.comeIn('dilip')
    parveen = await play.comeIn('parveen', { on: 'desk', language: 'en' })
  })

  async function looked({ page }: Visitor, name: string): Promise<void> {
    if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
    expect(await barriersOn(page)).toEqual([])
  }

  /** Whatever it stands folded in is unfolded, and then it is seen. */
  async function opened(what: Locator): Promise<void> {
    await what.evaluate((line) => line.closest('details')?.setAttribute('open', ''))
    await what.waitFor()
  }

  test('the region stands side by side for offences of a day, and what is not known says so', async () => {
    const { page } = dilip
    await page.goto('/laws')
    await page.getByRole('heading', { name: say('law.compare') }).waitFor()
    await page.getByLabel(say('law.day')).fill('2014-06-01')
    await page.getByText('মানব পাচার প্রতিরোধ ও দমন আইন, ২০১২').first().waitFor()
    await expect.poll(() => page.getByRole('table').first().innerText()).toContain(say('law.unclear'))
    await looked(dilip, 'laws-phone')
    await page.getByLabel(say('law.day')).fill('2026-06-01')
    const table = page.getByRole('table').first()
    await expect.poll(() => table.innerText()).toContain('অধ্যাদেশ, ২০২৬')
    await opened(page.getByText(say('law.not-configured')).first())
    await opened(page.getByText(say('law.not-compoundable')).first())
  })

  test('one drafts another limit, and nobody else sees it until it is laid before them', async () => {
    const { page } = dilip
    const hand = handOf(dilip)
    await page.goto(`/laws/draft/${act}`)
    const trial = page.getByText(code(lawLimits, 'trial'), { exact: false }).first()
    await hand.tap(trial)
    await page.locator('[name="limits.trial.amount"]').fill('200')
    await looked(dilip, 'law-draft-phone')
    await hand.press(say('law.keep'))
    await expectTold(dilip, say('law.kept'))
    await page.getByRole('heading', { name: say('law.editions') }).waitFor()
    await page.getByText(say('law.state.draft'), { exact: true }).waitFor()
    await looked(dilip, 'law-editions-phone')
    await parveen.page.goto('/laws/editions')
    await parveen.page.getByText(english.say('law.none-waiting')).waitFor()
    await hand.press(say('law.propose'))
    await page.getByText(say('law.waits')).waitFor()
  })

  test('another sees what would change, before and after, and puts it into force', async () => {
    const { page } = parveen
    await page.goto('/laws/editions')
    const row = page.getByRole('row').filter({ hasText: '200' })
    await row.waitFor()
    expect(await row.innerText()).toContain('180')
    await looked(parveen, 'law-answer-desk')
    await handOf(parveen).press(english.say('law.accept'))
    await page.getByText(english.say('law.state.in-force')).waitFor()
    await page.goto('/laws')
    await opened(page.getByText(english.say('law.working-days', { count: '200' })).first())
    await looked(parveen, 'laws-desk')
  })
})
