import type { DocumentAdd } from '@setu/records/api'
import { mostOfDocument, partOfDocument } from '@setu/vocabulary'
import { sql } from 'kysely'
import { cleanFile, Problem, type Work } from '../../platform/index.ts'
import { caseChanged, holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { spreadNewKeys } from '../referrals/spread-keys.ts'
import { insertDocument } from './document-store.ts'

/** Asked before the file is looked at, which takes a second or two: nobody's file is rewritten in vain. */
async function needMayWrite(work: Work, file: CaseRef, part: string): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`
    select case_may(${file.org}, ${file.id}, ${part}, true) as may`.execute(work.db)
  if (rows[0]?.may === true) return
  if (part === 'family') throw new Problem('consent-missing', { about: { purpose: 'familyContact' } })
  throw new Problem('not-for-you')
}

/** Keeps a paper with a case: drawn anew, without whatever else the file held, and sealed. */
export async function addDocument(
  work: Work,
  file: CaseRef,
  add: Omit<DocumentAdd, 'command'>,
): Promise<{ id: string; version: number }> {
  await holdCase(work, file)
  const part = partOfDocument[add.kind]
  await needMayWrite(work, file, part)
  const bytes = Buffer.from(add.file, 'base64')
  if (bytes.length > mostOfDocument.bytes)
    throw new Problem('bad-request', { fields: [{ field: 'file', problem: 'too-large' }] })
  const clean = await cleanFile(bytes, mostOfDocument.pages)
  if (typeof clean === 'string')
    throw new Problem('file-unreadable', { fields: [{ field: 'file', problem: clean }] })
  await insertDocument(work, file, add, clean)
  await happened(work, file, { kind: 'documentAdded', part, record: add.id, about: { kind: add.kind } })
  work.touched({ org: file.org, caseId: file.id, part, did: 'wrote', record: add.id })
  await caseChanged(work, file)
  await spreadNewKeys(work, file)
  return { id: add.id, version: 1 }
}
