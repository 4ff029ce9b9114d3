import { buffer } from 'node:stream/consumers'
import { degrees, PDFDict, PDFDocument, PDFName, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib'
import sharp from 'sharp'

/**
 * Rewrites one file, in a process that holds no key, knows no environment and may neither write a file nor start
 * anything: whatever a damaged file does to a decoder, it does it here. `clean PAGES` or `mark WORDS` is asked, the
 * file comes on the input; a line of JSON and the rewritten file go to the output.
 */
interface Rewritten {
  readonly type: string
  readonly pages: number
  readonly bytes: Uint8Array
}

const mostPixels = 60_000_000
const mostSide = 2600

const refused = (type: string, pages = 0): Rewritten => ({ type, pages, bytes: new Uint8Array() })

/** What a file is, from its first bytes and not from what it is called. */
function kindOf(bytes: Buffer): 'image' | 'pdf' | null {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
  if (starts('ffd8ff') || starts('89504e470d0a1a0a')) return 'image'
  if (starts('52494646') && starts('57454250', 8)) return 'image'
  return bytes.subarray(0, 1024).includes('%PDF-') ? 'pdf' : null
}

/** Drawn anew from its pixels: turned as it was held, without place, time, device and all else that a camera adds. */
async function cleanImage(bytes: Buffer): Promise<Rewritten> {
  const drawn = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
    .rotate()
    .resize({ width: mostSide, height: mostSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer()
  return { type: 'image/jpeg', pages: 1, bytes: drawn }
}

/** Pages only: what runs by itself, asks for an address or hides a further file stays behind. */
async function cleanPdf(bytes: Buffer, mostPages: number): Promise<Rewritten> {
  const given = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  const count = given.getPageCount()
  if (count === 0) return refused('unreadable')
  if (count > mostPages) return refused('too-many-pages', count)
  const clean = await PDFDocument.create({ updateMetadata: false })
  for (const page of await clean.copyPages(given, given.getPageIndices())) {
    for (const key of ['AA', 'Annots', 'Metadata', 'PieceInfo', 'Thumb', 'B'])
      page.node.delete(PDFName.of(key))
    clean.addPage(page)
  }
  for (const [, object] of clean.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    for (const key of ['JS', 'JavaScript', 'AA', 'OpenAction', 'EF']) object.delete(PDFName.of(key))
  }
  return { type: 'application/pdf', pages: count, bytes: await clean.save({ useObjectStreams: false }) }
}

function clean(bytes: Buffer, mostPages: number): Promise<Rewritten> {
  const kind = kindOf(bytes)
  if (kind === null) return Promise.resolve(refused('unknown'))
  return kind === 'image' ? cleanImage(bytes) : cleanPdf(bytes, mostPages)
}

const a4 = { width: 595, height: 842 }

async function pagesOf(bytes: Buffer): Promise<PDFDocument> {
  if (kindOf(bytes) === 'pdf') return PDFDocument.load(bytes, { updateMetadata: false })
  const made = await PDFDocument.create({ updateMetadata: false })
  const picture = await made.embedJpg(bytes)
  const { width, height } = picture.scaleToFit(a4.width - 40, a4.height - 80)
  const page = made.addPage([a4.width, a4.height])
  page.drawImage(picture, { x: (a4.width - width) / 2, y: (a4.height - height) / 2, width, height })
  return made
}

/** A page says across itself and at its foot from where it came: whoever finds it knows whom to ask. */
async function mark(bytes: Buffer, words: string): Promise<Rewritten> {
  const marked = await pagesOf(bytes)
  const font = await marked.embedFont(StandardFonts.Helvetica)
  const across = (page: PDFPage, share: number) => {
    const { width, height } = page.getSize()
    page.drawText(words, {
      x: width * 0.08,
      y: height * share,
      size: Math.max(9, width / 32),
      font,
      color: rgb(0.45, 0.45, 0.45),
      opacity: 0.32,
      rotate: degrees(24),
    })
  }
  for (const page of marked.getPages()) {
    for (const share of [0.12, 0.42, 0.72]) across(page, share)
    page.drawText(words, { x: 18, y: 14, size: 8, font, color: rgb(0.25, 0.25, 0.25) })
  }
  return { type: 'application/pdf', pages: marked.getPageCount(), bytes: await marked.save() }
}

const [asked = '', detail = ''] = process.argv.slice(2)
const given = await buffer(process.stdin)
const rewriting = asked === 'mark' ? mark(given, detail) : clean(given, Number(detail))
const { bytes, ...said } = await rewriting.catch(() => refused('unreadable'))
process.stdout.write(`${JSON.stringify(said)}\n`)
process.stdout.write(bytes)
