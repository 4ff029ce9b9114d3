import { shortestPassword, signInNameShape } from '@setu/vocabulary'
import type { Fault } from '../../forms/faults.ts'

export interface NewAccount {
  readonly name: string
  readonly signInName: string
  readonly postEn: string
  readonly postBn: string
  readonly password: string
}

/** What still needs another look before somebody can be let in. */
export function accountFaults(person: NewAccount): Fault[] {
  const missing = (['name', 'signInName', 'postEn', 'postBn', 'password'] as const)
    .filter((field) => person[field].trim() === '')
    .map((field): Fault => ({ field, fault: 'missing' }))
  if (person.signInName !== '' && !signInNameShape.test(person.signInName)) {
    missing.push({ field: 'signInName', fault: 'not-a-sign-in-name' })
  }
  if (person.password !== '' && person.password.length < shortestPassword) {
    missing.push({ field: 'password', fault: 'too-short' })
  }
  return missing
}
