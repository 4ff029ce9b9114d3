import type { Connection, Engine } from './engine.ts'

/** The functions that may look behind the policies: reviewed, named here, and nothing else of their kind. */
export const definerFunctions: readonly string[] = [
  'account_sessions_end',
  'actor_account',
  'actor_cases',
  'actor_conflicts',
  'actor_has',
  'actor_named',
  'actor_org',
  'actor_session',
  'actor_supervised',
  'actor_units',
  'case_is_new',
  'case_may',
  'case_relation',
  'consent_lives',
  'may_own_cases',
  'node_is_empty',
  'office_counts',
  'referral_received',
  'session_end',
  'session_list',
  'session_open',
  'session_seen',
  'sign_in_failed',
  'sign_in_failures',
  'sign_in_find',
  'transfer_received',
  'transfer_take',
  'work_of',
]

/** The least releases whose row-level security is known to hold (CVE-2025-8713 and older). */
const leastRelease: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6, 18: 0 }

interface Breach {
  readonly what: string
  readonly where: string
}

interface Check {
  readonly what: string
  readonly sql: string
}

const checks: readonly Check[] = [
  {
    what: 'table without forced row-level security',
    sql: `select c.relname as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    what: 'view that does not ask as its reader',
    sql: `select c.relname as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and (c.relkind = 'm' or (c.relkind = 'v'
        and not coalesce('security_invoker=true' = any (c.reloptions), false)))`,
  },
  {
    what: 'function that looks behind the policies without a fixed search path',
    sql: `select p.proname as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef
        and not exists (select 1 from unnest(p.proconfig) c where c like 'search_path=pg_catalog, %')`,
  },
  {
    what: 'function of the definer kind that everyone may call',
    sql: `select p.proname as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prosecdef and (p.proacl is null
        or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))`,
  },
  {
    what: 'role of the platform that bypasses row-level security, signs in or inherits',
    sql: `select rolname as at from pg_roles where rolname like 'setu\\_%' and rolname <> 'setu_login'
      and (rolsuper or rolbypassrls or rolcanlogin or rolinherit)`,
  },
  {
    what: 'right that no role of the platform may have',
    sql: `select g.table_name || ': ' || g.privilege_type as at from information_schema.role_table_grants g
      where g.table_schema = 'public' and g.grantee like 'setu\\_%' and g.grantee <> 'setu_owner'
        and g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`,
  },
  {
    what: 'log that could be changed',
    sql: `select g.table_name || ': ' || g.privilege_type || ' to ' || g.grantee as at
      from information_schema.role_table_grants g
      where g.table_name in ('audit_event', 'audit_item') and g.grantee like 'setu\\_%' and g.grantee <> 'setu_owner'
        and g.privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
  },
]

async function asked(connection: Connection, { what, sql }: Check): Promise<Breach[]> {
  const { rows } = await connection.query(sql, [])
  return rows.map((row) => ({ what, where: String(row['at']) }))
}

async function unlistedFunctions(connection: Connection): Promise<Breach[]> {
  const { rows } = await connection.query(
    `select p.proname as at from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.prosecdef`,
    [],
  )
  return rows
    .map((row) => String(row['at']))
    .filter((name) => !definerFunctions.includes(name))
    .map((where) => ({ what: 'function that looks behind the policies and is not on the list', where }))
}

async function serverBreaches(connection: Connection, lenient: boolean): Promise<Breach[]> {
  const { rows } = await connection.query(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
       current_setting('data_checksums') as checksums, r.rolsuper as super, r.rolbypassrls as bypass, r.rolinherit as inherit
     from pg_roles r where r.rolname = session_user`,
    [],
  )
  const [row] = rows
  if (!row) return [{ what: 'database that does not say who is signed in', where: 'session_user' }]
  const version = Number(row['version'])
  const major = Math.trunc(version / 10_000)
  const least = leastRelease[major]
  const found: Breach[] = []
  if (least === undefined || version % 10_000 < least) {
    found.push({ what: 'PostgreSQL release that is not supported', where: `${major}.${version % 10_000}` })
  }
  if (row['super'] === true || row['bypass'] === true) {
    found.push({ what: 'sign-in that bypasses row-level security', where: 'DATABASE_URL' })
  }
  if (row['inherit'] === true) found.push({ what: 'sign-in that inherits its roles (make it NOINHERIT)', where: 'DATABASE_URL' })
  if (!lenient && row['fsync'] !== 'on') found.push({ what: 'database that does not write through (fsync)', where: 'fsync' })
  if (!lenient && row['checksums'] !== 'on') found.push({ what: 'database without data checksums', where: 'data_checksums' })
  return found
}

/**
 * What is wrong with a database before anyone is served from it; an empty list is health. The embedded engine
 * is always signed in as its superuser and never writes through, which the banner says; the rest holds there too.
 * `lenient` leaves durability out, for throw-away servers of tests.
 */
export async function examine(engine: Engine, options: { readonly lenient: boolean }): Promise<Breach[]> {
  const connection = await engine.connect()
  let spoilt = true
  try {
    const found: Breach[] = []
    for (const check of checks) found.push(...(await asked(connection, check)))
    found.push(...(await unlistedFunctions(connection)))
    if (engine.kind === 'postgres') found.push(...(await serverBreaches(connection, options.lenient)))
    spoilt = false
    return found
  } finally {
    connection.release(spoilt)
  }
}
