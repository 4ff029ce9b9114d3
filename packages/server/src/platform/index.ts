export { accusedMark } from './accused-mark.ts'
export { type TrailItem, writeOutcome } from './audit/trail.ts'
export { newIdentity, readIdentities, readRecipients } from './backup/age-file.ts'
export { type BackupFault, BackupRefused } from './backup/backup-refused.ts'
export type { ErasedSince } from './backup/erase-again.ts'
export { restoreBackup } from './backup/restore-backup.ts'
export { takeBackup } from './backup/take-backup.ts'
export { type Clock, dayOf, hourOf } from './clock.ts'
export {
  type Environment,
  isLoopback,
  keyFileOf,
  readSettings,
  reminderKeyFileOf,
  type Settings,
} from './config.ts'
export { breachWords } from './database/breach-words.ts'
export { countingWork, countRows } from './database/count-rows.ts'
export type { Db } from './database/dialect.ts'
export { type Breach, examine, servingRoles } from './database/doctor.ts'
export { DatabaseRefusal, type Engine } from './database/engine.ts'
export { FolderInUse, lockFolder } from './database/folder-lock.ts'
export { ForeignMigration, type MigrationState, migrate, migrationState } from './database/migrate.ts'
export { pgliteEngine } from './database/pglite-engine.ts'
export { postgresEngine } from './database/postgres-engine.ts'
export { inTransaction } from './database/transaction.ts'
export { platformEndpoints } from './endpoints.ts'
export { onCalendarChanged, tellCalendarChanged } from './events.ts'
export { type CleanFile, cleanFile, markedPdf } from './files/rewrite-file.ts'
export {
  type Access,
  type Download,
  downloadEndpoint,
  type Endpoint,
  endpoint,
  made,
  nothing,
  ok,
  ownEndpoint,
  type PagedWork,
  type Reply,
  uploadEndpoint,
  type Visit,
  visitEndpoint,
} from './http/endpoint.ts'
export { openApiOf } from './http/openapi.ts'
export type { PageAnswer, PageAsked, PublicPage } from './http/public-pages.ts'
export { httpServer, type Report } from './http/server.ts'
export { streamOf } from './http/stream-of.ts'
export { channelsOf } from './jobs/channels.ts'
export { startJobs } from './jobs/runner.ts'
export { dropKey, needAnotherHolder } from './keys/admission.ts'
export { type IndexedField, tokenOf } from './keys/blind-index.ts'
export {
  beginNodeKey,
  closeNodeKey,
  dropNodeKeys,
  type KnownNodeKey,
  knownNodeKeys,
  moveToNodeKey,
  type NodeKeyHolds,
  openAllUnder,
} from './keys/exchange-node-key.ts'
export { makeFirstKeys } from './keys/first-keys.ts'
export type { Holder } from './keys/holder.ts'
export {
  type KeyFile,
  type KeyFileFault,
  keyFileText,
  keysOf,
  keysOfFile,
  marksOn,
  nodeKeyOfFile,
  openKeyFile,
  parseKeyFile,
} from './keys/key-file.ts'
export { partPlace, remembering } from './keys/key-ring.ts'
export { type NodeKey, nodeKeyFrom, ringOf } from './keys/node-key.ts'
export { openSealed } from './keys/open-sealed.ts'
export { type SealedForUnit, sealForUnit, sealToKey } from './keys/seal-for-unit.ts'
export { freshDataKey, makePair, openWith, sealTo, sealValue } from './keys/sealing.ts'
export { ownPartPlace, ownParts } from './keys/slot-wraps.ts'
export type { SealedRow } from './keys/vault.ts'
export { wrapUnder } from './keys/wrapping.ts'
export { faceWitnesses } from './log/alarm.ts'
export { bundleLines } from './log/bundle.ts'
export { checkLog } from './log/check-log.ts'
export { checkTombstones } from './log/check-tombstones.ts'
export type { TombstoneFault } from './log/current-tombstones.ts'
export { readFolder } from './log/folder-witness.ts'
export { logSigner } from './log/log-key.ts'
export { readKeyLine } from './log/note.ts'
export { startSealer } from './log/sealer.ts'
export { type LogFaultKind, verifyLog } from './log/verify.ts'
export { witnessKeyLine, witnessServer, witnessSigner } from './log/witness-server.ts'
export { asActor, type Node } from './node.ts'
export { markSeen, ownNotices } from './notices/notice-store.ts'
export { openOwnWindow } from './own/enter.ts'
export { asOwn, type OwnWork } from './own/own-work.ts'
export { freshReceipt, receiptKeys, receiptLookUp, slotPlace } from './own/receipt.ts'
export { Problem, wrongField } from './problem.ts'
export type { ProblemCode } from './problem-codes.ts'
export { ruleInForce, rulesThen } from './rule-in-force.ts'
export {
  makeSecret,
  type PasswordCost,
  usualCost,
} from './sessions/password.ts'
export { weakPassword } from './sessions/password-strength.ts'
export { challengeFor, spendWork, workDone } from './sessions/proof-of-work.ts'
export { openSession } from './sessions/session.ts'
export {
  countFailure,
  endOtherSessions,
  endSession,
  failuresUnder,
  keepSecret,
} from './sessions/session-store.ts'
export { paced } from './sessions/sign-in-pace.ts'
export { handleOf, type Pass, passOf } from './sessions/token.ts'
export { logVisit } from './sessions/visit-log.ts'
export { addressGateway, type SecretFault, secretHeaderOf } from './texts/address-gateway.ts'
export { folderGateway } from './texts/folder-gateway.ts'
export type { Handed, TextGateway } from './texts/gateway.ts'
export {
  knowsReminderKeys,
  openNumber,
  publishReminderKeys,
  type ReminderKey,
  reminderKeysOf,
  sealNumber,
} from './texts/reminder-key.ts'
export { needRole, type Work } from './work.ts'
export { writeOnce, writeOver } from './write-once.ts'
