/** A table as it is copied out and in: its columns with their types, and the columns that give its rows an order. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly order: readonly string[]
}

/** One connection while it is held: statements run on it in order. */
export interface Connection {
  /** One statement with parameters. */
  query(
    text: string,
    values: readonly unknown[],
  ): Promise<{ readonly rows: Record<string, unknown>[]; readonly count: number }>
  /** Several statements without parameters, in one round trip; answers the rows of all of them. */
  script(text: string): Promise<Record<string, unknown>[]>
  /** The rows of a table as PostgreSQL's COPY text, piece by piece, inside the transaction that is open. */
  copyOut(table: CopiedTable): AsyncIterable<Uint8Array>
  /** Adds rows that come as COPY text, inside the transaction that is open. */
  copyIn(table: CopiedTable, pieces: AsyncIterable<Uint8Array>): Promise<void>
  /** Gives the connection back; a spoilt one is destroyed, never reused. */
  release(spoilt: boolean): void
}

/** A database under the platform: the embedded one or PostgreSQL, alike to everything above. */
export interface Engine {
  readonly kind: 'pglite' | 'postgres'
  connect(): Promise<Connection>
  /**
   * Tells the embedded database what time it is, or with `null` that it is now. Only the demonstration does so,
   * to tell the work of three years; PostgreSQL goes by its own clock.
   */
  tellTime?(moment: Date | null): void
  /** Whether there is room to write; a server on another machine knows no more than that a write failed. */
  hasRoom?(): Promise<boolean>
  close(): Promise<void>
}

/** What the database said when it refused: its own code, never its message, since messages quote values. */
export class DatabaseRefusal extends Error {
  readonly sqlState: string
  readonly constraint: string

  constructor(sqlState: string, constraint: string) {
    super(`database refused with ${sqlState}${constraint === '' ? '' : ` (${constraint})`}`)
    this.name = 'DatabaseRefusal'
    this.sqlState = sqlState
    this.constraint = constraint
  }
}

/** Times as ISO text in UTC, whatever zone the connection speaks in. */
export function isoMoment(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString()
}
