import { expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import { reminderTexts, textNumber, textRules } from './reminder-texts.ts'

test('a reminder fits into one message and names no office, place, hour or reason', () => {
  const telling =
    /\d|shelter|police|court|case|survivor|traffick|setu|office|hospital|clinic|lawyer|আশ্রয়|পুলিশ|আদালত|মামলা|কেস|পাচার|সেতু|অফিস|হাসপাতাল|[০-৯]/i
  for (const { en, bn } of reminderTexts.entries) {
    expect(en).not.toMatch(telling)
    expect(bn).not.toMatch(telling)
    expect(en.length).toBeLessThanOrEqual(160)
    expect(bn.length, 'in Bangla a message has seventy characters').toBeLessThanOrEqual(70)
  }
})

test('texts go out by day, and every text that is offered is one of the list', () => {
  expect(textRules.from).toBeGreaterThanOrEqual(8)
  expect(textRules.until).toBeLessThanOrEqual(20)
  expect(codesOf(reminderTexts)).toEqual(expect.arrayContaining([...textRules.offers]))
})

test('a number of Bangladesh is understood however it is written', () => {
  for (const written of [
    '01712345678',
    '+880 1712-345678',
    '8801712345678',
    '০১৭১২ ৩৪৫৬৭৮',
    '00880 1712345678',
  ])
    expect([written, textNumber(written)]).toEqual([written, '+8801712345678'])
})

test('a number of another country begins with a plus', () => {
  expect(textNumber('+91 98300 12345')).toBe('+919830012345')
  expect(textNumber('98300 12345')).toBeNull()
})

test('what is no number that a text can go to is none', () => {
  for (const written of [
    '',
    '999',
    '0211234567',
    '+88017',
    'call me',
    '01712345678\nTo: 999',
    '+8802112345678',
    '1'.repeat(40),
  ])
    expect([written, textNumber(written)]).toEqual([written, null])
})
