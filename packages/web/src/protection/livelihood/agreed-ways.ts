import type { RecordType } from '@setu/records'
import type { CaseView } from '@setu/records/api'

/** The form of a try offers only the ways that the person agreed to. */
export function withAgreedWays(record: RecordType, { tracing }: CaseView): RecordType {
  const { channel } = record.fields
  if (record.name !== 'tracingAttempt' || channel?.kind !== 'code') return record
  const entries = channel.from.entries.filter(({ code }) => tracing?.channels.includes(code) === true)
  return {
    ...record,
    fields: { ...record.fields, channel: { ...channel, from: { ...channel.from, entries } } },
  }
}
