import { randomUUID } from 'node:crypto'
import { setUp } from '../src/directory/index.ts'
import { type Engine, migrate, nodeKeyFrom, pgliteEngine, postgresEngine } from '../src/platform/index.ts'
import { remind } from '../src/platform/jobs/remind.ts'

/**
 * A process of its own that does one thing with a database and, when it is told to, dies like a pulled plug at a
 * certain statement: `fill` it, or `remind` of what is due. It says first how it found the database.
 */
const [where = '', act = '', dieAt = '0'] = process.argv.slice(2)

const engine = where.startsWith('postgresql:')
  ? postgresEngine(where, { connections: 1 })
  : await pgliteEngine(where)

async function script(text: string): Promise<Record<string, unknown>[]> {
  const connection = await engine.connect()
  const rows = await connection.script(text)
  connection.release(false)
  return rows
}

async function fill(): Promise<void> {
  await migrate(engine)
  const [org, unit, worker, supervisor] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const node = {
    name: 'test',
    engine,
    nodeKey: nodeKeyFrom(new Uint8Array(32)),
    clock: () => new Date(),
    demo: false,
    version: 'test',
    passwordCost: { memory: 64, passes: 1, parallelism: 1 },
  }
  const person = { org, postEn: '', postBn: '', language: 'bn', password: null } as const
  await setUp(node, {
    organisations: [{ id: org, nameEn: 'ngo', nameBn: 'সংস্থা', type: 'ngo' }],
    units: [{ org, id: unit, nameEn: 'unit', nameBn: 'ইউনিট' }],
    accounts: [
      {
        ...person,
        id: worker,
        signInName: 'asha',
        name: 'asha',
        roles: ['caseworker'],
        units: [{ id: unit, supervises: false, focal: true }],
      },
      {
        ...person,
        id: supervisor,
        signInName: 'farida',
        name: 'farida',
        roles: ['supervisor'],
        units: [{ id: unit, supervises: true, focal: false }],
      },
    ],
  })
  const row = (due: string) =>
    `('${org}', '${randomUUID()}', 'safetyCheck', 'test', now() - interval '9 days', now() + interval '${due}', '${org}', '${unit}', '${worker}')`
  await script(`insert into due_item (org_id, id, kind, rule_version, began_at, due_at, holder_org, unit_id, account_id)
    values ${row('2 hours')}, ${row('-1 hour')}, ${row('-3 days')}, ${row('4 days')}`)
}

/** The engine, but the process is gone before its nth statement reaches the database. */
function dyingAt(statement: number): Engine {
  let said = 0
  const count = (): void => {
    said += 1
    if (said === statement) process.kill(process.pid, 'SIGKILL')
  }
  return {
    ...engine,
    connect: async () => {
      const connection = await engine.connect()
      return {
        ...connection,
        query: (text, values) => {
          count()
          return connection.query(text, values)
        },
        script: (text) => {
          count()
          return connection.script(text)
        },
      }
    },
  }
}

async function look(): Promise<void> {
  const rows = await script(`
    select (due_at > now())::int::text || ':' || (select count(*) from notice n where n.about ->> 'due' = d.id::text and n.kind <> 'escalated')
      || ':' || (reminded_at is not null)::int
      || ':' || (select count(*) from notice n where n.about ->> 'due' = d.id::text and n.kind = 'escalated')
      || ':' || (escalated_at is not null)::int as said
    from due_item d order by due_at`)
  process.stdout.write(`${JSON.stringify(rows.map(({ said }) => said))}\n`)
}

if (act === 'fill') await fill()
await look()
if (act === 'remind') await remind(dyingAt(Number(dieAt)), () => new Date())
await engine.close()
process.exit(0)
