import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url))

export interface Said {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

/** A server command as a process of its own, with just the variables it is given. */
export interface ServerProcess {
  readonly child: ChildProcess
  /** What it has said so far. */
  out(): string
  /** How it ended. */
  readonly ended: Promise<Said>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export function run(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  cwd: string,
): ServerProcess {
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
      PORT: '0',
      LANG: 'en_GB.UTF-8',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let [out, err] = ['', '']
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString('utf8')
  })
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString('utf8')
  })
  const ended = new Promise<Said>((resolve) => {
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal, out, err })
    })
  })
  return { child, out: () => out, ended }
}

/** Waits until a node serves, and answers its address. */
export async function serving(server: ServerProcess): Promise<string> {
  const heard = new Promise<string>((resolve) => {
    const look = (): void => {
      const [, origin] = /^Setu is ready: (http\S+)$/m.exec(server.out()) ?? []
      if (origin !== undefined) resolve(origin)
    }
    server.child.stdout?.on('data', look)
    look()
  })
  const over = server.ended.then(({ err, code }) =>
    Promise.reject(new Error(`ended with ${String(code)}: ${err}`)),
  )
  return Promise.race([heard, over])
}

/** Asks a node to stop, as an operator does. */
export async function stopped(server: ServerProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<Said> {
  server.child.kill(signal)
  return server.ended
}
