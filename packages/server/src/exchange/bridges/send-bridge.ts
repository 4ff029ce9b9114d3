import { randomBytes } from 'node:crypto'
import {
  type BridgeFormat,
  type BridgeMapping,
  tableTypes,
  writeBridgeFile,
  writeForBridge,
} from '@setu/exchange'
import type { BridgeFileQuery, BridgeSend, BridgeSent } from '@setu/records/api'
import { caseCodeFrom } from '@setu/vocabulary'
import { needRole, type PagedWork, Problem, streamOf, type Work } from '../../platform/index.ts'
import { happened } from '../../protection/index.ts'
import { readGranted } from './bridge-contents.ts'
import {
  grantedCases,
  keepSendings,
  knownReferences,
  mappingInForce,
  ownName,
  sendingOf,
} from './bridge-store.ts'
import { receivingOffice } from './receiving-office.ts'
import { withinCeiling } from './try-bridge.ts'

/**
 * Writes down that these cases go to an office through another system: what of each, and by which purpose agreed to.
 * Those of which nothing may be told stay. The file itself is made afterwards, from what was written down.
 */
export async function sendBridge(work: Work, asked: BridgeSend): Promise<BridgeSent> {
  needRole(work, 'caseworker', 'supervisor')
  const mapping = await mappingInForce(work, asked.system)
  const office = await receivingOffice(work, mapping, asked.to)
  const among = asked.cases.map((one) => one.case)
  const found = await grantedCases(work, office, { among, most: among.length })
  const files = withinCeiling(found, office.ceiling).filter(({ org, id }) =>
    asked.cases.some((one) => one.org === org && one.case === id),
  )
  const known = await knownReferences(work, asked.system, office.unit, files)
  const sending = work.freshId()
  const sent = files.map(({ org, id, parts }) => ({
    org,
    id,
    parts,
    rowId: work.freshId(),
    reference: known.get(id) ?? caseCodeFrom(randomBytes(8)),
  }))
  const to = { org: office.org, id: office.unit }
  await keepSendings(work, { sending, mapping, to, purpose: office.purpose }, sent)
  for (const { org, id, parts, rowId } of sent) {
    const about = { system: asked.system, purpose: office.purpose, parts: [...parts] }
    await happened(work, { org, id }, { kind: 'sentElsewhere', part: 'status', record: rowId, about })
    for (const part of parts)
      work.touched({ org, caseId: id, part, did: 'shared', record: rowId, reason: 'documents' })
  }
  work.because('documents')
  work.counted(sent.length)
  return { sending, cases: sent.length, left: asked.cases.length - sent.length }
}

const types: Readonly<Record<BridgeFormat, string>> = {
  csv: tableTypes.csv,
  json: 'application/json; charset=utf-8',
}

/** The cases of a sending in the words of the other system: no more than was written down, and than is agreed to still. */
async function rowsOfSending(work: Work, sending: string) {
  needRole(work, 'caseworker', 'supervisor')
  const sent = await sendingOf(work, sending)
  const [first] = sent
  if (first === undefined) throw new Problem('not-found')
  const mapping = await mappingInForce(work, first.system)
  const { recipient, unit, purpose } = first
  const office = await receivingOffice(work, mapping, { org: recipient, unit })
  const among = sent.map(({ id }) => id)
  const found = await grantedCases(work, { unit, purpose }, { among, most: among.length })
  const still = withinCeiling(found, office.ceiling)
  const told = still.flatMap((file) => {
    const one = sent.find(({ org, id }) => org === file.org && id === file.id)
    const parts = file.parts.filter((part) => one?.parts.includes(part))
    return one === undefined || parts.length === 0
      ? []
      : [{ reference: one.reference, file: { ...file, parts } }]
  })
  const from = await ownName(work)
  const contents = await readGranted(
    work,
    mapping,
    told.map(({ file }) => file),
  )
  work.because('documents')
  work.counted(contents.length)
  const rows = contents.map(({ content, granted }, at) => {
    const ids = { reference: told[at]?.reference ?? '-', from }
    return writeForBridge(mapping, content, { ids, granted, today: work.today }).values
  })
  return { mapping, rows, today: work.today }
}

function needForm({ system }: BridgeMapping, format: BridgeFormat): void {
  // Nobody has said how a case of the standard would stand in JSON.
  if (system === 'referralPlatform' && format === 'json')
    throw new Problem('bad-request', { fields: [{ field: 'format', problem: 'not-for-this-system' }] })
}

/** A sending as a file; its name says nothing of what is in it. */
export async function fileOfSending(pages: PagedWork, { sending, format }: BridgeFileQuery) {
  const { mapping, rows, today } = await pages.inWork((work) => rowsOfSending(work, sending))
  needForm(mapping, format)
  return {
    type: types[format],
    name: `export-${today}.${format}`,
    chunks: writeBridgeFile(mapping, format, streamOf(...rows)),
  }
}
