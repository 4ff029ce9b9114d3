import { complaintKinds, complaintOutcomes } from '@setu/vocabulary'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { expectTold, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']
const words = 'সে আমার ঠিকানা প্রতিবেশীদের বলে দিয়েছে।'
const answered = 'আপনার কথা ঠিক ছিল। এমন আর হবে না।'

const play = openPlay()

async function looked(page: Page, name: string): Promise<void> {
  await settled(page, 'bn')
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await barriersOn(page)).toEqual([])
}

async function at(visitor: Visitor): Promise<Page> {
  await visitor.page.goto('/complaints')
  await settled(visitor.page, 'bn')
  return visitor.page
}

describe('what a survivor complains of, on a phone in Bangla', () => {
  test('reaches somebody independent, is answered, and neither the one it is about nor their supervisor can tell', async () => {
    const kamal = await play.comeIn('kamal')
    const desk = await at(kamal)
    await desk
      .getByRole('combobox', { name: say('complaint.desk-who') })
      .selectOption({ label: 'Nasrin Sultana' })
    await looked(desk, 'complaint-desk')
    await handOf(kamal).press(say('complaint.desk-keep'))
    await expectTold(kamal, say('complaint.desk-kept'))

    const bina = await play.comeIn('bina')
    const writing = await at(bina)
    const hand = handOf(bina)
    await hand.press(say('complaint.write'))
    await hand.choose(say('complaint.about'), 'Asha Khatun')
    await hand.choose(say('complaint.kind'), code(complaintKinds, 'toldOthers'))
    await hand.write(say('complaint.words'), words)
    await looked(writing, 'complaint-write')
    await hand.press(say('complaint.send'))
    await expectTold(bina, say('complaint.sent'))

    const nasrin = await play.comeIn('nasrin')
    const heard = await at(nasrin)
    const thumb = handOf(nasrin)
    await heard.getByText(words).waitFor()
    await thumb.press(say('complaint.look-into'))
    await thumb.press(say('complaint.answer'))
    await thumb.choose(say('complaint.outcome'), code(complaintOutcomes, 'upheld'))
    await thumb.write(say('complaint.answer-words'), answered)
    await thumb.press(say('complaint.answer-send'))
    await expectTold(nasrin, say('complaint.is-answered'))
    await looked(heard, 'complaint-heard')

    for (const name of ['asha', 'farida'] as const) {
      const other = await play.comeIn(name)
      const page = await at(other)
      await page.getByText(say('complaint.none')).waitFor()
      for (const path of ['/notices', '/', ...(name === 'farida' ? ['/board'] : [])]) {
        await page.goto(path)
        await settled(page, 'bn')
        expect(await page.locator('main').innerText()).not.toMatch(/অভিযোগ|কারও বলা কথা|উত্তর পৌঁছে/)
      }
    }

    const bringing = await at(bina)
    await bringing.getByText(answered).waitFor()
    expect(await bringing.getByText(words).count()).toBe(0)
    await looked(bringing, 'complaint-bring')
    await hand.press(say('complaint.told-now'))
    await expectTold(bina, say('complaint.is-told'))
  })
})
