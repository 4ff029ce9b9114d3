import { SaxesParser } from 'saxes'
import { FileProblem } from './file-problem.ts'

/** What a reader of XML wants to hear. Names come without their namespace prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text?(text: string): void
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function createParser(events: XmlEvents) {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new FileProblem('workbook.entities')
  })
  parser.on('error', () => {
    throw new FileProblem('workbook.damaged')
  })
  parser.on('opentag', ({ name, attributes }) => events.open(localName(name), attributes))
  parser.on('closetag', ({ name }) => events.close(localName(name)))
  parser.on('text', (text) => events.text?.(text))
  parser.on('cdata', (text) => events.text?.(text))
  return parser
}

/**
 * Tells a reader what an XML part holds, pausing after every chunk so that it can hand on what it has.
 *
 * A document type is refused, so entities are the five of XML itself and nothing multiplies.
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  events: XmlEvents,
): AsyncGenerator<void, void, undefined> {
  const decode = createDecoder()
  const parser = createParser(events)
  for await (const chunk of chunks) {
    parser.write(decode(chunk, false))
    yield
  }
  parser.write(decode(new Uint8Array(0), true))
  parser.close()
  yield
}

function createDecoder(): (chunk: Uint8Array, last: boolean) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (chunk, last) => {
    try {
      return decoder.decode(chunk, { stream: !last })
    } catch {
      throw new FileProblem('workbook.damaged')
    }
  }
}

/** Reads a whole XML part of modest size. */
export async function readWholeXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const pauses = readXml(chunks, events)
  while (!(await pauses.next()).done);
}

const escapes = /_x([0-9A-Fa-f]{4})_/g

/** Turns the spelling `_x000D_`, by which workbooks hold what XML cannot, back into the character. */
export function unescapeWorkbookText(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(escapes, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}
