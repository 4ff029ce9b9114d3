import type { NetworkFor, NetworkNodeView, NetworkTieView } from '@setu/records/api'
import type { NetworkKind, OfficeTask } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Holder, Problem, type Work } from '../../platform/index.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'

/** A network, wherever its office is. */
export interface NetworkRef {
  readonly org: string
  readonly id: string
}

/** Names and numbers of everything in a network are sealed together: its own offices open them, and nobody else. */
export const networkHolder = ({ org, id }: NetworkRef): Holder => ({
  org,
  kind: 'network',
  id,
  caseId: null,
  part: 'network',
})

export const namePlace = (id: string) => ({ table: 'network', row: id, version: 1 })
export const nodePlace = (id: string) => ({ table: 'network_node', row: id, version: 1 })
export const tiePlace = (id: string) => ({ table: 'network_tie', row: id, version: 1 })

/** What is sealed of a thing in a network, as one value. */
export type NodeSaid = Pick<NetworkNodeView, 'names' | 'number' | 'within'>

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** What was sealed of a thing, or nothing where no key of this reader opens it. */
export function saidOf(opened: unknown): NodeSaid {
  const { names, number, within } = isObject(opened) ? opened : { names: [], number: null, within: null }
  return {
    names: Array.isArray(names) ? names.filter((one): one is string => typeof one === 'string') : [],
    number: text(number),
    within: text(within),
  }
}

/** What one's offices do in a network. Somebody whose offices do nothing in it is told that there is none. */
export async function needNetwork(work: Work, { org, id }: NetworkRef): Promise<readonly OfficeTask[]> {
  const { rows } = await sql<{ tasks: OfficeTask[] }>`
    select network_tasks(${org}, ${id}) as tasks`.execute(work.db)
  const tasks = rows[0]?.tasks ?? []
  if (tasks.length === 0) throw new Problem('not-found')
  return tasks
}

/** Notes that names of a network were opened, and for which criminal case: one that the reader works on. */
export async function openedFor(work: Work, at: NetworkRef, { caseOrg, case: file }: NetworkFor) {
  const tasks = await needNetwork(work, at)
  await tasksIn(work, { org: caseOrg, id: file })
  work.touched({
    org: at.org,
    caseId: at.id,
    part: 'network',
    did: 'read',
    record: file,
    relation: tasks.join('+'),
  })
}

/** Those who write in one network take turns, so that it never holds more than it may. */
export async function takeTurn(work: Work, { id }: NetworkRef): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`network|${id}`}, 7306))`.execute(work.db)
}

/** How much a network holds. */
export async function heldIn(
  work: Work,
  { org, id }: NetworkRef,
): Promise<{ readonly nodes: number; readonly ties: number }> {
  const { rows } = await sql<{ nodes: number; ties: number }>`
    select (select count(*)::integer from network_node where org_id = ${org} and network_id = ${id} and removed_at is null) as nodes,
      (select count(*)::integer from network_tie where org_id = ${org} and network_id = ${id} and removed_at is null) as ties`.execute(
    work.db,
  )
  return rows[0] ?? { nodes: 0, ties: 0 }
}

export interface NodeRow extends Omit<NetworkNodeView, keyof NodeSaid | 'standing' | 'ended' | 'accused'> {
  readonly said: Buffer
  readonly accusedOrg: string | null
  readonly accusedCase: string | null
  readonly accusedId: string | null
  /** Only where this reader works on the case. */
  readonly accusedCode: string | null
}

/** Everything that stands in a network now, in one order. */
export async function nodeRows(work: Work, { org, id }: NetworkRef): Promise<NodeRow[]> {
  const { rows } = await sql<NodeRow>`
    select n.id, n.version, n.kind, n.said, n.sex, n.birth_year as "birthYear", n.country, n.accused_org as "accusedOrg",
      n.accused_case as "accusedCase", n.accused_id as "accusedId", c.code as "accusedCode",
      exists (select 1 from network_hold h where h.org_id = n.org_id and h.node_id = n.id) as held
    from network_node n left join criminal_case c on c.org_id = n.accused_org and c.id = n.accused_case
    where n.org_id = ${org} and n.network_id = ${id} and n.removed_at is null order by n.id`.execute(work.db)
  return rows
}

export interface TieRow extends Omit<NetworkTieView, 'role'> {
  readonly role: Buffer | null
}

/** Every tie of a network that stands now, in one order. */
export async function tieRows(work: Work, { org, id }: NetworkRef): Promise<TieRow[]> {
  const { rows } = await sql<TieRow>`
    select t.id, t.version, t.tie, t.from_id as "from", t.to_id as "to", t.role, t.since_on as since, t.until_on as until,
      t.reliability, t.credibility, t.paper,
      case when c.id is null then null else json_build_object('org', c.org_id, 'id', c.id, 'code', c.code) end as learnt
    from network_tie t left join criminal_case c on c.org_id = t.learnt_org and c.id = t.learnt_case
    where t.org_id = ${org} and t.network_id = ${id} and t.removed_at is null order by t.id`.execute(work.db)
  return rows
}

export interface AccusedRow {
  readonly node: string
  readonly age: string
  readonly stage: string | null
  readonly outcome: string | null
}

/** How those stand who are accused in a case, offence by offence, whoever works on that case. */
export async function accusedRows(work: Work, { org, id }: NetworkRef): Promise<AccusedRow[]> {
  const { rows } = await sql<AccusedRow>`
    select node_id as node, age, stage, outcome from network_accused(${org}, ${id})`.execute(work.db)
  return rows
}

/** What kind of thing something of a network is, and its version; refused where it stands there no more. */
export async function heldNode(
  work: Work,
  { org, id }: NetworkRef,
  node: string,
): Promise<{ readonly version: number; readonly kind: NetworkKind }> {
  const { rows } = await sql<{ version: number; kind: NetworkKind }>`
    select version, kind from network_node
    where org_id = ${org} and network_id = ${id} and id = ${node} and removed_at is null for update`.execute(
    work.db,
  )
  const [row] = rows
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** The version of a tie of a network; refused where it stands there no more. */
export async function heldTie(work: Work, { org, id }: NetworkRef, tie: string): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select version from network_tie
    where org_id = ${org} and network_id = ${id} and id = ${tie} and removed_at is null for update`.execute(
    work.db,
  )
  const version = rows[0]?.version
  if (version === undefined) throw new Problem('not-found')
  return version
}

/** Refuses a change that was made from an older version. */
export function needVersion(version: number, base: number): void {
  if (version !== base) throw new Problem('stale', { current: { version, values: {} } })
}
