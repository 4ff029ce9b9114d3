import {
  type BridgeColumn,
  type BridgeProblem,
  readBridgeFile,
  readFromBridge,
  tellBridgeProblem,
} from '@setu/exchange'
import type { BridgeQuery, HtcdsPreview } from '@setu/records/api'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { needOwningOrganisation } from '../../protection/index.ts'
import { casePreviews } from '../htcds/case-previews.ts'
import { hereAlready, sourceName } from '../htcds/compare-here.ts'
import { demoNotice, mostRowsInDemo, noConsents } from '../htcds/preview-file.ts'
import { mappingInForce } from './bridge-store.ts'

const mostListed = 500

function problemView(problem: BridgeProblem): HtcdsPreview['problems'][number] {
  const { row, column, field, code, weight } = problem
  const message = { en: tellBridgeProblem(problem, 'en'), bn: tellBridgeProblem(problem, 'bn') }
  return { row, column, field, code, weight: weight === 'note' ? 'warning' : weight, message }
}

function columnView({ name, known, filled }: BridgeColumn, at: number): HtcdsPreview['columns'][number] {
  return {
    position: String(at + 1),
    header: name.slice(0, 80),
    field: known ? name : null,
    verdict: known ? 'known' : 'unknown',
    message: known
      ? null
      : {
          en: `Nothing here holds this. It is left out in ${filled} cases.`,
          bn: `এখানে এর কোনো ঘর নেই। ${filled}টি কেসে এটি বাদ থাকবে।`,
        },
    candidates: [],
  }
}

/**
 * Looks through a file of another system and says what would become of it. Nothing is stored; what is here already is
 * left out, so that the same file twice brings nothing new.
 */
export async function previewBridge(
  work: Work,
  bytes: Uint8Array,
  { system }: BridgeQuery,
): Promise<HtcdsPreview> {
  needRole(work, 'caseworker', 'supervisor')
  await needOwningOrganisation(work)
  const mapping = await mappingInForce(work, system)
  const file = readBridgeFile(bytes, mapping)
  if (work.demo && file.rows.length > mostRowsInDemo) throw new Problem('demo-refuses')
  const { cases, columns, problems: found } = readFromBridge(mapping, file.rows, { today: work.today })
  const problems = [...file.problems, ...found]
  const sound = problems.every(({ weight }) => weight === 'warning' || weight === 'note')
  const here = sound ? await hereAlready(work, cases) : new Map<string, unknown>()
  const fresh = sound ? cases.filter((one) => !here.has(sourceName(one) ?? '')) : []
  const ready = fresh.length > 0
  work.counted(fresh.length)
  return {
    id: ready ? casePreviews.keep(work, fresh, bytes.length) : null,
    format: file.format ?? 'unknown',
    version: mapping.version,
    rows: file.rows.length,
    cases: fresh.length,
    here: { same: sound ? cases.length - fresh.length : 0, differs: 0 },
    ready,
    columns: columns.slice(0, mostListed).map(columnView),
    problems: problems.slice(0, mostListed).map(problemView),
    problemCount: problems.length,
    notices: [...(work.demo ? [demoNotice] : []), ...(ready ? [noConsents] : [])],
  }
}
