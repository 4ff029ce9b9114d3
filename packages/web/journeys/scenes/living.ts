import {
  addMonths,
  followUpRefusals,
  followUpStates,
  followUpSteps,
  housingOutcomes,
  livesWith,
  livingOutcomes,
  paymentKinds,
  paymentStates,
  paymentSteps,
  paymentWays,
  receiptKinds,
  reintegrationStates,
  reintegrationSteps,
  renewedDangerSigns,
  safetyOutcomes,
  stepBetween,
  sustainabilityLevels,
  sustainabilityOccasions,
  sustainabilityStates,
  sustainabilitySteps,
  taskKinds,
  trainingKinds,
  trainingStates,
  trainingSteps,
} from '@setu/vocabulary'
import { expect } from 'vitest'
import { barriersOn } from '../harness/barriers.ts'
import { handOf } from '../stage/hand.ts'
import type { Visitor } from '../stage/visitor.ts'
import { speak } from '../stage/words.ts'
import { type AtWork, stands, today } from './on-the-case.ts'

const { say, code, question } = speak('bn')

/** A training towards a living begins, and how firmly she stood at intake is asked. */
export async function beginLiving(work: AtWork): Promise<void> {
  const { hand, page } = work
  await work.add('#living', 'training')
  await work.answer('training', 'kind', code(trainingKinds, 'sewing'))
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await stands(work, code(trainingStates, 'planned'))
  await work.step(stepBetween(trainingSteps, 'planned', 'underWay')?.bn)
  await stands(work, code(trainingStates, 'underWay'))
  await work.expectFit()
  await work.back()
  await work.add('#living', 'sustainability')
  await work.answer('sustainability', 'occasion', code(sustainabilityOccasions, 'baseline'))
  await work.fillDay('sustainability', 'takenOn', today)
  await hand.press(say('form.next'))
  await hand.write(question('sustainability', 'income'), '২৫০০')
  for (const item of ['incomeCovers', 'workSteady', 'debtBorne', 'putsAside'])
    await work.answer('sustainability', item, code(sustainabilityLevels, 'little'))
  await hand.press(say('form.next'))
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await hand.press(stepBetween(sustainabilitySteps, 'draft', 'made')?.bn ?? '')
  await stands(work, code(sustainabilityStates, 'made'))
  await work.back()
  const answered = say('living.answered', { of: '5', answered: '4' })
  await page.locator('#living').getByText(answered).waitFor()
  await work.expectFit()
}

/** Reintegration makes the calendar, and a sign of danger at a follow-up is a risk again. */
export async function goHome(work: AtWork): Promise<void> {
  const { hand, page } = work
  await work.add('#follow-ups', 'reintegration')
  await work.answer('reintegration', 'livesWith', code(livesWith, 'parents'))
  await work.fillDay('reintegration', 'begunOn', addMonths(today, -4))
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await hand.press(stepBetween(reintegrationSteps, 'planned', 'begun')?.bn ?? '')
  await stands(work, code(reintegrationStates, 'begun'))
  await work.back()
  for (const months of ['3', '6', '12', '24'])
    await page
      .locator('#follow-ups')
      .getByRole('link', { name: say('follow.after', { months }) })
      .waitFor()
  await work.expectFit('way-follow-ups')
}

/** The first follow-up is met from one's own day; it finds a sign of danger. */
export async function followUpOnce(work: AtWork): Promise<void> {
  const { hand, page } = work
  await page.goto('/')
  const due = page.getByRole('listitem').filter({ hasText: code(taskKinds, 'followUp') })
  await hand.tap(due.first().getByRole('link').last())
  await work.step(stepBetween(followUpSteps, 'planned', 'reached')?.bn, async () => {
    await work.answer('followUp', 'housing', code(housingOutcomes, 'safe'))
    await work.answer('followUp', 'living', code(livingOutcomes, 'partly'))
    await work.answer('followUp', 'safety', code(safetyOutcomes, 'mostly'))
    await work.answer('followUp', 'signs', code(renewedDangerSigns, 'offer'))
  })
  await stands(work, code(followUpStates, 'reached'))
  await work.expectFit()
  await work.back()
}

/** She wants no more of them: those ahead are let go at once. */
export async function declineFollowUps(work: AtWork): Promise<void> {
  const { hand, page } = work
  await work.toCase()
  const cards = page.locator('#follow-ups')
  await hand.tap(cards.getByRole('link', { name: say('follow.after', { months: '6' }) }))
  await work.step(stepBetween(followUpSteps, 'planned', 'declined')?.bn, () =>
    work.answer('followUp', 'declines', code(followUpRefusals, 'allLater')),
  )
  await stands(work, code(followUpStates, 'declined'))
  await work.back()
}

/** Money is asked for, approved by somebody else, paid and receipted. */
export async function payGrant(work: AtWork, supervisor: Visitor): Promise<void> {
  const { hand, page } = work
  const grant = code(paymentKinds, 'livelihoodGrant')
  await work.toCase()
  await work.add('#money', 'payment')
  await work.answer('payment', 'kind', grant)
  await hand.write(question('payment', 'amount'), '১২,৫০০.৫০')
  await hand.write(question('payment', 'neededFor'), 'সেলাই মেশিন কিনতে')
  await hand.press(say('form.next'))
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await stands(work, code(paymentStates, 'asked'))
  await page.getByText('12,500.50').or(page.getByText('১২,৫০০.৫০')).first().waitFor()
  await work.expectFit()
  const asked = page.url()

  await supervisor.page.goto('/money')
  await supervisor.page.getByRole('heading', { name: say('money.waiting') }).waitFor()
  expect(await barriersOn(supervisor.page)).toEqual([])
  await supervisor.page.getByRole('link', { name: grant }).first().click()
  const approve = stepBetween(paymentSteps, 'asked', 'approved')?.bn ?? ''
  await handOf(supervisor).press(approve)
  await supervisor.page.getByRole('dialog').getByRole('button', { name: approve }).click()
  await supervisor.page.getByText(code(paymentStates, 'approved'), { exact: true }).first().waitFor()

  await page.goto(asked)
  await work.step(stepBetween(paymentSteps, 'approved', 'paid')?.bn, () =>
    work.answer('payment', 'paidBy', code(paymentWays, 'cash')),
  )
  await stands(work, code(paymentStates, 'paid'))
  await work.step(stepBetween(paymentSteps, 'paid', 'receipted')?.bn, () =>
    work.answer('payment', 'receiptKind', code(receiptKinds, 'register')),
  )
  await stands(work, code(paymentStates, 'receipted'))
  await work.back()
  await page.locator('#money').getByText(say('money.paid-in-all')).waitFor()
  await work.expectFit('way-money')
}
