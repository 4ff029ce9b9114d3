import { type PGlite, parse, protocol } from '@electric-sql/pglite'

interface Prepared {
  readonly name: string
  readonly types: readonly number[]
}

type Messages = Awaited<ReturnType<PGlite['execProtocol']>>['messages']

/** Only what reads or changes rows is kept ready: everything else may change what these statements rest on. */
const ofRows = /^\s*(select|insert|update|delete|with)\b/i

/** So many are kept ready; the one kept longest makes room. */
const most = 500

/** Statements with parameters on the embedded database: parsed and planned once, and in one call each time after. */
export interface Statements {
  readonly takes: (text: string) => boolean
  run(
    text: string,
    values: readonly unknown[],
  ): Promise<{ readonly rows: Record<string, unknown>[]; readonly count: number }>
  /** Lets go of all that are ready: a table was made anew, or the session cleaned. */
  forget(): Promise<void>
}

export function statementsOn(database: PGlite): Statements {
  const { serialize } = protocol
  const known = new Map<string, Prepared>()
  let made = 0

  async function say(...messages: readonly Uint8Array[]): Promise<Messages> {
    const together = Buffer.concat([...messages, serialize.sync()])
    const { messages: answers } = await database.execProtocol(together, { throwOnError: false })
    const refusal = answers.find((message) => message instanceof Error)
    if (refusal !== undefined) throw refusal
    return answers
  }

  async function close(some: readonly (readonly [text: string, Prepared])[]): Promise<void> {
    for (const [text] of some) known.delete(text)
    await say(...some.map(([, { name }]) => serialize.close({ type: 'S', name })))
  }

  async function prepare(text: string): Promise<Prepared> {
    made += 1
    const name = `setu_${made}`
    const described = await say(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }))
    const prepared = { name, types: parse.parseDescribeStatementResults(described) }
    known.set(text, prepared)
    if (known.size > most) await close([...known].slice(0, 1))
    return prepared
  }

  function written(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null
    const serializer = type === undefined ? undefined : database.serializers[type]
    if (serializer !== undefined) return serializer(value)
    return typeof value === 'string' ? value : JSON.stringify(value)
  }

  return {
    takes: (text) => ofRows.test(text),
    forget: () => database.runExclusive(() => close([...known])),
    run: (text, values) =>
      database.runExclusive(async () => {
        const { name, types } = known.get(text) ?? (await prepare(text))
        const answers = await say(
          serialize.bind({ statement: name, values: values.map((value, at) => written(value, types[at])) }),
          serialize.describe({ type: 'P' }),
          serialize.execute({}),
        )
        const [result] = parse.parseResults(answers, database.parsers)
        const { rows = [], affectedRows = 0 } = result ?? {}
        return { rows, count: affectedRows > 0 ? affectedRows : rows.length }
      }),
  }
}
