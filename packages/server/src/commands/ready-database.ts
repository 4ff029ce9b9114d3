import {
  DatabaseRefusal,
  type Engine,
  ForeignMigration,
  type MigrationState,
  migrate,
  migrationState,
  type Settings,
} from '../platform/index.ts'
import { keepFact, type Looking, readFact } from './facts.ts'
import { type OpenDatabase, openDatabase, openPostgres, removeEmbedded } from './open-database.ts'
import { refuse } from './refuse.ts'

/** What an embedded database holds before it is touched. */
type Holding = 'nothing' | 'demonstration' | 'half a demonstration' | 'an installation'

async function holdingOf(engine: Engine): Promise<Holding> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    const [made] = await connection.script(
      "select to_regclass('public.node_fact') is not null and to_regclass('public.account') is not null as yes",
    )
    if (made?.['yes'] !== true) {
      spoilt = false
      return 'nothing'
    }
    const facts = await connection.script(`
      select (select value from node_fact where name = 'demo') as demo,
        (select value from node_fact where name = 'demoLoaded') as loaded, exists (select 1 from account) as inhabited`)
    spoilt = false
    const { demo = null, loaded = null, inhabited } = facts[0] ?? {}
    if (demo === true) return loaded === true ? 'demonstration' : 'half a demonstration'
    return demo === false || inhabited === true ? 'an installation' : 'nothing'
  } finally {
    connection.release(spoilt)
  }
}

function otherVersion(): never {
  return refuse(
    'this database was made by another version of Setu, whose migrations differ; use that version, or restore its backup into a new database',
    'এই ডেটাবেস সেতুর অন্য সংস্করণে তৈরি; সেই সংস্করণ ব্যবহার করুন, অথবা তার ব্যাকআপ নতুন ডেটাবেসে ফিরিয়ে আনুন',
  )
}

/** Opens an empty embedded database in the place of one that cannot be used. Only a demonstration is made anew. */
async function startOver(settings: Settings, opened: OpenDatabase): Promise<OpenDatabase> {
  await opened.close()
  removeEmbedded(settings)
  const fresh = await openDatabase(settings)
  await migrate(fresh.engine)
  return fresh
}

async function migrateEmbedded(
  settings: Settings,
  opened: OpenDatabase,
  holding: Holding,
): Promise<OpenDatabase> {
  try {
    await migrate(opened.engine)
    return opened
  } catch (error) {
    if (!(error instanceof ForeignMigration)) throw error
    return holding === 'demonstration' ? startOver(settings, opened) : otherVersion()
  }
}

/** An open, migrated database, and whether it is the demonstration's. */
export interface ReadyDatabase extends OpenDatabase {
  readonly demo: boolean
}

async function readyEmbedded(settings: Settings, empty: boolean): Promise<ReadyDatabase> {
  const opened = await openDatabase(settings)
  let ready = opened
  try {
    const holding = await holdingOf(opened.engine)
    const demonstration = holding === 'demonstration' || holding === 'half a demonstration'
    if (empty && demonstration) {
      refuse(
        `${settings.dataFolder} (SETU_DATA) holds the demonstration; name another folder for a real installation`,
        `${settings.dataFolder} (SETU_DATA)-এ প্রদর্শনী আছে; আসল কাজের জন্য অন্য ফোল্ডার দিন`,
      )
    }
    ready =
      holding === 'half a demonstration'
        ? await startOver(settings, opened)
        : await migrateEmbedded(settings, opened, holding)
    const demo = await keepFact(ready.engine, 'demo', demonstration || (holding === 'nothing' && !empty))
    return { ...ready, demo: demo === true }
  } catch (error) {
    await ready.close()
    throw error
  }
}

/** Only a superuser may make the roles, the policies and the functions that they rest on. */
export async function refuseWeak(owner: Engine, variable: string): Promise<void> {
  const connection = await owner.connect()
  const [row] = await connection.script(
    'select rolsuper as strong from pg_roles where rolname = current_user',
  )
  connection.release(false)
  if (row?.['strong'] === true) return
  refuse(
    `${variable}: this sign-in may not make roles and policies; a superuser is needed`,
    `${variable}: এই সংযোগ ভূমিকা ও নীতি তৈরি করতে পারে না; superuser দরকার`,
  )
}

/** The roles, tables and rights come from someone who may make roles; nobody is ever served under that sign-in. */
export async function migrateAsOwner(ownerUrl: string, variable: string): Promise<string[]> {
  const owner = await openPostgres(variable, ownerUrl, { connections: 1 })
  try {
    await refuseWeak(owner, variable)
    return await migrate(owner)
  } catch (error) {
    if (error instanceof ForeignMigration) otherVersion()
    throw error
  } finally {
    await owner.close()
  }
}

/** How a database on a server stands; `null` when it was never prepared, or not for this sign-in. */
export async function shapeOf(engine: Engine, role: Looking = 'setu_setup'): Promise<MigrationState | null> {
  try {
    return await migrationState(engine, role)
  } catch (error) {
    if (error instanceof DatabaseRefusal && ['22023', '42501', '42P01', '42704'].includes(error.sqlState))
      return null
    throw error
  }
}

/** Refuses a database that is not at the shape of this release. */
export async function refuseUnready(
  engine: Engine,
  role: Looking = 'setu_setup',
  variable = 'DATABASE_URL',
): Promise<void> {
  const state = await shapeOf(engine, role)
  if (state !== null && state.foreign.length > 0) otherVersion()
  if (state !== null && state.missing.length === 0) return
  if (engine.kind === 'pglite')
    refuse(
      'SETU_DATA: nothing has been started in this folder yet',
      'SETU_DATA: এই ফোল্ডারে এখনো কিছু শুরু করা হয়নি',
    )
  refuse(
    `${variable}: this database is not prepared for this version; run \`setu prepare\``,
    `${variable}: এই ডেটাবেস এই সংস্করণের জন্য প্রস্তুত নয়; \`setu prepare\` চালান`,
  )
}

async function readyServer(settings: Settings): Promise<ReadyDatabase> {
  if (settings.ownerUrl !== null) await migrateAsOwner(settings.ownerUrl, 'DATABASE_OWNER_URL')
  const opened = await openDatabase(settings)
  try {
    await refuseUnready(opened.engine)
    if ((await readFact(opened.engine, 'demo')) === true) {
      refuse(
        'DATABASE_URL: this database holds the demonstration, which is never served for real work',
        'DATABASE_URL: এই ডেটাবেসে প্রদর্শনী আছে; আসল কাজে এটি চালানো হয় না',
      )
    }
    await keepFact(opened.engine, 'demo', false)
    return { ...opened, demo: false }
  } catch (error) {
    await opened.close()
    throw error
  }
}

/** Opens the database and brings it to the present shape; only an embedded one can be the demonstration. */
export function readyDatabase(
  settings: Settings,
  options: { readonly empty: boolean },
): Promise<ReadyDatabase> {
  return settings.databaseUrl === null ? readyEmbedded(settings, options.empty) : readyServer(settings)
}
