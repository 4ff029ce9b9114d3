import { randomUUID } from 'node:crypto'
import { accountAdd, type FirstRun } from '@setu/records/api'
import { isCode, organisationTypes } from '@setu/vocabulary'
import { sql } from 'kysely'
import {
  type Db,
  inTransaction,
  logVisit,
  made,
  type Node,
  Problem,
  type Reply,
  type Visit,
  weakPassword,
} from '../../platform/index.ts'
import { type Beginning, fillDirectory } from '../setup.ts'

/** Two people who press the button at once take turns; the second finds the node in use. */
async function needEmpty(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7304)`.execute(db)
  const { rows } = await sql<{ empty: boolean }>`select node_is_empty() as empty`.execute(db)
  if (rows[0]?.empty !== true) throw new Problem('node-in-use')
}

async function checkFirst({ organisation, account }: FirstRun): Promise<void> {
  const fields = [
    ...(isCode(organisationTypes, organisation.type)
      ? []
      : [{ field: 'organisation.type', problem: 'unknown' }]),
    ...(accountAdd.shape.signInName.safeParse(account.signInName).success
      ? []
      : [{ field: 'account.signInName', problem: 'invalid_format' }]),
  ]
  if (fields.length > 0) throw new Problem('bad-request', { fields })
  if (await weakPassword(account.password, [account.signInName, account.name]))
    throw new Problem('password-weak')
}

function beginningWith({
  organisation,
  unit,
  account,
}: FirstRun): Beginning & { readonly org: string; readonly person: string } {
  const [org, unitId, person] = [randomUUID(), randomUUID(), randomUUID()]
  return {
    org,
    person,
    organisations: [{ id: org, ...organisation }],
    units: [{ org, id: unitId, ...unit }],
    accounts: [
      {
        org,
        id: person,
        ...account,
        postEn: 'Administrator',
        postBn: 'প্রশাসক',
        language: 'bn',
        roles: ['technicalAdministrator', 'supervisor'],
        units: [{ id: unitId, supervises: true, focal: true }],
      },
    ],
  }
}

/**
 * Begins a real installation: the first organisation, its first unit, and one person who administers it and
 * supervises the unit until there are others. It works once; a node that anyone has an account on refuses.
 */
export async function beginNode(visit: Visit, given: FirstRun): Promise<Reply<{ readonly ok: true }>> {
  const { node } = visit
  const beginning = beginningWith(given)
  await inTransaction(node.engine, { role: 'setu_setup' }, async (db) => {
    await needEmpty(db)
    await checkFirst(given)
    await begin(db, node, visit, beginning)
  })
  return made({ ok: true })
}

async function begin(
  db: Db,
  node: Node,
  visit: Visit,
  beginning: ReturnType<typeof beginningWith>,
): Promise<void> {
  await fillDirectory(db, node, beginning)
  const who = { org: beginning.org, account: beginning.person, session: null }
  await logVisit(db, visit, { action: 'beginNode', method: 'POST', status: 201 }, who)
}
