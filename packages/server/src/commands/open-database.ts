import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  DatabaseRefusal,
  type Engine,
  type Environment,
  FolderInUse,
  lockFolder,
  pgliteEngine,
  postgresEngine,
  readSettings,
  type Settings,
} from '../platform/index.ts'
import { CommandRefused, refuse } from './refuse.ts'

/** The settings of a command; it stops when a variable cannot be used, and names it. */
export function settingsOf(env: Environment): Settings {
  const { settings, faults } = readSettings(env)
  if (faults.length === 0) return settings
  throw new CommandRefused(
    faults.map(({ variable, en, bn }) => ({ en: `${variable} ${en}`, bn: `${variable}: ${bn}` })),
    2,
  )
}

/** A database that a command holds, with the engine that the job runner uses beside it. */
export interface OpenDatabase {
  readonly engine: Engine
  readonly jobs: Engine
  close(): Promise<void>
}

/** The embedded database lies in a folder of its own, beside the lock that keeps other processes out. */
function embeddedFolder(settings: Settings): string {
  return join(settings.dataFolder, 'database')
}

async function lock(settings: Settings): Promise<() => void> {
  try {
    return await lockFolder(settings.dataFolder)
  } catch (error) {
    if (error instanceof FolderInUse) {
      refuse(
        `another Setu process is using ${settings.dataFolder} (SETU_DATA); stop it first`,
        `অন্য একটি সেতু প্রক্রিয়া ${settings.dataFolder} (SETU_DATA) ব্যবহার করছে; আগে সেটি থামান`,
        3,
      )
    }
    return refuse(
      `the data folder ${settings.dataFolder} (SETU_DATA) cannot be used`,
      `তথ্য-ফোল্ডার ${settings.dataFolder} (SETU_DATA) ব্যবহার করা যাচ্ছে না`,
    )
  }
}

async function openEmbedded(settings: Settings): Promise<OpenDatabase> {
  const unlock = await lock(settings)
  try {
    const engine = await pgliteEngine(embeddedFolder(settings))
    return {
      engine,
      jobs: engine,
      close: async () => {
        await engine.close()
        unlock()
      },
    }
  } catch {
    unlock()
    return refuse(
      `the embedded database in ${settings.dataFolder} (SETU_DATA) cannot be opened; restore a backup into a new folder`,
      `${settings.dataFolder} (SETU_DATA)-এর ডেটাবেস খোলা যাচ্ছে না; নতুন ফোল্ডারে একটি ব্যাকআপ ফিরিয়ে আনুন`,
    )
  }
}

/** Tries an address before anything else is done with it; its value, which holds a password, is never said. */
export async function openPostgres(
  variable: string,
  url: string,
  options: { readonly connections: number; readonly role?: 'setu_jobs'; readonly folder?: string },
): Promise<Engine> {
  const engine = postgresEngine(url, options)
  try {
    const connection = await engine.connect()
    connection.release(false)
    return engine
  } catch (error) {
    await engine.close()
    const why = error instanceof DatabaseRefusal ? ` (${error.sqlState})` : codeOf(error)
    return refuse(`${variable}: the database does not answer${why}`, `${variable}: ডেটাবেস সাড়া দিচ্ছে না${why}`)
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? ` (${String(error.code)})` : ''
}

async function openServer(url: string, folder: string | null): Promise<OpenDatabase> {
  const placed = folder === null ? {} : { folder }
  const engine = await openPostgres('DATABASE_URL', url, { connections: 10, ...placed })
  const jobs = postgresEngine(url, { connections: 2, role: 'setu_jobs' })
  return {
    engine,
    jobs,
    close: async () => {
      await jobs.close()
      await engine.close()
    },
  }
}

/** Opens the database that the settings name: PostgreSQL, or else the embedded one under a lock of our own. */
export function openDatabase(settings: Settings): Promise<OpenDatabase> {
  return settings.databaseUrl === null
    ? openEmbedded(settings)
    : openServer(settings.databaseUrl, settings.databaseFolder)
}

/** Takes an embedded database away that cannot be used, with all that is in it. Only ever a demonstration. */
export function removeEmbedded(settings: Settings): void {
  rmSync(embeddedFolder(settings), { recursive: true, force: true })
}
