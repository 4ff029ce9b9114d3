import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pdfWith, pictureWith } from '../../../test/papers.ts'
import { holderOf } from '../../../test/spellings.ts'
import { type CleanFile, cleanFile, markedPdf } from './rewrite-file.ts'

const remark = 'cnry-23.1667N-89.2000E'
const holds = holderOf(remark)

async function cleaned(bytes: Buffer): Promise<CleanFile> {
  const clean = await cleanFile(bytes, 5)
  if (typeof clean === 'string') throw new Error(clean)
  return clean
}

test('a picture is drawn anew, the way up that it was held, without what the camera wrote into it', async () => {
  const taken = await pictureWith(remark)
  expect(holds(taken)).toBe(true)
  const { type, bytes } = await cleaned(taken)
  expect(type).toBe('image/jpeg')
  expect(holds(bytes)).toBe(false)
  const { width, height, exif } = await sharp(bytes).metadata()
  expect([width, height, exif]).toEqual([40, 60, undefined])
})

test('a PDF keeps its pages and loses what runs, and what hides in it', async () => {
  const given = await pdfWith(remark, 2)
  const { type, pages, bytes } = await cleaned(given)
  expect([type, pages]).toEqual(['application/pdf', 2])
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(2)
  const text = bytes.toString('latin1')
  for (const gone of ['JavaScript', '/JS', 'EmbeddedFile', 'OpenAction', 'further.txt', remark]) {
    expect(text).not.toContain(gone)
  }
})

test.each([
  ['a text', 'unknown', async () => Buffer.from('<html><script>alert(1)</script></html>')],
  ['a program', 'unknown', async () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
  ['a drawing with scripts', 'unknown', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a picture that was cut off', 'unreadable', async () => (await pictureWith('x')).subarray(0, 300)],
  ['a PDF of nonsense', 'unreadable', async () => Buffer.from('%PDF-1.7\nnothing at all')],
  ['a PDF of many pages', 'too-many-pages', () => pdfWith('x', 6)],
  [
    'a picture of far more pixels than paper has',
    'unreadable',
    () =>
      sharp({
        create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' },
        limitInputPixels: false,
      })
        .png({ compressionLevel: 9 })
        .toBuffer(),
  ],
])('%s is refused as %s', async (_what, fault, file) => {
  expect(await cleanFile(await file(), 5)).toBe(fault)
})

test('what is taken along says on each page from where it came', async () => {
  const words = 'Setu - K4T-9WX - Kingfisher Society - 2026-11-22 10:30 UTC'
  const picture = await cleaned(await pictureWith(remark))
  for (const [kept, pages] of [
    [picture.bytes, 1],
    [(await cleaned(await pdfWith(remark, 3))).bytes, 3],
  ] as const) {
    const marked = await PDFDocument.load(await markedPdf(kept, words))
    expect(marked.getPageCount()).toBe(pages)
    const drawn = marked.getPages().map((page) => page.node.Contents()?.toString() ?? '')
    expect(drawn.every((contents) => contents.length > 0)).toBe(true)
  }
})
