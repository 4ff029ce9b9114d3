import type { RecordType } from '@setu/records'
import type { CaseView } from '@setu/records/api'

const reaching: readonly string[] = ['tracingAttempt', 'appointment']

/** The form of a try, or of a reminder, offers only the ways that the person agreed to. */
export function withAgreedWays(record: RecordType, { tracing }: CaseView): RecordType {
  const { channel } = record.fields
  if (!reaching.includes(record.name) || channel?.kind !== 'code') return record
  const entries = channel.from.entries.filter(({ code }) => tracing?.channels.includes(code) === true)
  return {
    ...record,
    fields: { ...record.fields, channel: { ...channel, from: { ...channel.from, entries } } },
  }
}
