import { tipSubjects } from '@setu/vocabulary'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { giveVoice, spokenOn } from './harness/voice.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { expectTold, settled } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']
const words = 'দুই দিন ধরে তিনজন মেয়েকে একটি ঘরে আটকে রাখা হয়েছে।'
const more = 'আজ তাদের সরিয়ে নেওয়া হয়েছে।'

const play = openPlay()

async function pictured(page: Page, name: string): Promise<void> {
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}

async function looked(page: Page, name: string): Promise<void> {
  await pictured(page, name)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await barriersOn(page)).toEqual([])
}

describe('telling something without an account, on a phone in Bangla', () => {
  test('works with scripts off, leaves nothing in the browser, and is read by the unit that takes it', async () => {
    const kamal = await play.comeIn('kamal')
    await kamal.page.goto('/tips')
    await settled(kamal.page, 'bn')
    const laying = handOf(kamal)
    await laying.choose(say('tip.desk-unit'), 'যশোর দল')
    await laying.choose(say('tip.desk-open'), say('tip.yes'))
    await looked(kamal.page, 'tip-desk')
    await laying.press(say('tip.desk-keep'))
    await expectTold(kamal, say('tip.desk-kept'))

    const somebody = await play.visit({ plain: true })
    const { page } = somebody
    await page.goto('/tell')
    await pictured(page, 'tell')
    await page.getByText(tipSubjects.entries[2]?.bn ?? '', { exact: true }).click()
    await page.locator('#words').fill(words)
    await page.getByText('হ্যাঁ, এখনই', { exact: true }).click()
    await page.getByRole('button', { name: 'পাঠান', exact: true }).click()
    await page.getByText('পৌঁছেছে। ধন্যবাদ।').waitFor()
    const number = await page.locator('.code').innerText()
    await pictured(page, 'tell-arrived')
    expect(new URL(page.url()).pathname).toBe('/tell')
    expect(await page.context().cookies()).toEqual([])
    await page.getByRole('link', { name: 'পাতায় ফিরে যান' }).click()
    await page.locator('#code').fill(number)
    await page.getByRole('button', { name: 'কী হলো দেখুন' }).click()
    await page.getByText('আপনার বার্তা এসে পৌঁছেছে।').waitFor()
    await pictured(page, 'tell-standing')
    await page.locator('#words').fill(more)
    await page.getByRole('button', { name: 'এটিও পাঠান' }).click()
    await page.getByText('এটিও পৌঁছেছে।').waitFor()

    const asha = await play.comeIn('asha')
    await asha.page.goto('/tips')
    await settled(asha.page, 'bn')
    await looked(asha.page, 'tips')
    const hand = handOf(asha)
    await hand.tap(asha.page.getByRole('link', { name: code(tipSubjects, 'heldOrForced') }))
    await asha.page.getByText(words).waitFor()
    await asha.page.getByText(more).waitFor()
    await looked(asha.page, 'tip')
    await hand.press(say('tip.triage'))
    await hand.press(say('tip.triage-keep'))
    await expectTold(asha, say('tip.is-kept'))
    await looked(asha.page, 'tip-triaged')
  })

  test('with scripts, the device does its work and leaving leads to the everyday page with no way back', async () => {
    const { page } = await play.visit()
    await giveVoice(page)
    await page.goto('/tell')
    await looked(page, 'tell-scripts')
    await page.getByRole('button', { name: 'পড়ে শোনান' }).tap()
    await page.getByRole('button', { name: 'পড়া থামান' }).tap()
    const spoken = await spokenOn(page)
    expect(spoken).toHaveLength(1)
    expect(spoken[0]).toContain('আপনি যা জানেন, আমাদের জানান')
    await page.goto('/tell?lang=en')
    expect(await page.getByRole('button', { name: 'Read aloud' }).count()).toBe(0)
    await looked(page, 'tell-english')
    await page.getByText(tipSubjects.entries[0]?.en ?? '', { exact: true }).click()
    await page.locator('#words').fill('A man at the market takes names for work abroad.')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.getByText('It has arrived. Thank you.').waitFor()
    await looked(page, 'tell-arrived-english')
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
    await page.goto('/tell')
    await page.keyboard.press('Escape')
    await page.waitForURL('**/weather.html')
    await page.goBack()
    expect(page.url()).not.toMatch(/\/tell$/)
  })
})
