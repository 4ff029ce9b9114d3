import type { RightsNoticeRecord } from '@setu/records/api'
import { sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** Records that the survivor was told their rights, under which version of the text. */
export async function giveRightsNotice(
  work: Work,
  file: CaseRef,
  notice: Omit<RightsNoticeRecord, 'command'>,
): Promise<{ id: string; version: number }> {
  await sql`
    insert into rights_notice (org_id, id, case_id, version, account_id, recorded_at, given_on, means, language, text_version, understood)
    values (${file.org}, ${notice.id}, ${file.id}, 1, ${work.actor.account}, ${work.now.toISOString()}, ${notice.givenOn}::date,
      ${notice.means}, ${notice.language}, ${notice.textVersion}, ${notice.understood})`.execute(work.db)
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: notice.id })
  await happened(work, file, {
    kind: 'rightsNoticeGiven',
    part: 'status',
    on: notice.givenOn,
    record: notice.id,
  })
  return { id: notice.id, version: 1 }
}
