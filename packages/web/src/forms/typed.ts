/** What a keyboard brings, brought to the form in which it is kept. */

const banglaZero = '০'.charCodeAt(0)

/** Bangla digits as the digits that codes and numbers are kept in. */
export function plainDigits(text: string): string {
  return text.replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - banglaZero))
}

/** A phone number as people write it, in E.164 as far as it can be known: a leading 0 is Bangladesh's own. */
export function typedPhone(text: string): string {
  const signs = plainDigits(text).replace(/[\s().-]/g, '')
  if (signs.startsWith('00')) return `+${signs.slice(2)}`
  return /^0\d{9,10}$/.test(signs) ? `+880${signs.slice(1)}` : signs
}

/** A number, or the text itself where it is none, so that the slip can be shown. */
export function typedNumber(text: string): number | string | null {
  const plain = plainDigits(text).trim()
  if (plain === '') return null
  const number = Number(plain)
  return Number.isFinite(number) ? number : plain
}

/**
 * An amount as people write it, with a point or not, in the smallest unit of its currency: a hundredth. The text itself
 * where it is none, so that the slip can be shown.
 */
export function typedMoney(text: string): number | string | null {
  const plain = plainDigits(text).replace(/[\s,]/g, '')
  if (plain === '') return null
  const [, whole = '', parts = ''] = /^(\d{1,12})(?:\.(\d{0,2}))?$/.exec(plain) ?? []
  return whole === '' ? plain : Number(whole) * 100 + Number(parts.padEnd(2, '0'))
}

/** An amount as it is typed. */
export function moneyTyped(answer: unknown): string {
  if (typeof answer !== 'number') return typeof answer === 'string' ? answer : ''
  return answer % 100 === 0 ? String(answer / 100) : (answer / 100).toFixed(2)
}

/** The three parts of a date of which only some may be known. */
export interface DateParts {
  readonly year: string
  readonly month: string
  readonly day: string
}

export function dateParts(answer: unknown): DateParts {
  const [year = '', month = '', day = ''] = typeof answer === 'string' ? answer.split('-') : []
  return { year, month, day }
}

/** Year, year and month, or the whole day: as much as was given, `null` when nothing was. */
export function dateOfParts(parts: DateParts): string | null {
  const year = plainDigits(parts.year).trim()
  const month = plainDigits(parts.month).trim()
  const day = plainDigits(parts.day).trim()
  if (year === '' && month === '' && day === '') return null
  const given =
    day !== '' ? [year, month.padStart(2, '0'), day.padStart(2, '0')] : [year, month.padStart(2, '0')]
  return month === '' && day === '' ? year : given.join('-')
}
