import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseCodeFrom, parseCaseCode } from './case-code.ts'

const random = fc.uint8Array({ minLength: 8, maxLength: 8 })
const signs = '23456789ABCDEFGHJKMNPQRSTVWXY'

describe('a case code', () => {
  test('is five random signs and a check sign, none of them easily misread', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = caseCodeFrom(bytes)
        expect(code).toMatch(/^[2-9A-HJKMNP-TV-Y]{3}-[2-9A-HJKMNP-TV-Y]{3}$/)
        expect(parseCaseCode(code)).toBe(code)
      }),
    )
  })

  test('is always the same for the same bytes, and needs eight of them', () => {
    expect(caseCodeFrom(new Uint8Array(8))).toBe('222-222')
    expect(() => caseCodeFrom(new Uint8Array(7))).toThrow(RangeError)
  })

  test('is read as people write it', () => {
    const code = caseCodeFrom(Uint8Array.of(0, 0, 0, 0, 0, 18, 52, 86))
    expect(parseCaseCode(code.toLowerCase())).toBe(code)
    expect(parseCaseCode(` ${code.replace('-', '')} `)).toBe(code)
    expect(parseCaseCode(code.replace('-', '–'))).toBe(code)
    expect(parseCaseCode(code.replace(/\d/g, (digit) => String.fromCharCode(0x09e6 + Number(digit))))).toBe(
      code,
    )
  })

  test('is refused when one sign was misread', () => {
    fc.assert(
      fc.property(random, fc.nat({ max: 5 }), fc.nat({ max: 28 }), (bytes, place, other) => {
        const plain = caseCodeFrom(bytes).replace('-', '')
        const misread = plain.slice(0, place) + signs.charAt(other) + plain.slice(place + 1)
        if (misread !== plain) expect(parseCaseCode(misread)).toBeNull()
      }),
    )
  })

  test('is refused when two signs changed places', () => {
    fc.assert(
      fc.property(random, fc.nat({ max: 5 }), fc.nat({ max: 5 }), (bytes, first, second) => {
        const read = [...caseCodeFrom(bytes).replace('-', '')]
        const swapped = read
          .with(first, read[second] ?? '')
          .with(second, read[first] ?? '')
          .join('')
        if (swapped !== read.join('')) expect(parseCaseCode(swapped)).toBeNull()
      }),
    )
  })

  test.each(['', '22', '222-2222', 'O22-222', '222-22!', '222-22Z'])('is not %j', (text) =>
    expect(parseCaseCode(text)).toBeNull(),
  )
})
