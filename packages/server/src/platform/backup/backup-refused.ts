import type { TombstoneFault } from '../log/current-tombstones.ts'

/** Why a backup cannot be taken or put back. Nothing has been changed when one of these is said. */
export type BackupFault =
  | 'file-there'
  | 'not-a-backup'
  | 'damaged'
  | 'not-together'
  | 'other-key'
  | 'other-version'
  | 'not-empty'
  | 'identity-needed'
  | 'other-identity'
  | 'tombstones-needed'
  | 'tombstones-stale'
  | 'tombstones-differ'
  | 'never-witnessed-needed'
  | 'was-witnessed'
  | 'no-log-key'
  | `witness-${TombstoneFault}`

/** A backup that was not taken or not put back. */
export class BackupRefused extends Error {
  readonly fault: BackupFault
  readonly where: string

  constructor(fault: BackupFault, where: string) {
    super(`${fault}: ${where}`)
    this.name = 'BackupRefused'
    this.fault = fault
    this.where = where
  }
}
