import { differencesOfMappings, faultsOfMapping, parseMapping } from '@setu/exchange'
import type {
  BridgeMappingAnswer,
  BridgeMappingList,
  BridgeMappingPropose,
  BridgeQuery,
  Written,
} from '@setu/records/api'
import { sql } from 'kysely'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { mappingInForce } from './bridge-store.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly state: 'proposed' | 'inForce' | 'declined' | 'replaced'
  readonly mapping: unknown
  readonly proposer: string
  readonly proposedBy: string | null
  readonly proposedAt: string
}

/** How cases are told to another system, and what an administrator has brought that waits for another to read it. */
export async function listMappings(work: Work, { system }: BridgeQuery): Promise<BridgeMappingList> {
  needRole(work, 'technicalAdministrator')
  const mapping = await mappingInForce(work, system)
  const { rows } = await sql<Row>`
    select m.id, m.version, m.edition as name, m.standing as state, m.mapping, m.proposed_by as proposer, a.name as "proposedBy", m.proposed_at as "proposedAt"
    from bridge_mapping m left join account a on a.id = m.proposed_by and a.org_id = m.proposed_org
    where m.system = ${system} order by m.proposed_at desc limit 50`.execute(work.db)
  work.counted(rows.length)
  return {
    mapping: { ...mapping },
    items: rows.map(({ mapping: brought, proposer, ...row }) => {
      const read = parseMapping(brought)
      return {
        ...row,
        mayAnswer: row.state === 'proposed' && proposer !== work.actor.account,
        usable: read !== null,
        differences:
          read === null || row.state !== 'proposed' ? [] : [...differencesOfMappings(mapping, read)],
      }
    }),
  }
}

/** Brings a mapping. It is checked as a whole, and is in force when another administrator has put it there. */
export async function proposeMapping(
  work: Work,
  { id, system, mapping }: BridgeMappingPropose,
): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const name = `${work.today}-${id.slice(0, 8)}`
  const whole = { ...mapping, system, version: name }
  const faults = faultsOfMapping(whole)
  if (faults.length > 0) {
    const fields = faults.slice(0, 20).map(({ at, fault }) => ({ field: at, problem: fault }))
    throw new Problem('bad-request', { fields })
  }
  await sql`
    insert into bridge_mapping (id, system, edition, mapping, standing, proposed_org, proposed_by, proposed_at)
    values (${id}, ${system}, ${name}, ${JSON.stringify(whole)}::jsonb, 'proposed', ${work.actor.org}, ${work.actor.account}, now())`.execute(
    work.db,
  )
  return { id, version: 1 }
}

/** Puts a mapping into force that somebody else brought, in place of the one before; or declines it. */
export async function answerMapping(work: Work, { id, base, answer }: BridgeMappingAnswer): Promise<Written> {
  needRole(work, 'technicalAdministrator')
  const { rows } = await sql<Row & { system: string }>`
    select id, version, system, mapping, standing as state, proposed_by as proposer from bridge_mapping where id = ${id}`.execute(
    work.db,
  )
  const [found] = rows
  if (found === undefined) throw new Problem('not-found')
  if (found.version !== base)
    throw new Problem('stale', { current: { version: found.version, values: { state: found.state } } })
  if (found.state !== 'proposed') throw new Problem('step-not-possible')
  if (found.proposer === work.actor.account) throw new Problem('own-request')
  if (answer === 'accept') {
    // What may leave can have become less since it was brought.
    if (parseMapping(found.mapping) === null) throw new Problem('step-not-possible')
    await sql`
      update bridge_mapping set standing = 'replaced', version = version + 1
      where system = ${found.system} and standing = 'inForce'`.execute(work.db)
  }
  const { rows: done } = await sql<{ version: number }>`
    update bridge_mapping set standing = ${answer === 'accept' ? 'inForce' : 'declined'}, answered_by = ${work.actor.account},
      answered_at = now(), version = version + 1
    where id = ${id} and standing = 'proposed' returning version`.execute(work.db)
  const [now] = done
  if (now === undefined) throw new Problem('step-not-possible')
  return { id, version: now.version }
}
