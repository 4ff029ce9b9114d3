import { type HtcdsLimits, htcdsLimits } from '../htcds/limits.ts'
import { neutralise, restore } from '../htcds/neutralise.ts'
import { containerOf } from '../spreadsheets/container.ts'
import { readDelimited } from '../spreadsheets/delimited.ts'
import { FileProblem } from '../spreadsheets/file-problem.ts'
import { decodePlainText } from '../spreadsheets/plain-text.ts'
import type { BridgeMapping } from './mapping.ts'
import { type BridgeProblem, bridgeProblems } from './problems.ts'
import type { BridgeRead } from './read-bridge.ts'
import type { BridgeValue } from './transforms.ts'

/** The forms in which cases go to another system. */
export type BridgeFormat = 'json' | 'csv'

/** What a file of another system holds, before anything is made of it. */
export interface BridgeFile {
  readonly format: BridgeFormat | null
  readonly rows: readonly BridgeRead[]
  readonly problems: readonly BridgeProblem[]
}

const separator = ';'

/** What an import takes: a file of another system is read at a stretch, so fewer cases at once than of our own. */
const bridgeLimits: HtcdsLimits = { ...htcdsLimits, rows: 5000 }

function cellText(value: BridgeValue, lists: BridgeMapping['lists']): string {
  if (typeof value !== 'object') return String(value)
  return lists === 'json' ? JSON.stringify(value) : value.join(separator)
}

/** Every field that a mapping may write, its references first. */
function columnsOf({ reference, from, state, fixed, fields }: BridgeMapping): readonly string[] {
  const outward = fields.filter(({ way }) => way !== 'in').map(({ to }) => to)
  return [...new Set([reference, from, state.to, ...Object.keys(fixed), ...outward])]
}

type Rows = AsyncIterable<ReadonlyMap<string, BridgeValue>>

const quoted = (text: string) => (text === '' ? '' : `"${neutralise(text).replaceAll('"', '""')}"`)

async function* csvOf(mapping: BridgeMapping, rows: Rows): AsyncGenerator<string> {
  const columns = columnsOf(mapping)
  yield `\ufeff${columns.map(quoted).join(',')}\r\n`
  for await (const values of rows) {
    const cells = columns.map((name) => quoted(cellText(values.get(name) ?? '', mapping.lists)))
    yield `${cells.join(',')}\r\n`
  }
}

/** As Primero answers to a question for cases; each entry is also what it takes for a new one. */
async function* jsonOf(rows: Rows): AsyncGenerator<string> {
  let total = 0
  yield '{"data":['
  for await (const values of rows) {
    yield `${total === 0 ? '' : ','}\n${JSON.stringify(Object.fromEntries(values))}`
    total += 1
  }
  yield `\n],"metadata":{"total":${total},"per":${total},"page":1}}\n`
}

/** Writes cases as a file of another system, one after the other: never more than one is held. */
export async function* writeBridgeFile(
  mapping: BridgeMapping,
  format: BridgeFormat,
  rows: Rows,
): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  for await (const text of format === 'csv' ? csvOf(mapping, rows) : jsonOf(rows)) yield encoder.encode(text)
}

function refused(code: BridgeProblem['code'], about: BridgeProblem['about'] = {}): BridgeFile {
  const { row = null, ...rest } = about
  const { weight } = bridgeProblems[code]
  return { format: null, rows: [], problems: [{ code, weight, row, column: null, field: null, about: rest }] }
}

const isRow = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A list of what a bulk export gives, `{id, data}` each, or of what the API gives, each flat; or a single one. */
function casesIn(parsed: unknown): readonly Record<string, unknown>[] | null {
  const data = isRow(parsed) && 'data' in parsed && !('id' in parsed) ? parsed['data'] : parsed
  const list: readonly unknown[] = Array.isArray(data) ? data : [data]
  if (!list.every(isRow)) return null
  return list.map(({ data: inner, ...outer }) =>
    isRow(inner) ? { ...inner, ...idOf(outer) } : { ...outer, ...flat(inner) },
  )
}

