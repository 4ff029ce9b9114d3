import type { CaseInFile } from '@setu/exchange'
import type { HtcdsImport, HtcdsImported } from '@setu/records/api'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { needOwningOrganisation, rulesInForce } from '../../protection/index.ts'
import { addCases, risingIds } from './add-cases.ts'
import { casePreviews } from './case-previews.ts'
import { hereAlready, sourceName } from './compare-here.ts'
import { allowLonger } from './import-store.ts'
import { pause } from './preview-file.ts'

const atOnce = 100

/** Somebody may have brought some of them in since the file was looked through. */
async function stillFresh(work: Work, cases: readonly CaseInFile[]): Promise<readonly CaseInFile[]> {
  const here = await hereAlready(work, cases)
  return here.size === 0 ? cases : cases.filter((one) => !here.has(sourceName(one) ?? ''))
}

/**
 * Brings in the cases of a file that was looked through: all of them or, whatever goes wrong, none. Each is
 * owned by the unit that was chosen, and whoever brings them in works on them until they are given to others.
 */
export async function importCases(
  work: Work,
  { preview, unit, command }: HtcdsImport,
): Promise<HtcdsImported> {
  needRole(work, 'caseworker', 'supervisor')
  await needOwningOrganisation(work)
  if (!work.actor.units.some((mine) => mine.unit === unit)) throw new Problem('not-for-you')
  return casePreviews.use(work, { preview, command }, async (kept) => {
    await allowLonger(work)
    const cases = await stillFresh(work, kept)
    const rules = await rulesInForce(work)
    const ids = risingIds(work, cases.length)
    for (let at = 0; at < cases.length; at += atOnce) {
      const until = at + atOnce
      await addCases(work, { unit, rules }, cases.slice(at, until), ids.slice(at, until))
      await pause()
    }
    work.counted(cases.length)
    return { cases: cases.length, org: work.actor.org, unit }
  })
}
