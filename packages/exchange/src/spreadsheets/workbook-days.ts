import { addDays, parsePlainDate } from '@setu/vocabulary'

const lastSerial = 2_958_465

function plainDay(text: string) {
  const day = parsePlainDate(text)
  if (day === null) throw new RangeError('not a day')
  return day
}

const epoch1900 = plainDay('1899-12-31')
const epoch1904 = plainDay('1904-01-01')

/**
 * The calendar day behind a workbook's day number; null when there is none.
 *
 * Workbooks counting from 1900 believe in a 29 February 1900 (number 60), so later numbers are one too high.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | null {
  const whole = Math.floor(serial)
  if (!Number.isFinite(serial) || whole < 0 || whole > (from1904 ? lastSerial - 1462 : lastSerial))
    return null
  if (from1904) return addDays(epoch1904, whole)
  if (whole === 0 || whole === 60) return null
  return addDays(epoch1900, whole > 60 ? whole - 1 : whole)
}

const builtInDays = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** Whether a number format shows a calendar day. A time of day alone is none. ECMA-376 part 1, 18.8.30. */
export function showsDay(formatId: number, formatCode: string | undefined): boolean {
  if (formatCode === undefined) return builtInDays.has(formatId)
  const bare = formatCode.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').toLowerCase()
  if (bare.includes('general')) return false
  return /[dy]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare))
}
