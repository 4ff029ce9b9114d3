import type { Connection, CopiedTable } from './engine.ts'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

/** A row as a line of PostgreSQL's COPY text: tabs between, a backslash before what would break the line. */
export function copyLine(values: readonly (string | null)[]): string {
  const fields = values.map((value) =>
    value === null ? '\\N' : value.replace(/[\\\b\f\n\r\t\v]/g, (char) => escapes[char] ?? char),
  )
  return `${fields.join('\t')}\n`
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The statement that reads a table in its order; text is ordered by its bytes, as no two servers sort it alike. */
export function readStatement({ name, columns, order }: CopiedTable, asText: boolean): string {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]))
  const selected = columns.map(({ name: column, type }, at) => {
    if (!asText) return quoted(column)
    const text =
      type === 'boolean'
        ? `case when ${quoted(column)} then 't' when not ${quoted(column)} then 'f' end`
        : `${quoted(column)}::text`
    return `${text} as c${at}`
  })
  const ordered = order.map((column) =>
    typeOf.get(column) === 'text' ? `${quoted(column)} collate "C"` : quoted(column),
  )
  return `select ${selected.join(', ')} from ${quoted(name)}${ordered.length === 0 ? '' : ` order by ${ordered.join(', ')}`}`
}

/** The statement that takes rows in; `from` is where they come from. */
export function copyInStatement({ name, columns }: CopiedTable, from: string): string {
  return `copy ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(', ')}) from ${from}`
}

/** Rows may be a few bytes or a map of a whole country: so many are asked for as make a piece of middling size. */
const [fewRows, manyRows, muchText] = [8, 1024, 1024 * 1024]

/** A table's rows as COPY text through a cursor, for an engine whose own COPY would hold the whole table in memory. */
export async function* copyOutByCursor(
  connection: Pick<Connection, 'query'>,
  table: CopiedTable,
): AsyncGenerator<Uint8Array> {
  await connection.query(`declare setu_copy no scroll cursor for ${readStatement(table, true)}`, [])
  for (let wanted = fewRows; ; ) {
    const { rows } = await connection.query(`fetch ${wanted} from setu_copy`, [])
    if (rows.length === 0) break
    const lines = rows.map((row) => copyLine(table.columns.map((_, at) => textOf(row[`c${at}`]))))
    const piece = Buffer.from(lines.join(''), 'utf8')
    yield piece
    wanted = piece.length > muchText ? fewRows : Math.min(wanted * 2, manyRows)
  }
  await connection.query('close setu_copy', [])
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

const lineEnd = 0x0a

/** Cuts COPY text into batches of whole lines of about so many bytes. */
export async function* wholeLines(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < bytes) continue
    const all = Buffer.concat(held)
    const end = all.lastIndexOf(lineEnd) + 1
    if (end > 0) yield all.subarray(0, end)
    held = [all.subarray(end)]
    size = all.length - end
  }
  if (size > 0) yield Buffer.concat(held)
}
