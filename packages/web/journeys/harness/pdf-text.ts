import { inflateSync } from 'node:zlib'

interface Piece {
  readonly dictionary: string
  readonly stream: Buffer | null
}

/** The objects of a PDF as a browser prints it: each with its dictionary, and its stream unpacked. */
function piecesOf(file: Buffer): Map<string, Piece> {
  const text = file.toString('latin1')
  const pieces = new Map<string, Piece>()
  const begins = /(?:^|\n)(\d+) 0 obj\n/g
  for (let found = begins.exec(text); found !== null; found = begins.exec(text)) {
    const from = begins.lastIndex
    const end = text.indexOf('endobj', from)
    const opens = text.indexOf('stream\n', from)
    const packed = opens >= 0 && opens < end
    const dictionary = text.slice(from, packed ? opens : end)
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
    const bytes = packed ? file.subarray(opens + 7, opens + 7 + length) : null
    const stream = bytes !== null && dictionary.includes('FlateDecode') ? inflateSync(bytes) : bytes
    pieces.set(found[1] ?? '', { dictionary, stream })
    if (packed) begins.lastIndex = opens + 7 + length
  }
  return pieces
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Which letters each glyph of a font stands for. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, block = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', letter = ''] of block.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(glyph.toUpperCase(), fromHex(letter))
  for (const [, block = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', letter = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let at = 0; at <= Number.parseInt(last, 16) - Number.parseInt(first, 16); at++) {
        const glyph = (Number.parseInt(first, 16) + at).toString(16).padStart(4, '0').toUpperCase()
        letters.set(glyph, String.fromCodePoint(Number.parseInt(letter, 16) + at))
      }
  return letters
}

const token = /\/ActualText\s*<(\w+)>\s*>>\s*BDC|\bBDC\b|\bBMC\b|\bEMC\b|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g

function textOf(content: string, fonts: ReadonlyMap<string, Map<string, string>>): string {
  let said = ''
  let letters = new Map<string, string>()
  const marked: boolean[] = []
  for (const [whole, actual, font, glyphs] of content.matchAll(token)) {
    if (actual !== undefined) {
      said += fromHex(actual).replace('\ufeff', '')
      marked.push(true)
    } else if (whole === 'BDC' || whole === 'BMC') marked.push(false)
    else if (whole === 'EMC') marked.pop()
    else if (font !== undefined) letters = fonts.get(font) ?? new Map()
    else if (glyphs !== undefined && !marked.includes(true))
      for (let at = 0; at < glyphs.length; at += 4)
        said += letters.get(glyphs.slice(at, at + 4).toUpperCase()) ?? ''
  }
  return said
}

/** What stands on each page of a PDF that a browser printed, without its spaces: those are where the lines end. */
export function pdfPages(file: Buffer): string[] {
  const pieces = piecesOf(file)
  const maps = new Map<string, Map<string, string>>()
  const fontOf = (id: string) => {
    const map = /\/ToUnicode (\d+) 0 R/.exec(pieces.get(id)?.dictionary ?? '')?.[1] ?? ''
    const known = maps.get(map) ?? lettersOf(pieces.get(map)?.stream?.toString('latin1') ?? '')
    maps.set(map, known)
    return known
  }
  return [...pieces.values()]
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map(({ dictionary }) => {
      const named = /\/Font <<([\s\S]*?)>>/.exec(dictionary)?.[1] ?? ''
      const fonts = new Map(
        [...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(
          ([, name = '', id = '']) => [name, fontOf(id)] as const,
        ),
      )
      const content = /\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? ''
      return unspaced(textOf(pieces.get(content)?.stream?.toString('latin1') ?? '', fonts))
    })
}

/** Words as they are compared with what is read from paper. */
export function unspaced(words: string): string {
  return words.normalize('NFC').replaceAll(/\s/g, '')
}
