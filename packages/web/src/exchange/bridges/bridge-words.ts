import { caseRecords } from '@setu/records'
import type { BridgeQuery, BridgeTrial } from '@setu/records/api'
import type { Language } from '@setu/vocabulary'
import type { WordId } from '../../words/rooms.ts'

type Lost = BridgeTrial['lost'][number]

/** The systems by the names under which people know them. */
export const systemWords: Readonly<Record<BridgeQuery['system'], WordId>> = {
  referralPlatform: 'bridge.platform',
  primero: 'bridge.primero',
}

/** Why something does not reach the other system as it is. */
export const lossWords: Readonly<Record<Lost['why'], WordId>> = {
  noField: 'bridge.loss.no-field',
  staysHere: 'bridge.loss.stays-here',
  noCode: 'bridge.loss.no-code',
  other: 'bridge.loss.other',
  coarser: 'bridge.loss.coarser',
  precision: 'bridge.loss.precision',
  onlyFirst: 'bridge.loss.only-first',
}

/** What people call a field of a record; a whole record where no field is named, nothing where it is the case’s state. */
export function fieldLabel(
  { record, field }: Pick<Lost, 'record' | 'field'>,
  language: Language,
): string | null {
  if (record === null) return null
  const { label, fields } = caseRecords[record]
  const found = Object.entries(fields).find(([key]) => key === field)?.[1]
  return found === undefined ? label[language] : found.label[language]
}
