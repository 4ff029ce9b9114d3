import {
  columnName,
  columnsOf,
  fieldsOf,
  mostMoney,
  type RecordType,
  recordTypes,
  sealedFields,
} from '@setu/records'
import { codesOf } from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rowsOf } from '../../../test/client.ts'
import { type Opened, openNode } from '../../../test/world.ts'
import { examine } from './doctor.ts'

/** Columns that the platform adds to a record's table; a column that is neither here nor declared fails by name. */
const beside: Readonly<Record<string, readonly string[]>> = {
  organisation: ['owns_cases', 'work'],
  case_note: ['part', 'account_id', 'recorded_at'],
  rights_notice: ['account_id', 'recorded_at'],
  consent: ['account_id', 'recorded_at', 'withdrawn_at', 'guardian_id'],
  referral: ['work', 'purpose', 'sent_at', 'answered_at', 'ended_at', 'worker_account', 'sender_account'],
  case_document: ['part', 'account_id', 'recorded_at', 'media_type', 'pages', 'bytes'],
  case_task: ['made_by', 'recorded_at', 'about_unit'],
  non_punishment_claim: ['accused_mark'],
}

/**
 * Columns in clear that share a name with something sealed elsewhere, each for a reason: names of staff, offices
 * and filters, states of files and referrals, the country of an event and an organisation's own line.
 */
const sameNameInClear: readonly string[] = [
  'access_days.name',
  'account.name',
  'case_erasure.state',
  'breach.state',
  'complaint.state',
  'case_file.state',
  'case_transfer.state',
  'command_done.name',
  'consent.state',
  'emergency_access.state',
  'identification.state',
  'kept_consent.state',
  'network_node.country',
  'log_checkpoint.note',
  'log_witness.name',
  'log_witness.note',
  'migration.name',
  'node_fact.name',
  'organisation.phone',
  'record_state.state',
  'reminder_text.state',
  'referral.state',
  'saved_filter.name',
  'screening.state',
  'tip.state',
  'trafficking_event.country',
]

interface Kept {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly checks: string
}

const spelling: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone' }

async function columnsOfTable(opened: Opened, table: string): Promise<Kept[]> {
  const rows = await rowsOf(
    opened.owner,
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
       coalesce((select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
         where k.conrelid = a.attrelid and k.contype = 'c' and a.attnum = any (k.conkey)), '') as checks
     from pg_attribute a where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
     order by a.attnum`,
    [`public.${table}`],
  )
  return rows.map((row) => ({
    name: String(row['name']),
    type: String(row['type']),
    nullable: row['nullable'] === true,
    checks: String(row['checks']),
  }))
}

/** What the declaration bounds must be bounded by the column: lengths and numbers, and codes by their shape. */
function missingBounds(record: RecordType, kept: ReadonlyMap<string, Kept>): string[] {
  return fieldsOf(record).flatMap(([key, field]) => {
    if (field.reach === 'sealed') return []
    const checks = kept.get(columnName(key))?.checks ?? ''
    const wanted =
      field.kind === 'text'
        ? [`length(${columnName(key)}) <= ${field.most}`]
        : field.kind === 'number'
          ? [`>= ${field.least}`, `<= ${field.most}`]
          : field.kind === 'money'
            ? ['>= 0', `<= '${mostMoney}'::bigint`]
            : field.kind === 'code'
              ? [`${columnName(key)} ~ '`]
              : []
    return wanted
      .filter((bound) => !checks.includes(bound))
      .map((bound) => `${record.table}.${columnName(key)}: ${bound}`)
  })
}

const statesInClear = recordTypes.flatMap(({ table, states }) =>
  states === undefined ? [] : [`${table}.state`],
)

