import { shortestPassword, signInNameShape } from '@setu/vocabulary'
import type { Fault } from '../../forms/faults.ts'

export interface FirstRunAnswers {
  readonly organisationEn: string
  readonly organisationBn: string
  readonly type: string
  readonly unitEn: string
  readonly unitBn: string
  readonly name: string
  readonly signInName: string
  readonly password: string
}

/** What is still missing among some of the first answers. */
export function missingIn(answers: FirstRunAnswers, fields: readonly (keyof FirstRunAnswers)[]): Fault[] {
  return fields.flatMap((field): Fault[] => {
    const answer = answers[field].trim()
    if (answer === '') return [{ field, fault: 'missing' }]
    if (field === 'signInName' && !signInNameShape.test(answer))
      return [{ field, fault: 'not-a-sign-in-name' }]
    if (field === 'password' && answer.length < shortestPassword) return [{ field, fault: 'too-short' }]
    return []
  })
}
