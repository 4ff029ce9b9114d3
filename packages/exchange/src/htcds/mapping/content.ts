import type { CaseRecordName } from '@setu/records'
import type { CaseState } from '@setu/vocabulary'

/** The values of one record, by the names of its declared fields. */
export type RecordValues = Readonly<Record<string, unknown>>

/** A comment of a caseworker and the day it speaks of; null where a file does not say. */
export interface Comment {
  readonly words: string
  readonly on: string | null
}

/** What an HTCDS file can hold of one case. */
export interface CaseContent {
  readonly state: CaseState
  /** The case came from a file and was not opened here. */
  readonly imported: boolean
  /** The records of each sort, in order; of most sorts a case has one. */
  readonly records: Readonly<Partial<Record<CaseRecordName, readonly RecordValues[]>>>
  readonly comments: readonly Comment[]
}