/** A record goes through no state but those that are declared. */
function missingStates({ table, states }: RecordType, kept: ReadonlyMap<string, Kept>): string[] {
  if (states === undefined) return []
  const told = [...(kept.get('state')?.checks ?? '').matchAll(/'(\w+)'::text/g)].map(
    ([, state]) => state ?? '',
  )
  return told.toSorted().join() === codesOf(states.list).toSorted().join()
    ? []
    : [`${table}.state: ${told.join()}`]
}

describe.each(['pglite', 'postgres'] as const)('the tables on %s', (kind) => {
  let opened: Opened
  beforeAll(async () => {
    opened = await openNode(kind)
  })
  afterAll(() => opened.close())

  test.each(recordTypes.map((record) => [record.table, record] as const))(
    '%s keeps what is declared, as declared, and nothing else',
    async (table, record) => {
      const kept = new Map((await columnsOfTable(opened, table)).map((column) => [column.name, column]))
      const declared = columnsOf(record)
      expect([...kept.keys()].toSorted()).toEqual(
        [...declared.map(({ name }) => name), ...(beside[table] ?? [])].toSorted(),
      )
      for (const { name, type, nullable } of declared) {
        const column = kept.get(name)
        expect({ name, type: column?.type, nullable: column?.nullable }).toEqual({
          name,
          type: spelling[type] ?? type,
          nullable,
        })
      }
      expect([...missingBounds(record, kept), ...missingStates(record, kept)]).toEqual([])
    },
  )

  test.each(recordTypes.map((record) => [record.table, record] as const))(
    '%s is read and added to by policy only',
    async (table) => {
      const rows = await rowsOf(
        opened.owner,
        `select cmd, qual, with_check from pg_policies where schemaname = 'public' and tablename = $1
           and 'setu_app' = any (roles)`,
        [table],
      )
      const commands = new Set(rows.map((row) => String(row['cmd'])))
      expect(commands.has('ALL') || commands.has('SELECT'), `${table}: a policy for reading`).toBe(true)
      expect(commands.has('ALL') || commands.has('INSERT'), `${table}: a policy for adding`).toBe(true)
      const open = rows.filter((row) => row['qual'] === 'true' || row['with_check'] === 'true')
      expect(open, `${table}: a policy that lets everything through`).toEqual([])
    },
  )

  test('every table forces its policies and belongs to the one owner', async () => {
    const rows = await rowsOf(
      opened.owner,
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_roles r on r.oid = c.relowner
       where n.nspname = 'public' and c.relkind in ('r', 'p')
         and not (c.relrowsecurity and c.relforcerowsecurity and (r.rolname = 'setu_owner' or c.relname = 'migration'))`,
    )
    expect(rows).toEqual([])
  })

  test('nothing of ours stands in a schema of the database itself', async () => {
    const strays = await rowsOf(
      opened.owner,
      `select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('pg_catalog', 'information_schema') and p.oid >= 16384`,
    )
    expect(strays).toEqual([])
  })

  test('no function that looks behind the policies can be led to a temporary table', async () => {
    const rows = await rowsOf(
      opened.owner,
      `select p.proname as name, array_to_string(p.proconfig, '; ') as set from pg_proc p
         join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef`,
    )
    expect(rows.length).toBeGreaterThan(30)
    expect(rows.filter(({ set }) => set !== 'search_path=pg_catalog, public, pg_temp')).toEqual([])
  })

  test('what is sealed is bytes, and has no twin in clear', async () => {
    const sealed = new Set(recordTypes.flatMap((record) => sealedFields(record).map(columnName)))
    const rows = await rowsOf(
      opened.owner,
      `select c.relname || '.' || a.attname as at, a.attname as name, format_type(a.atttypid, null) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`,
    )
    const clear = rows
      .filter((row) => sealed.has(String(row['name'])) && row['type'] !== 'bytea')
      .map((row) => String(row['at']))
    expect(clear.filter((at) => ![...sameNameInClear, ...statesInClear].includes(at))).toEqual([])
  })

  test('the doctor finds nothing wrong with it', async () => {
    expect(await examine(opened.node.engine, { lenient: true })).toEqual([])
  })
})
