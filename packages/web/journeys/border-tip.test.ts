import {
  ageBands,
  dangerQuestions,
  decidingBodies,
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
import { describe, expect, test } from 'vitest'
import { barriersOn } from './harness/barriers.ts'
import { handOf } from './stage/hand.ts'
import { openPlay } from './stage/play.ts'
import { expectTold, settled, type Visitor } from './stage/visitor.ts'
import { speak } from './stage/words.ts'

const { say, code } = speak('bn')
const shots = process.env['SETU_SHOTS']
const told = 'গেটের কাছে তিনজন মেয়ে একটি গাড়িতে। একজন কাঁদছিল।'
const reasons = 'কাজের কথা বলে নেওয়া হয়েছে, কাগজপত্র কেড়ে নেওয়া হয়েছে।'

const play = openPlay()

async function looked(page: Page, name: string): Promise<void> {
  await settled(page, 'bn')
  await page.evaluate(() => window.scrollTo(0, 0))
  if (shots !== undefined) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await barriersOn(page)).toEqual([])
}

async function at(visitor: Visitor, path: string): Promise<Page> {
  await visitor.page.goto(path)
  await settled(visitor.page, 'bn')
  return visitor.page
}

async function answerAll(visitor: Visitor, answers: Readonly<Record<string, 'yes' | 'no' | 'didNotWish'>>) {
  const hand = handOf(visitor)
  for (const [question, answer] of Object.entries(answers))
    await hand.choose(question, code(screeningAnswers, answer))
}

describe('from a tip at the border to a case, on phones in Bangla', () => {
  test('nobody is asked twice, safety comes first, and whoever screened reads nothing once there is a case', async () => {
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

    const asha = await play.comeIn('asha')
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
    const labour = screeningInstruments.find(({ id }) => id === 'iloAdultLabour')
    await hand.choose(say('screening.instrument'), labour?.label.bn ?? '')
    for (const { bn } of readySteps.entries) await hand.choose(say('screening.ready'), bn)
    await looked(page, 'screening-before')
    await hand.press(say('screening.begin-now'))
    await page.getByText(say('screening.danger')).waitFor()

    const questions = dangerQuestions.entries.map(({ bn }) => bn)
    await answerAll(
      asha,
      Object.fromEntries(questions.map((one, place) => [one, place === 0 ? 'yes' : 'no'])),
    )
    await page.getByText(say('screening.safety'), { exact: true }).waitFor()
    await looked(page, 'screening-safety')
    await hand.choose(say('screening.safety-steps'), code(safetySteps, 'doctor'))
    await hand.press(say('screening.safety-done'))
    const next = async (of: Page, times: number) => {
      for (const _ of Array.from({ length: times })) {
        await of.getByRole('button', { name: say('screening.next'), exact: true }).tap()
      }
    }
    await next(page, 2)
    const item = (id: string) => labour?.items.find((one) => one.id === id)?.bn ?? ''
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
    await hand.press(say('identification.to-noProposed'))
    await hand.choose(say('identification.body'), code(decidingBodies, 'NGO'))
    await hand.write(say('identification.reasons'), reasons)
    await looked(page, 'identification-step')
    await hand.tap(
      page
        .getByRole('dialog')
        .getByRole('button', { name: say('identification.to-noProposed'), exact: true }),
    )
    await expectTold(asha, say('identification.kept'))
    await page.getByText(say('identification.another')).waitFor()
    await looked(page, 'identification')

    const list = await at(tariq, '/tips')
    expect(await list.locator('main').innerText()).not.toContain(reasons)
  })

  test('a border guard screens, stops, and hands the person to a protection unit that opens the case', async () => {
    const tariq = await play.comeIn('tariq')
    const page = await at(tariq, '/screenings/new')
    const hand = handOf(tariq)
    await hand.choose(say('screening.age'), code(ageBands, '15-17'))
    await hand.choose(say('screening.sure'), say('screening.not-sure'))
    await page.getByText(say('screening.child-rule')).waitFor()
    const border = screeningInstruments.find(({ id }) => id === 'border')
    await hand.choose(say('screening.instrument'), border?.label.bn ?? '')
    for (const { bn } of readySteps.entries) await hand.choose(say('screening.ready'), bn)
    await hand.press(say('screening.begin-now'))
    await page.getByText(say('screening.danger')).waitFor()
    await answerAll(tariq, Object.fromEntries(dangerQuestions.entries.map(({ bn }) => [bn, 'no'] as const)))
    await page.getByRole('button', { name: say('screening.next'), exact: true }).tap()
    await page.locator('input[name="toldWhatToSay"][value="yes"]').check()
    await looked(page, 'screening-border')
    await page.getByRole('button', { name: say('screening.next'), exact: true }).tap()
    await page.getByText(code(screeningPrompts, 'askFurther'), { exact: true }).waitFor()
    await hand.choose(say('screening.outcome'), code(screeningOutcomes, 'presumed'))
    await hand.write(say('screening.reasons'), reasons)
    await hand.press(say('screening.decide-now'))
    await expectTold(tariq, say('screening.is-decided'))
    await hand.choose(say('screening.offer-unit'), 'যশোর আশা সংস্থা, যশোর দল')
    await hand.choose(say('screening.agreed'), say('screening.agreed-yes'))
    await looked(page, 'screening-offer')
    await hand.press(say('screening.offer'))
    await expectTold(tariq, say('screening.is-offered'))

    const bina = await play.comeIn('bina')
    const taking = await at(bina, '/tips')
    await taking.getByText(say('screening.offered-to-us')).waitFor()
    await looked(taking, 'screening-inbox')
    await handOf(bina).tap(taking.getByRole('link', { name: border?.label.bn ?? '' }))
    await taking.getByText(reasons).waitFor()
    await handOf(bina).choose(say('screening.interest'), say('screening.no-conflict'))
    await handOf(bina).press(say('screening.open-case'))
    await taking.waitForURL('**/cases/**')

    await at(tariq, '/tips')
    await hand.tap(page.getByRole('link', { name: border?.label.bn ?? '' }).first())
    await page.getByText(say('screening.is-case')).waitFor()
    expect(await page.locator('main').innerText()).not.toContain(reasons)
  })
})
