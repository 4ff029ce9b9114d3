import {
  ageBands,
  dangerQuestions,
  readySteps,
  safetySteps,
  screeningAnswers,
  screeningInstruments,
  screeningOutcomes,
  screeningPrompts,
  tipChannels,
  tipSubjects,
  urgencies,
} from '@setu/vocabulary'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { barriersOn } from '../harness/barriers.ts'
import { handOf } from '../stage/hand.ts'
import type { Play } from '../stage/play.ts'
import { expectTold, settled, type Visitor } from '../stage/visitor.ts'
import { speak } from '../stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']
const told = 'গেটের কাছে তিনজন মেয়ে একটি গাড়িতে। একজন কাঁদছিল।'

export const reasons = 'কাজের কথা বলে নেওয়া হয়েছে, কাগজপত্র কেড়ে নেওয়া হয়েছে।'

export const instrumentOf = (id: string) => screeningInstruments.find((one) => one.id === id)

/** A page on a phone: it fits, and nobody is kept out of it. */
export async function looked(page: Page, name: string): Promise<void> {
  await settled(page, 'bn')
  await page.evaluate(() => window.scrollTo(0, 0))
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await barriersOn(page)).toEqual([])
}

export async function at(visitor: Visitor, path: string): Promise<Page> {
  await visitor.page.goto(path)
  await settled(visitor.page, 'bn')
  return visitor.page
}

export async function answerAll(
  visitor: Visitor,
  answers: Readonly<Record<string, 'yes' | 'no' | 'didNotWish'>>,
): Promise<void> {
  const hand = handOf(visitor)
  for (const [question, answer] of Object.entries(answers))
    await hand.choose(question, code(screeningAnswers, answer))
}

/** A border guard writes down what was seen, for a unit that takes such tips. */
export async function tellAtBorder(play: Play): Promise<void> {
  const kamal = await play.comeIn('kamal')
  await at(kamal, '/tips')
  await handOf(kamal).choose(say('tip.desk-unit'), 'যশোর দল')
  await handOf(kamal).press(say('tip.desk-keep'))
  await expectTold(kamal, say('tip.desk-kept'))

  const tariq = await play.comeIn('tariq')
  const writing = await at(tariq, '/tips')
  const guard = handOf(tariq)
  await guard.press(say('tip.write'))
  await guard.choose(say('tip.channel'), code(tipChannels, 'border'))
  await guard.choose(say('tip.subjects'), code(tipSubjects, 'crossing'))
  await guard.write(say('tip.words'), told)
  await guard.choose(say('tip.urgency'), code(urgencies, 'urgent'))
  await looked(writing, 'border-write')
  await guard.press(say('tip.send'))
  await writing.getByText(/^\d{4} \d{4} \d{4} \d{4}$/).waitFor()
  await guard.press(say('tip.number-said'))
  expect(await writing.getByText(told).count()).toBe(0)
}

/** The tip is read and kept, and a screening begins after what must be ready is ready. */
export async function beginScreening(asha: Visitor): Promise<void> {
  const page = await at(asha, '/tips')
  const hand = handOf(asha)
  await hand.tap(page.getByRole('link', { name: code(tipSubjects, 'crossing') }))
  await page.getByText(told).waitFor()
  await hand.press(say('tip.triage'))
  await hand.press(say('tip.triage-keep'))
  await expectTold(asha, say('tip.is-kept'))
  await hand.tap(page.getByRole('link', { name: say('screening.begin') }))
  await hand.choose(say('screening.age'), code(ageBands, '18-24'))
  await hand.choose(say('screening.sure'), say('tip.yes'))
  await hand.choose(say('screening.instrument'), instrumentOf('iloAdultLabour')?.label.bn ?? '')
  for (const { bn } of readySteps.entries) await hand.choose(say('screening.ready'), bn)
  await looked(page, 'screening-before')
  await hand.press(say('screening.begin-now'))
  await page.getByText(say('screening.danger')).waitFor()
}

/** Whatever endangers the person now comes before every question. */
export async function seeToSafety(asha: Visitor): Promise<void> {
  const { page } = asha
  const hand = handOf(asha)
  const [first = '', ...others] = dangerQuestions.entries.map(({ bn }) => bn)
  await answerAll(asha, { [first]: 'yes', ...Object.fromEntries(others.map((one) => [one, 'no'] as const)) })
  await page.getByText(say('screening.safety'), { exact: true }).waitFor()
  await looked(page, 'screening-safety')
  await hand.choose(say('screening.safety-steps'), code(safetySteps, 'doctor'))
  await hand.press(say('screening.safety-done'))
}

async function next(page: Page, times: number): Promise<void> {
  for (const _ of Array.from({ length: times }))
    await page.getByRole('button', { name: say('screening.next'), exact: true }).tap()
}

/** She is asked, stops, goes on another time, and is asked nothing twice. */
export async function screen(asha: Visitor): Promise<void> {
  const { page } = asha
  const hand = handOf(asha)
  const item = (id: string) => instrumentOf('iloAdultLabour')?.items.find((one) => one.id === id)?.bn ?? ''
  await next(page, 2)
  await answerAll(asha, { [item('deceivedJob')]: 'yes', [item('deceivedPay')]: 'didNotWish' })
  const stop = page.getByRole('button', { name: say('screening.stop') }).first()
  await expect.poll(() => stop.isEnabled()).toBe(true)
  await hand.tap(stop)
  await expectTold(asha, say('screening.is-stopped'))
  await looked(page, 'screening-stopped')
  await hand.press(say('screening.go-on'))
  await next(page, 1)
  expect(await page.locator(`input[name="deceivedPay"][value="didNotWish"]`).isChecked()).toBe(true)
  await answerAll(asha, { [item('deceivedConditions')]: 'yes' })
  await looked(page, 'screening-questions')
  await next(page, 3)
  await answerAll(asha, { [item('excessiveHours')]: 'yes', [item('lowPay')]: 'yes' })
  await next(page, 1)
  await answerAll(asha, { [item('debtBondage')]: 'yes' })
  await page.locator('input[name="papersTaken"][value="yes"]').check()
  await next(page, 2)
}

/** A person decides, not the score; a case is opened. Answers its address. */
export async function presume(asha: Visitor): Promise<string> {
  const { page } = asha
  const hand = handOf(asha)
  await page.getByText(code(screeningPrompts, 'presumed'), { exact: true }).waitFor()
  await looked(page, 'screening-decide')
  await hand.choose(say('screening.outcome'), code(screeningOutcomes, 'presumed'))
  await hand.write(say('screening.reasons'), reasons)
  await hand.press(say('screening.decide-now'))
  await expectTold(asha, say('screening.is-decided'))
  await looked(page, 'screening-decided')
  await hand.choose(say('screening.interest'), say('screening.no-conflict'))
  await hand.press(say('screening.open-case'))
  await page.waitForURL('**/cases/**')
  await settled(page, 'bn')
  await page.getByText(say('identification.no-effect')).waitFor()
  await looked(page, 'screening-case')
  return new URL(page.url()).pathname
}
