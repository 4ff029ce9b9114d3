import {
  addMonths,
  goalStates,
  householdNeeds,
  individualNeeds,
  needsAssessmentStates,
  needsAssessmentSteps,
  planAgreements,
  servicePlanStates,
  servicePlanSteps,
  serviceTypes,
  stepBetween,
} from '@setu/vocabulary'
import { expect } from 'vitest'
import { speak } from '../stage/words.ts'
import { type AtWork, stands, today } from './on-the-case.ts'

const { say, code, question } = speak('bn')

/** What is needed is asked for the person, the household and the community. */
export async function assessNeeds(work: AtWork): Promise<void> {
  await work.add('#plan', 'needsAssessment')
  await work.answer('needsAssessment', 'individual', code(individualNeeds, 'legalHelp'))
  await work.hand.press(say('form.next'))
  await work.answer('needsAssessment', 'household', code(householdNeeds, 'debt'))
  await work.hand.press(say('form.next'))
  await work.answer('needsAssessment', 'services', code(serviceTypes, 'legalAid'))
  await work.hand.press(say('record.keep'))
  await work.step(stepBetween(needsAssessmentSteps, 'draft', 'made')?.bn)
  await stands(work, code(needsAssessmentStates, 'made'))
  await work.expectFit('way-needs')
  await work.back()
}

/** A goal in her words and the plan are agreed to together. */
export async function agreeToPlan(work: AtWork): Promise<void> {
  const { hand, page } = work
  await work.add('#plan', 'supportPlan')
  await hand.write(question('supportPlan', 'objectives'), 'জমিটা যেন আমার থাকে')
  await work.answer('supportPlan', 'service', code(serviceTypes, 'legalAid'))
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await stands(work, code(goalStates, 'proposed'))
  await work.back()
  await work.add('#plan', 'servicePlan')
  await hand.write(question('servicePlan', 'wishes'), 'আমি কারও কাছে ঋণী থাকতে চাই না')
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await stands(work, code(servicePlanStates, 'draft'))
  await work.step(stepBetween(servicePlanSteps, 'draft', 'agreed')?.bn, async () => {
    await work.answer('servicePlan', 'agreement', code(planAgreements, 'withChanges'))
    await work.fillDay('servicePlan', 'reviewOn', addMonths(today, 2))
  })
  await stands(work, code(servicePlanStates, 'agreed'))
  await work.expectFit('way-plan')
  await work.back()
  const plan = page.locator('#plan')
  await plan.getByText(code(goalStates, 'agreed'), { exact: true }).waitFor()
  await plan.getByText(say('plan.nothing-given')).waitFor()
}

/** A service that was given stands with its goal. */
export async function giveService(work: AtWork): Promise<void> {
  const { hand, page } = work
  await work.add('#plan', 'serviceDelivered')
  await work.answer('serviceDelivered', 'service', code(serviceTypes, 'legalAid'))
  await work.fillDay('serviceDelivered', 'deliveredOn', today)
  await work.answer('serviceDelivered', 'goal', code(serviceTypes, 'legalAid'))
  await hand.press(say('record.keep'))
  await page.waitForURL(`**${work.address}`)
  const plan = page.locator('#plan')
  await plan.getByText(say('plan.times', { count: '1' })).waitFor()
  expect(await plan.getByText(say('plan.nothing-given')).count()).toBe(0)
  await work.expectFit()
}
