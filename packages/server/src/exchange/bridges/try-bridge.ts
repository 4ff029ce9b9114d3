import { type BridgeRow, type BridgeValue, partsOfMapping, writeForBridge } from '@setu/exchange'
import type { BridgeQuery, BridgeTrial, BridgeTrialQuery, BridgeView } from '@setu/records/api'
import { needRole, type Work } from '../../platform/index.ts'
import { type GrantedContent, readGranted } from './bridge-contents.ts'
import {
  agreedOffices,
  forbiddenCases,
  type GrantedCase,
  grantedCases,
  mappingInForce,
} from './bridge-store.ts'
import { receivingOffice } from './receiving-office.ts'

const mostCases = 200
const mostCodes = 100

/** What is known of another system, and to which offices survivors agreed that cases go. */
export async function viewBridge(work: Work, { system }: BridgeQuery): Promise<BridgeView> {
  needRole(work, 'caseworker', 'supervisor')
  const mapping = await mappingInForce(work, system)
  const recipients = await agreedOffices(work, mapping.purposes)
  work.counted(recipients.length)
  const { version, source, fields } = mapping
  return { system, mapping: { version, source, fields: fields.length }, recipients }
}

/** A case with no more of its parts than the office's kind of work is ever told. */
export function withinCeiling(files: readonly GrantedCase[], ceiling: readonly string[]): GrantedCase[] {
  return files
    .map((file) => ({ ...file, parts: file.parts.filter((part) => ceiling.includes(part)) }))
    .filter(({ parts }) => parts.length > 0)
}

const shownAs = (value: BridgeValue | undefined): string | null =>
  value === undefined ? null : typeof value === 'object' ? value.join(', ') : String(value)

function caseView(
  { file, granted, unopened }: GrantedContent,
  row: BridgeRow,
  used: BridgeTrial['cases'][number]['withheld'],
) {
  const { org, id, code, state } = file
  return {
    org,
    case: id,
    code,
    state,
    granted: [...granted],
    withheld: used.filter((part) => !granted.includes(part)),
    unopened: [...unopened],
    written: row.written.map(({ record, field, to, coded }) => ({
      record,
      field,
      to,
      value: coded ? shownAs(row.values.get(to)) : null,
    })),
    lost: [...row.lost],
  }
}

function lostTogether(cases: BridgeTrial['cases']): BridgeTrial['lost'] {
  const all = Map.groupBy(
    cases.flatMap(({ lost }) => lost),
    ({ record, field, why }) => `${record}|${field}|${why}`,
  )
  return [...all.values()]
    .flatMap((same) => (same[0] ? [{ ...same[0], cases: same.length }] : []))
    .toSorted((first, second) => second.cases - first.cases)
}

/**
 * Tries what would leave for one office, and writes nothing: field by field what would be told, what would be lost on
 * the way, and which cases stay here since their survivors did not agree. What is sealed is named and not shown.
 */
export async function tryBridge(work: Work, { system, ...to }: BridgeTrialQuery): Promise<BridgeTrial> {
  needRole(work, 'caseworker', 'supervisor')
  const mapping = await mappingInForce(work, system)
  const office = await receivingOffice(work, mapping, to)
  const found = await grantedCases(work, office, { most: mostCases + 1 })
  const files = withinCeiling(found.slice(0, mostCases), office.ceiling)
  work.because('documents')
  work.counted(files.length)
  const used = partsOfMapping(mapping).filter((part) => office.ceiling.includes(part))
  const ids = { reference: '-', from: '-' }
  const cases = (await readGranted(work, mapping, files)).map((one) => {
    const about = { ids, granted: one.granted, today: work.today }
    return caseView(one, writeForBridge(mapping, one.content, about), used)
  })
  return {
    system,
    mapping: mapping.version,
    purpose: office.purpose,
    cases,
    lost: lostTogether(cases),
    forbidden: await forbiddenCases(work, office, mostCodes),
    more: found.length > mostCases,
  }
}
