import { caseRecords } from '@setu/records'
import {
  codesOf,
  type RiskDomain,
  type RiskLevel,
  riskAssessmentStates,
  riskAssessmentSteps,
  riskDomains,
  riskLevels,
  safetyPlanCopies,
  safetyPlanStates,
  safetyPlanSteps,
  stepBetween,
} from '@setu/vocabulary'
import { expect } from 'vitest'
import { speak } from '../stage/words.ts'
import { type AtWork, stands } from './on-the-case.ts'

const { say, code, question } = speak('bn')

/** Goes through all risks on the form that is open, low but for what is named, and finishes the look. */
export async function lookAtRisks(
  work: AtWork,
  found: Readonly<Partial<Record<RiskDomain, RiskLevel>>>,
): Promise<void> {
  const sections = Object.values(caseRecords.riskAssessment.sections)
  for (const [at, { asks }] of sections.entries()) {
    if (at > 0) await work.hand.press(say('form.next'))
    for (const domain of codesOf(riskDomains).filter((one) => asks.some((key) => key === one)))
      await work.answer('riskAssessment', domain, code(riskLevels, found[domain] ?? 'low'))
  }
  await work.hand.press(say('record.keep'))
  await stands(work, code(riskAssessmentStates, 'draft'))
  await work.expectFit('way-risks')
  await work.step(stepBetween(riskAssessmentSteps, 'draft', 'made')?.bn)
  await stands(work, code(riskAssessmentStates, 'made'))
  await work.back()
}

/** A safety plan with a word that only the two know, put in force. */
export async function makeSafetyPlan(work: AtWork, signs: string): Promise<void> {
  const { hand, page } = work
  await hand.tap(page.locator('#risk').getByRole('link', { name: say('risk.make-plan') }))
  await hand.write(question('safetyPlan', 'triggers'), signs)
  await hand.press(say('form.next'))
  await hand.write(question('safetyPlan', 'codeWord'), 'নীল কাপড়')
  await hand.press(say('form.next'))
  await hand.press(say('record.keep'))
  await stands(work, code(safetyPlanStates, 'draft'))
  await work.step(stepBetween(safetyPlanSteps, 'draft', 'inForce')?.bn, () =>
    work.answer('safetyPlan', 'keptBy', code(safetyPlanCopies, 'memory')),
  )
  await stands(work, code(safetyPlanStates, 'inForce'))
  expect(await page.locator('main').innerText()).not.toContain(signs)
  await work.expectFit('way-safety-plan')
  await work.back()
}
