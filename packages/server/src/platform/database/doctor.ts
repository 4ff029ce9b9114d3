import type { BreachKind } from './breach-words.ts'
import { definerFunctions } from './definers-table.ts'
import type { Connection, Engine } from './engine.ts'

/** The roles that Setu works under; each is made by the migrations and signs in nowhere. */
const workingRoles = [
  'setu_app',
  'setu_signin',
  'setu_clock',
  'setu_notify',
  'setu_backup',
  'setu_setup',
  'setu_jobs',
  'setu_sealer',
  'setu_survivor',
] as const
/** Those that the sign-in of a serving node may take on: a backup is taken under a sign-in of its own. */
export const servingRoles = workingRoles.filter((role) => role !== 'setu_backup')
const platformRoles = ['setu_owner', 'setu_definer', ...workingRoles] as const

/** The least releases whose row-level security is known to hold (CVE-2025-8713 and older). */
const leastRelease: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6, 18: 0 }

/** One thing that keeps a database from being served, and where it is. */
export interface Breach {
  readonly kind: BreachKind
  readonly where: string
}

interface Check {
  readonly kind: BreachKind
  readonly sql: string
}

function list(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ')
}

/** Rights are read from the catalogue itself: the information schema hides those of roles that one is not in. */
const tableRights = `(select c.relname, coalesce(r.rolname, 'public') as grantee, a.privilege_type
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  cross join lateral (
    select grantee, privilege_type from aclexplode(c.relacl)
    union all
    select x.grantee, x.privilege_type from pg_attribute t cross join lateral aclexplode(t.attacl) x where t.attrelid = c.oid
  ) a
  left join pg_roles r on r.oid = a.grantee
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f') and a.grantee <> c.relowner)`

const definers = `pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where n.nspname not in ('pg_catalog', 'information_schema', 'pgboss') and p.prosecdef`

const checks: readonly Check[] = [
  {
    kind: 'open-table',
    sql: `select c.relname as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and (c.relkind = 'f' or c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity))`,
  },
  {
    kind: 'open-view',
    sql: `select c.relname as at from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and (c.relkind = 'm' or (c.relkind = 'v'
        and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)))`,
  },
  {
    kind: 'policy-for-everyone',
    sql: `select tablename || ': ' || policyname as at from pg_policies where schemaname = 'public' and 'public' = any (roles)`,
  },
  {
    kind: 'definer-search-path',
    sql: `select p.proname as at from ${definers}
      and not exists (select 1 from unnest(p.proconfig) c where c ~ '^search_path=pg_catalog(, public)?, pg_temp$')`,
  },
  {
    kind: 'definer-for-everyone',
    sql: `select p.proname as at from ${definers} and (p.proacl is null
        or exists (select 1 from aclexplode(p.proacl) a where a.grantee = 0))`,
  },
  {
    kind: 'definer-owner',
    sql: `select p.proname as at from ${definers} and p.proowner <> 'setu_definer'::regrole`,
  },
  {
    kind: 'definer-unlisted',
    sql: `select p.proname as at from ${definers} and p.proname not in (${list(definerFunctions)})`,
  },
  {
    kind: 'working-owner',
    sql: `select c.relname as at from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
      where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and r.rolname in (${list(['setu_definer', ...workingRoles])})`,
  },
  {
    kind: 'role-strength',
    sql: `select rolname as at from pg_roles where rolname in (${list(platformRoles)})
      and (rolsuper or rolbypassrls or rolcanlogin or rolinherit or rolcreaterole)`,
  },
  {
    kind: 'role-in-role',
    sql: `select r.rolname || ' in ' || o.rolname as at from pg_auth_members m join pg_roles r on r.oid = m.member
      join pg_roles o on o.oid = m.roleid where r.rolname in (${list(platformRoles)})`,
  },
  {
    kind: 'right-too-many',
    sql: `select relname || ': ' || privilege_type || ' to ' || grantee as at from ${tableRights} g
      where grantee = 'public' or (grantee in (${list(platformRoles)}) and grantee <> 'setu_owner'
        and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))`,
  },
  {
    kind: 'log-changeable',
    sql: `select relname || ': ' || privilege_type || ' to ' || grantee as at from ${tableRights} g
      where relname in ('audit_event', 'audit_item', 'tombstone') and grantee in (${list(platformRoles)}) and grantee <> 'setu_owner'
        and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        and not (grantee = 'setu_definer' and privilege_type = 'DELETE' and relname <> 'tombstone')`,
  },
  {
    kind: 'schema-beside',
    sql: `select n.nspname || ': ' || r.rolname as at from pg_namespace n cross join pg_roles r
      where r.rolname in (${list(platformRoles)}) and n.nspname not in ('public', 'pg_catalog', 'information_schema')
        and n.nspname !~ '^pg_(toast|temp)' and has_schema_privilege(r.oid, n.oid, 'USAGE')
        and not (n.nspname = 'pgboss' and r.rolname = 'setu_jobs')`,
  },
]

async function asked(connection: Connection, { kind, sql }: Check): Promise<Breach[]> {
  const { rows } = await connection.query(sql, [])
  return rows.map((row) => ({ kind, where: String(row['at']) }))
}

/** Whether a server's release is one whose row-level security is known to hold, by its `server_version_num`. */
export function releaseBreach(version: number): Breach[] {
  const major = Math.trunc(version / 10_000)
  const least = leastRelease[major]
  if (least !== undefined && version % 10_000 >= least) return []
  return [{ kind: 'old-release', where: `${major}.${version % 10_000}` }]
}

async function signInBreaches(connection: Connection): Promise<Breach[]> {
  const { rows } = await connection.query(
    `select r.rolsuper as super, r.rolbypassrls as bypass, r.rolinherit as inherit, r.rolcreaterole as makes,
       (select string_agg(o.rolname, ', ' order by o.rolname) from pg_roles o
         where o.oid <> r.oid and o.rolname not in (${list(servingRoles)}) and pg_has_role(r.oid, o.oid, 'MEMBER')) as beyond
     from pg_roles r where r.rolname = session_user`,
    [],
  )
  const [row] = rows
  if (!row || row['super'] === true || row['bypass'] === true)
    return [{ kind: 'sign-in-bypasses', where: 'DATABASE_URL' }]
  const found: Breach[] = []
  if (row['inherit'] === true) found.push({ kind: 'sign-in-inherits', where: 'DATABASE_URL' })
  if (row['makes'] === true) found.push({ kind: 'sign-in-beyond', where: 'DATABASE_URL: createrole' })
  const beyond = row['beyond']
  if (typeof beyond === 'string') found.push({ kind: 'sign-in-beyond', where: `DATABASE_URL: ${beyond}` })
  return found
}

async function serverBreaches(connection: Connection, lenient: boolean): Promise<Breach[]> {
  const { rows } = await connection.query(
    `select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync,
       current_setting('data_checksums') as checksums`,
    [],
  )
  const found = releaseBreach(Number(rows[0]?.['version']))
  if (!lenient && rows[0]?.['fsync'] !== 'on') found.push({ kind: 'no-fsync', where: 'fsync' })
  if (!lenient && rows[0]?.['checksums'] !== 'on')
    found.push({ kind: 'no-checksums', where: 'data_checksums' })
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
    if (engine.kind === 'postgres') {
      found.push(
        ...(await signInBreaches(connection)),
        ...(await serverBreaches(connection, options.lenient)),
      )
    }
    spoilt = false
    return found
  } finally {
    connection.release(spoilt)
  }
}
