import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Came, Generated } from '../generated-requests.ts'

const program = fileURLToPath(new URL('./measured-process.ts', import.meta.url))

/** A node in a process of its own whose loop and memory can be looked at from here. */
export interface MeasuredNode {
  readonly ids: readonly string[]
  ask(asked: Generated): Promise<Came>
  /** The 99th percentile of how long its loop was held up since the last look, in ms, and its memory in MB. */
  measure(): Promise<{ readonly p99: number; readonly memory: number }>
  close(): Promise<void>
}

interface Begun {
  readonly origin: string
  readonly ids: readonly string[]
  readonly cookies: readonly string[]
}

export async function measuredNode(names: readonly string[]): Promise<MeasuredNode> {
  const child = spawn(process.execPath, ['--expose-gc', program, ...names], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const heard = async (): Promise<unknown> => JSON.parse(String((await lines.next()).value))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let turn: Promise<unknown> = Promise.resolve()
  /** One question after another: answers bear no name. */
  const say = (line: string): Promise<unknown> => {
    turn = turn.then(() => {
      child.stdin.write(`${line}\n`)
      return heard()
    })
    return turn
  }
  const { origin, ids, cookies } = (await heard()) as Begun
  const held: (string | undefined)[] = [undefined, ...cookies]

  async function ask({ method, path, who, type, body }: Generated): Promise<Came> {
    const cookie = held[who]
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        ...(method === 'GET' ? {} : { 'x-setu': '1' }),
        ...(cookie === undefined ? {} : { cookie: `setu=${cookie}` }),
        ...(type === null ? {} : { 'content-type': type }),
      },
      ...(body === null || method === 'GET'
        ? {}
        : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    })
    const text = await answer.text()
    const name = who === 0 ? undefined : names[who - 1]
    if (answer.status === 401 && name !== undefined)
      held[who] = ((await say(`session ${name}`)) as { cookie: string }).cookie
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text }
  }

  return {
    ids,
    ask,
    measure: async () => (await say('measure')) as { p99: number; memory: number },
    async close() {
      child.stdin.end()
      await ended
    },
  }
}
