import { describe, expect, test } from 'vitest'
import { type RecoveryShare, shareFromText, shareRows, shareToText } from './share-text.ts'

const share = (number: number, seed = 7): RecoveryShare => ({
  key: '7f3a91c2',
  number,
  bytes: Uint8Array.from({ length: 33 }, (_, at) => (at * 73 + seed * 31 + number * 17) % 256),
})
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('a share on paper', () => {
  test('is read as it was printed, however it is typed', () => {
    const rows = shareToText(share(2))
    expect(rows).toHaveLength(shareRows)
    for (const row of rows) expect(row).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{2}$/)
    for (const typed of [
      rows.join('\n'),
      rows.join(' ').toLowerCase(),
      rows.join('').replaceAll(' ', '-'),
      `\n  ${rows.join('  \n\n')}\n`,
      rows.join('\n').replaceAll('0', 'o').replaceAll('1', 'l'),
      rows.join('\n').replaceAll('5', '৫').replaceAll('3', '৩'),
    ])
      expect(shareFromText(typed)).toEqual(share(2))
  })

  test('names the row in which one letter is another, in every place and for every letter', () => {
    const rows = shareToText(share(1))
    for (const [at, row] of rows.entries())
      for (const place of [0, 1, 2, 3, 5, 6, 7, 8, 10, 11])
        for (const letter of letters) {
          if (row[place] === letter) continue
          const wrong = rows.with(at, `${row.slice(0, place)}${letter}${row.slice(place + 1)}`)
          expect(shareFromText(wrong.join('\n'))).toEqual({ row: at + 1, why: 'mistyped' })
        }
  })

  test('names the row in which two letters beside each other changed places', () => {
    const rows = shareToText(share(3))
    for (const [at, row] of rows.entries()) {
      const bare = row.replaceAll(' ', '')
      for (let place = 0; place < 9; place += 1) {
        if (bare[place] === bare[place + 1]) continue
        const swapped = `${bare.slice(0, place)}${bare[place + 1]}${bare[place]}${bare.slice(place + 2)}`
        expect(shareFromText(rows.with(at, swapped).join('\n'))).toEqual({ row: at + 1, why: 'mistyped' })
      }
    }
  })

  test('names what is missing, too long, in another row’s place, never used, or from another share', () => {
    const rows = shareToText(share(1))
    const others = shareToText(share(2, 9))
    const wrong = (lines: readonly string[]) => shareFromText(lines.join('\n'))
    expect(wrong(rows.slice(0, 5))).toEqual({ row: 6, why: 'missing' })
    expect(wrong([])).toEqual({ row: 1, why: 'missing' })
    expect(wrong([...rows, rows[0] ?? ''])).toEqual({ row: 9, why: 'tooLong' })
    expect(wrong([rows[1] ?? '', rows[0] ?? '', ...rows.slice(2)])).toEqual({ row: 1, why: 'mistyped' })
    expect(wrong(rows.with(2, (rows[2] ?? '').slice(1)))).toEqual({ row: 3, why: 'mistyped' })
    expect(wrong(rows.with(4, `U${(rows[4] ?? '').slice(1)}`))).toEqual({ row: 5, why: 'letter' })
    expect(wrong(rows.with(6, others[6] ?? ''))).toEqual({ row: 0, why: 'mixed' })
  })
})
