import { createHash } from 'node:crypto'
import {
  constants,
  existsSync,
  mkdirSync,
  openSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Said to someone who starts a second node on a folder that is in use. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`another Setu process is using ${folder}; stop it first`)
    this.name = 'FolderInUse'
  }
}

/**
 * A socket's path may have about a hundred characters. On Linux a deep folder is reached through an open handle,
 * which stays open as long as the process; elsewhere its lock lies in the temporary folder.
 */
function socketOf(folder: string): string {
  const inside = join(folder, 'setu.lock')
  if (Buffer.byteLength(inside) < 100) return inside
  if (existsSync('/proc/self/fd')) return `/proc/self/fd/${openSync(folder, constants.O_DIRECTORY)}/setu.lock`
  return join(tmpdir(), `setu-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}.lock`)
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer((caller) => caller.destroy())
    server.once('error', () => resolve(null))
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

function answered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect(path)
    caller.once('connect', () => {
      caller.destroy()
      resolve(true)
    })
    caller.once('error', () => resolve(false))
  })
}

/** Runs `work` while no other process runs it for the same folder; `null` when another one does. */
async function alone<Result>(path: string, work: () => Promise<Result>): Promise<Result | null> {
  const turn = `${path}.turn`
  // A turn that its process left behind in a crash is over after a few seconds.
  const left = statSync(turn, { throwIfNoEntry: false })
  if (left && left.mtimeMs < Date.now() - 5000) {
    rmSync(turn, { recursive: true, force: true })
  }
  try {
    mkdirSync(turn)
  } catch {
    return null
  }
  try {
    return await work()
  } finally {
    rmdirSync(turn)
  }
}

/**
 * Takes the folder for this process alone. The embedded database has no lock of its own, and two processes on
 * one folder lose rows that were acknowledged. The lock dies with its process, however that dies.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = socketOf(realpathSync(folder))
  const first = await listen(path)
  const server =
    first ??
    (await alone(path, async () => {
      if (await answered(path)) return null
      rmSync(path, { force: true })
      return listen(path)
    }))
  if (server === null) throw new FolderInUse(folder)
  // Closing takes the socket's file away as well. Taking it away here could take that of whoever comes next.
  return () => void server.close()
}
