import type { NetworkRemove, TieKeep, Written } from '@setu/records/api'
import { mayTie, networkLimits } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { tasksIn } from '../criminal-cases/criminal-store.ts'
import {
  heldIn,
  heldNode,
  heldTie,
  type NetworkRef,
  needNetwork,
  needVersion,
  networkHolder,
  takeTurn,
  tiePlace,
} from './network-store.ts'

function needDays(work: Work, { since, until }: TieKeep): void {
  if (since !== null && since > work.today) throw wrongField('since', 'in-the-future')
  if (since !== null && until !== null && until < since) throw wrongField('until', 'not-after')
}

/** Says how two things of a network belong together and how well that is known, or corrects it. */
export async function keepTie(work: Work, at: NetworkRef, given: TieKeep): Promise<Written> {
  await needNetwork(work, at)
  needDays(work, given)
  if (given.learnt !== null) await tasksIn(work, given.learnt)
  const { id, base, role } = given
  const sealed = await work.vault.seal(networkHolder(at), tiePlace(id), { role })
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'wrote', record: id })
  return base === 0
    ? add(work, at, given, sealed['role'] ?? null)
    : correct(work, at, given, sealed['role'] ?? null)
}

async function add(work: Work, at: NetworkRef, given: TieKeep, role: Buffer | null): Promise<Written> {
  const { id, tie, from, to, since, until, reliability, credibility, paper, learnt } = given
  await takeTurn(work, at)
  const [one, other] = [await heldNode(work, at, from), await heldNode(work, at, to)]
  if (from === to || !mayTie(tie, one.kind, other.kind)) throw wrongField('tie', 'does-not-fit')
  if ((await heldIn(work, at)).ties >= networkLimits.ties) throw new Problem('network-full')
  const { rows } = await sql`
    insert into network_tie (org_id, id, network_id, tie, from_id, to_id, role, since_on, until_on, reliability, credibility, paper,
      learnt_org, learnt_case)
    values (${at.org}, ${id}, ${at.id}, ${tie}, ${from}, ${to}, ${role}, ${since}, ${until}, ${reliability}, ${credibility}, ${paper},
      ${learnt?.org ?? null}, ${learnt?.id ?? null})
    on conflict do nothing returning id`.execute(work.db)
  if (rows.length === 0) throw new Problem('exists-already')
  return { id, version: 1 }
}

async function correct(work: Work, at: NetworkRef, given: TieKeep, role: Buffer | null): Promise<Written> {
  const { id, base, since, until, reliability, credibility, paper, learnt } = given
  needVersion(await heldTie(work, at, id), base)
  // Where it was learnt in a case that one does not work on, it was learnt there still.
  const unseen = sql<boolean>`learnt_case is not null and cardinality(criminal_tasks(learnt_org, learnt_case)) = 0`
  await sql`
    update network_tie set version = version + 1, role = ${role}, since_on = ${since}, until_on = ${until},
      reliability = ${reliability}, credibility = ${credibility}, paper = ${paper},
      learnt_org = case when ${unseen} then learnt_org else ${learnt?.org ?? null}::uuid end,
      learnt_case = case when ${unseen} then learnt_case else ${learnt?.id ?? null}::uuid end
    where org_id = ${at.org} and id = ${id}`.execute(work.db)
  return { id, version: base + 1 }
}

/** Takes a tie out of a network. */
export async function removeTie(work: Work, at: NetworkRef, { id, base }: NetworkRemove): Promise<Written> {
  await needNetwork(work, at)
  needVersion(await heldTie(work, at, id), base)
  await sql`
    update network_tie set version = version + 1, removed_at = now() where org_id = ${at.org} and id = ${id}`.execute(
    work.db,
  )
  work.touched({ org: at.org, caseId: at.id, part: 'network', did: 'wrote', record: id })
  return { id, version: base + 1 }
}
