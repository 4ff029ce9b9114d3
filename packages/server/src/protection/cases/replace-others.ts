import { caseRecords } from '@setu/records'
import type { Work } from '../../platform/index.ts'
import { keptValues, rewrite, rowsOf, stateOf } from './record-store.ts'
import type { Stepped } from './stepped.ts'

/** Takes the other records of the same sort out of force: a new version of something is a new record. */
export async function replaceOthers(
  work: Work,
  { held, name, id }: Stepped,
  states: { readonly in: readonly string[]; readonly by: string },
): Promise<void> {
  const record = caseRecords[name]
  const others = (await rowsOf(work, held, record)).filter(
    (row) => row.id !== id && states.in.includes(stateOf(row)),
  )
  for (const row of others) {
    await rewrite(work, held, record, row, await keptValues(work, held, record, row), states.by)
  }
}