const idOf = ({ id }: Record<string, unknown>) => (id === undefined ? {} : { id })
const flat = (data: unknown) => (data === undefined ? {} : { data })

function plainValue(value: unknown): BridgeValue | null | undefined {
  if (value === null || value === '' || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.length === 0 ? null : value
  return Array.isArray(value) && value.length === 0 ? null : undefined
}

function readJson(bytes: Uint8Array, limits: HtcdsLimits): BridgeFile {
  const found = casesIn(parsedJson(bytes))
  if (found === null || found.length === 0) return refused('bridge.shape')
  if (found.length > limits.rows) return refused('rows.too-many', { most: limits.rows })
  const problems: BridgeProblem[] = []
  const rows = found.map((one, index): BridgeRead => {
    const values = new Map<string, BridgeValue>()
    for (const [name, given] of Object.entries(one)) {
      const value = plainValue(given)
      if (value === undefined) {
        const { weight } = bridgeProblems['bridge.not-flat']
        problems.push({
          code: 'bridge.not-flat',
          weight,
          row: index + 1,
          column: null,
          field: name.slice(0, 80),
          about: {},
        })
      } else if (value !== null) values.set(name, value)
    }
    return { row: index + 1, values }
  })
  return { format: 'json', rows, problems }
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** A list in a cell of theirs stands as it would in JSON, or with separators. */
function cellValue(text: string, lists: BridgeMapping['lists'], several: boolean): BridgeValue {
  const plain = restore(text)
  if (!several) return plain
  if (lists === 'semicolon') return plain.split(separator).map((one) => one.trim())
  try {
    const parsed = plainValue(JSON.parse(plain))
    return typeof parsed === 'object' && parsed !== null ? parsed : [plain]
  } catch {
    return [plain]
  }
}

function readTable(bytes: Uint8Array, mapping: BridgeMapping, limits: HtcdsLimits): BridgeFile {
  const known = new Set([...columnsOf(mapping), ...mapping.ids, ...mapping.fields.map(({ to }) => to)])
  const several = new Set(
    mapping.fields.filter(({ by }) => by === 'codes' || by === 'listed').map(({ to }) => to),
  )
  const { rows, more } = readDelimited(
    decodePlainText(bytes),
    { rows: limits.rows, columns: limits.columns, rowCharacters: limits.columns * limits.cellCharacters },
    ([head]) =>
      [...(head?.cells.values() ?? [])].filter((cell) => 'text' in cell && known.has(restore(cell.text)))
        .length,
  )
  if (more) return refused('rows.too-many', { most: limits.rows })
  const [head, ...body] = rows
  const names = new Map(
    [...(head?.cells ?? [])].map(([at, cell]) => [at, 'text' in cell ? restore(cell.text) : '']),
  )
  if (![...names.values()].some((name) => known.has(name))) return refused('bridge.shape')
  const read = body.map(({ number, cells }): BridgeRead => {
    const values = new Map<string, BridgeValue>()
    for (const [at, cell] of cells) {
      const name = names.get(at)
      if (name === undefined || name === '' || !('text' in cell)) continue
      values.set(name.slice(0, 200), cellValue(cell.text, mapping.lists, several.has(name)))
    }
    return { row: number, values }
  })
  return { format: 'csv', rows: read, problems: [] }
}

/** Reads a file of another system: JSON as its API or its bulk export gives it, or a table of its fields. */
export function readBridgeFile(bytes: Uint8Array, mapping: BridgeMapping, limits = bridgeLimits): BridgeFile {
  if (bytes.length > limits.fileBytes)
    return refused('file.too-large', { most: limits.fileBytes / (1024 * 1024) })
  const first = bytes.find((byte) => byte > 32 && byte < 128)
  try {
    if (first === 0x5b || first === 0x7b) return readJson(bytes, limits)
    return containerOf(bytes) === 'csv' ? readTable(bytes, mapping, limits) : refused('bridge.shape')
  } catch (error) {
    if (error instanceof FileProblem) return refused(error.code, error.about)
    throw error
  }
}
