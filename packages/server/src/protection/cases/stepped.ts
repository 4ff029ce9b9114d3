import type { CaseRecordName } from '@setu/records'
import type { CaseFile } from './case-store.ts'

/** A step that was taken, with what the record now says. */
export interface Stepped {
  readonly held: CaseFile
  readonly name: CaseRecordName
  readonly id: string
  readonly from: string
  readonly to: string
  readonly values: Readonly<Record<string, unknown>>
}

/** A record that is added (base 0) or amended, with the values that are given. */
export interface Writing {
  readonly held: CaseFile
  readonly name: CaseRecordName
  readonly id: string
  readonly base: number
  readonly values: Readonly<Record<string, unknown>>
}
