import type { LawChange, LawPropose, Written } from '@setu/records/api'
import { faultsOfLaw, type LawText } from '@setu/vocabulary'
import { placeOf } from '@setu/vocabulary/places'
import { Problem, type Work } from '../../platform/index.ts'
import {
  type EditionRow,
  editionRow,
  insertDraft,
  needLawgiver,
  proposeDraft,
  readLaw,
  updateDraft,
} from './law-store.ts'

/** An edition under the id that its drafter gave it. */
interface Drafted {
  readonly id: string
  readonly law: LawText
}

function needCountry({ jurisdiction }: LawText): void {
  if (placeOf(jurisdiction)?.kind === 'country') return
  throw new Problem('bad-request', { fields: [{ field: 'law.jurisdiction', problem: 'unknown-place' }] })
}

/** The edition at the version from which somebody changes it. */
export async function editionAt(work: Work, id: string, base: number): Promise<EditionRow> {
  const found = await editionRow(work, id)
  if (found === undefined) throw new Problem('not-found')
  if (found.version !== base)
    throw new Problem('stale', { current: { version: found.version, values: { state: found.state } } })
  return found
}

async function ownDraft(work: Work, id: string, base: number): Promise<EditionRow> {
  await needLawgiver(work)
  const found = await editionAt(work, id, base)
  if (found.drafter !== work.actor.account) throw new Problem('not-found')
  if (found.state !== 'draft') throw new Problem('step-not-possible')
  return found
}

function done(id: string, version: number | null): Written {
  if (version === null) throw new Problem('step-not-possible')
  return { id, version }
}

/** Begins a draft of an edition of a law. What is still missing in it is told and does not stop it. */
export async function draftLaw(work: Work, { id, law }: Drafted): Promise<Written> {
  await needLawgiver(work)
  needCountry(law)
  await insertDraft(work, id, law)
  return { id, version: 1 }
}

/** Changes one's own draft. */
export async function changeDraft(work: Work, { id, base, law }: LawChange): Promise<Written> {
  await ownDraft(work, id, base)
  needCountry(law)
  return done(id, await updateDraft(work, id, law))
}

/** Lays one's own draft before somebody else, once nothing in it contradicts itself or rests on nothing. */
export async function proposeLaw(work: Work, { id, base }: LawPropose): Promise<Written> {
  const law = readLaw((await ownDraft(work, id, base)).content)
  if (law === null) throw new Problem('step-not-possible')
  const faults = faultsOfLaw(law)
  if (faults.length > 0) {
    const fields = faults.slice(0, 20).map(({ at, fault }) => ({ field: at, problem: fault }))
    throw new Problem('bad-request', { fields })
  }
  return done(id, await proposeDraft(work, id))
}
