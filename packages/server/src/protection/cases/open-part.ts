import { caseRecords, sealedFields, sealingPartOf } from '@setu/records'
import type { PartOpened, Reading } from '@setu/records/api'
import { partOfNote } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { openNamed } from '../consents/consent-store.ts'
import { emergencyNow } from '../emergencies/emergency-store.ts'
import { openNotes } from '../notes/note-store.ts'
import type { CaseRelation } from './case-store.ts'
import { recordNamesOfCase } from './open-case.ts'
import { spendBudget } from './outside-budget.ts'
import { type CaseRef, openRow, rowsOf } from './record-store.ts'

/** Parts that notes may belong to; in the others there is none to look for. */
const partsOfNotes: ReadonlySet<string> = new Set(Object.values(partOfNote))

/**
 * Opens the sealed values of one part for this reader. The reason goes into the log, and the survivor and the
 * case's owner can see it. What is there and cannot be opened is said to be so, and written down.
 */
export async function openPart(
  work: Work,
  file: CaseRef,
  { part, reason }: Pick<Reading, 'part' | 'reason'>,
): Promise<PartOpened> {
  const { rows: found } = await sql<{ relation: CaseRelation; may: boolean }>`
    select case_relation(org_id, id) as relation, case_may(org_id, id, ${part}, false) as may
    from case_file where org_id = ${file.org} and id = ${file.id}`.execute(work.db)
  const { relation, may } = found[0] ?? {}
  if (relation === undefined || may !== true) throw new Problem('not-found')
  await spendBudget(work, file, relation)
  const records: PartOpened['records'] = []
  for (const name of recordNamesOfCase) {
    const record = caseRecords[name]
    if (sealingPartOf(record) !== part) continue
    for (const row of await rowsOf(work, file, record)) {
      const values = await openRow(work, file, record, row)
      records.push({
        record: name,
        id: row.id,
        version: row.version,
        values: { ...values },
        unopened: sealedFields(record).filter((key) => !(key in values)),
      })
    }
  }
  const notes = partsOfNotes.has(part) ? await openNotes(work, file, part) : []
  // In an emergency the reason is the one that was answered with a yes.
  const emergency = relation === 'emergency' ? await emergencyNow(work, file) : null
  const why = emergency?.reason ?? reason
  work.because(why)
  const touched = { org: file.org, caseId: file.id, part, relation, reason: why } as const
  work.touched({ ...touched, did: 'read' })
  const named = part === 'narrative' ? await openNamed(work, file) : []
  const shut =
    records.some(({ unopened }) => unopened.length > 0) ||
    [...notes, ...named].some(({ words }) => words === null)
  if (shut) work.touched({ ...touched, did: 'unopened' })
  return { part, records, notes, named }
}
