import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Environment, Stop } from './words.ts'

/** Who is signed in where: the node, and the cookie that it gave. */
export interface KeptSession {
  readonly node: string
  readonly cookie: string
}

function fileIn(env: Environment): string {
  return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'setu', 'session.json')
}

/** The session kept on this machine, if there is one. A file that others may read is not trusted. */
export function readSession(env: Environment): KeptSession | null {
  const file = fileIn(env)
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) return null
  if ((found.mode & 0o077) !== 0) {
    throw new Stop('signIn', {
      en: `${file} may be read by others; remove it and sign in again`,
      bn: `${file} অন্যরাও পড়তে পারে; ফাইলটি মুছে আবার প্রবেশ করুন`,
    })
  }
  return parseSession(readFileSync(file, 'utf8'))
}

function parseSession(text: string): KeptSession | null {
  try {
    const { node, cookie } = JSON.parse(text) as Partial<Record<keyof KeptSession, unknown>>
    return typeof node === 'string' && typeof cookie === 'string' ? { node, cookie } : null
  } catch {
    return null
  }
}

/** Keeps a session for this user of this machine alone. */
export function keepSession(env: Environment, session: KeptSession): void {
  const file = fileIn(env)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const half = `${file}.${process.pid}`
  writeFileSync(half, `${JSON.stringify(session)}\n`, { mode: 0o600, flag: 'wx' })
  renameSync(half, file)
}

export function forgetSession(env: Environment): void {
  rmSync(fileIn(env), { force: true })
}
