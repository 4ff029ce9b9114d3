import { expect, test } from 'vitest'
import { accountFaults } from './account-faults.ts'

const person = {
  name: 'Rahima Khatun',
  signInName: 'rahima.khatun',
  postEn: 'Caseworker',
  postBn: 'কেস ওয়ার্কার',
  password: 'correct horse battery',
}

test('a whole person can be let in', () => {
  expect(accountFaults(person)).toEqual([])
})

test('what is missing is named, one by one', () => {
  expect(accountFaults({ ...person, name: ' ', postBn: '' }).map(({ field }) => field)).toEqual([
    'name',
    'postBn',
  ])
})

test('a sign-in name has no spaces or capitals, and a password is not short', () => {
  expect(accountFaults({ ...person, signInName: 'Rahima K', password: 'short' })).toEqual([
    { field: 'signInName', fault: 'not-a-sign-in-name' },
    { field: 'password', fault: 'too-short' },
  ])
})
