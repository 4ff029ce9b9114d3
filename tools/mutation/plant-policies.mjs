import pg from 'pg'
import { changesOf } from './sql-changes.mjs'

/**
 * @typedef {import('./plant.mjs').Mutant & { statements: readonly string[] }} Fault
 * @typedef {{ table: string, name: string, permissive: boolean, roles: readonly string[], qual: string | null, check: string | null }} Policy
 */

const name = (/** @type {string} */ plain) => `"${plain.replaceAll('"', '""')}"`

/** @param {Policy} policy @returns {{ kind: string, from: string, to: string, statements: string[] }[]} */
function faultsOfPolicy({ table, name: policy, permissive, roles, qual, check }) {
  const on = `${name(policy)} on ${name(table)}`
  /** @type {{ kind: string, from: string, to: string, statements: string[] }[]} */
  const faults = []
  const clause = (/** @type {'using' | 'with check'} */ word, /** @type {string | null} */ text) => {
    if (text === null) return
    const wrapped = text.startsWith('(') ? text : `(${text})`
    const put = (
      /** @type {string} */ kind,
      /** @type {string} */ from,
      /** @type {string} */ to,
      /** @type {string} */ whole,
    ) =>
      faults.push({
        kind: `${word}: ${kind}`,
        from,
        to,
        statements: [`alter policy ${on} ${word} (${whole})`],
      })
    for (const { kind, from, to, text: whole } of changesOf(wrapped)) put(kind, from, to, whole)
    if (text !== 'true') put('everything', text, 'true', 'true')
  }
  clause('using', qual)
  clause('with check', check)
  if (permissive && roles.length > 1) {
    for (const role of roles) {
      const others = roles
        .filter((one) => one !== role)
        .map(name)
        .join(', ')
      faults.push({
        kind: 'a role less',
        from: role,
        to: '',
        statements: [`alter policy ${on} to ${others}`],
      })
    }
  }
  faults.push({ kind: 'no policy', from: policy, to: '', statements: [`drop policy ${on}`] })
  return faults
}

/**
 * Every fault that can be planted in the rules of a migrated database: its policies, its functions, the rights of its
 * roles, and the security of its rows as such.
 *
 * @param {string} url
 * @returns {Promise<Fault[]>}
 */
export async function plantPolicies(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const ask = async (/** @type {string} */ text) => (await client.query(text)).rows
  try {
    /** @type {{ file: string, kind: string, from: string, to: string, statements: string[] }[]} */
    const faults = []
    const policies = await ask(`
      select tablename as table, policyname as name, permissive = 'PERMISSIVE' as permissive, roles::text[] as roles, qual, with_check as check
      from pg_policies where schemaname = 'public' order by 1, 2`)
    for (const policy of policies) {
      const file = `${policy.table}: ${policy.name}`
      for (const fault of faultsOfPolicy(policy)) faults.push({ file, ...fault })
    }
    const functions = await ask(`
      select p.oid::regprocedure::text as name, pg_get_functiondef(p.oid) as text, p.prosrc as body
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and p.prokind = 'f' order by 1`)
    for (const { name: file, text, body } of functions) {
      const at = text.indexOf(body)
      if (at === -1) continue
      for (const { kind, from, to, text: whole } of changesOf(body)) {
        const statement = text.slice(0, at) + whole + text.slice(at + body.length)
        faults.push({ file, kind, from, to, statements: [statement] })
      }
      if (/security definer/i.test(text)) {
        const open = `grant execute on function ${file} to public`
        faults.push({ file, kind: 'right', from: '', to: 'anybody may call it', statements: [open] })
      }
    }
    const tables = await ask(`
      select c.relname as table, c.relforcerowsecurity as forced from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity order by 1`)
    for (const { table, forced } of tables) {
      const row = (/** @type {string} */ to) => [`alter table ${name(table)} ${to} row level security`]
      if (forced)
        faults.push({
          file: table,
          kind: 'rows',
          from: 'forced',
          to: 'not forced',
          statements: row('no force'),
        })
      faults.push({ file: table, kind: 'rows', from: 'secured', to: 'open', statements: row('disable') })
    }
    // A right without a policy for it shows and changes nothing, so that only those with one are given.
    const rights = await ask(`
      select distinct t.tablename as table, r.role, c.cmd as right from pg_tables t
      cross join unnest(array['setu_app', 'setu_signin', 'setu_clock', 'setu_notify', 'setu_backup', 'setu_setup', 'setu_jobs', 'setu_sealer', 'setu_survivor']) as r (role)
      cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as c (cmd)
      join pg_policies p on p.schemaname = t.schemaname and p.tablename = t.tablename and p.permissive = 'PERMISSIVE'
        and p.cmd in ('ALL', c.cmd) and (r.role = any (p.roles) or 'public' = any (p.roles))
      where t.schemaname = 'public' and not has_table_privilege(r.role, format('public.%I', t.tablename), c.cmd)
      order by 1, 2, 3`)
    for (const { table, role, right } of rights) {
      const more = [`grant ${right} on ${name(table)} to ${name(role)}`]
      faults.push({ file: table, kind: 'right', from: role, to: right.toLowerCase(), statements: more })
    }
    return faults.map((fault, at) => {
      const { file, kind, from, to, statements } = fault
      return {
        id: String(at),
        line: 0,
        key: `${file}|${kind}|${from}|${to}|${at}`,
        file,
        kind,
        from,
        to,
        statements,
      }
    })
  } finally {
    await client.end()
  }
}
