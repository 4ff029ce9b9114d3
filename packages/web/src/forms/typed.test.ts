import { expect, test } from 'vitest'
import { dateOfParts, dateParts, moneyTyped, typedMoney, typedNumber, typedPhone } from './typed.ts'

test.each([
  ['01711-000000', '+8801711000000'],
  ['০১৭১১০০০০০০', '+8801711000000'],
  ['+91 98765 43210', '+919876543210'],
  ['00971501234567', '+971501234567'],
  ['999', '999'],
])('a phone number is kept so that it can be called from anywhere: %s', (typed, kept) => {
  expect(typedPhone(typed)).toBe(kept)
})

test('Bangla digits are numbers too', () => {
  expect(typedNumber('১৭')).toBe(17)
  expect(typedNumber(' 3.5 ')).toBe(3.5)
  expect(typedNumber('')).toBeNull()
  expect(typedNumber('many')).toBe('many')
})

test('an amount is kept in hundredths, to the last of them', () => {
  expect(typedMoney('১২,৫০০')).toBe(1_250_000)
  expect(typedMoney('1.1')).toBe(110)
  expect(typedMoney('0.07')).toBe(7)
  expect(typedMoney('4503599627.29')).toBe(450_359_962_729)
  expect(typedMoney('')).toBeNull()
  for (const slip of ['-5', '1.234', 'many', '1.5.0']) expect(typedMoney(slip)).toBe(slip)
  for (const kept of [0, 7, 110, 1_250_000]) expect(typedMoney(moneyTyped(kept))).toBe(kept)
})

test('a date keeps as much as somebody knows', () => {
  expect(dateOfParts({ year: '2009', month: '', day: '' })).toBe('2009')
  expect(dateOfParts({ year: '২০০৯', month: '8', day: '' })).toBe('2009-08')
  expect(dateOfParts({ year: '2009', month: '8', day: '৪' })).toBe('2009-08-04')
  expect(dateOfParts({ year: '', month: '', day: '' })).toBeNull()
})

test('a day without its month is kept as it stands, to be shown as a slip', () => {
  expect(dateOfParts({ year: '2009', month: '', day: '4' })).toBe('2009-00-04')
})

test('the parts of a kept date come back', () => {
  expect(dateParts('2009-08')).toEqual({ year: '2009', month: '08', day: '' })
  expect(dateParts(null)).toEqual({ year: '', month: '', day: '' })
})
