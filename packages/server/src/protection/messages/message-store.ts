import type { MessageAnswer, MessageList, WaitingView } from '@setu/records/api'
import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'
import { codeBeside, findWorked, holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { type CaseRef, holderOf } from '../cases/record-store.ts'
import { settleCase } from '../due/due-store.ts'
import { spreadNewKeys } from '../referrals/spread-keys.ts'

interface Row {
  readonly id: string
  readonly version: number
  readonly fromHer: boolean
  readonly words: Buffer
  readonly sent: string
  readonly seen: boolean
  readonly by: string | null
}

const table = 'window_message'

/** What the survivor wrote and what she was answered, for those who work on the case. */
export async function readMessages(work: Work, file: CaseRef): Promise<MessageList> {
  const { relation } = await findWorked(work, file)
  const { rows } = await sql<Row>`
    select m.id, m.version, m.from_her as "fromHer", m.words, m.sent_at as sent, m.seen_at is not null as seen, a.name as by
    from window_message m left join account a on a.org_id = ${work.actor.org} and m.account_org = a.org_id and a.id = m.account_id
    where m.org_id = ${file.org} and m.case_id = ${file.id} order by m.sent_at desc, m.id limit 200`.execute(
    work.db,
  )
  const opened = await work.vault.openMany(
    file.org,
    rows.map(({ id, version, words }) => ({ at: { table, row: id, version }, values: { words } })),
  )
  if (rows.length > 0)
    work.touched({ org: file.org, caseId: file.id, part: 'narrative', did: 'read', relation })
  const items = rows.map(({ id, fromHer, sent, seen, by }, at) => {
    const words = opened[at]?.['words']
    return { id, fromHer, words: typeof words === 'string' ? words : null, sent, seen, by }
  })
  return { items: items.toReversed() }
}

/** What she wrote until then was read; nobody is waited for any more where that is all of it. */
export async function markMessagesSeen(work: Work, file: CaseRef, until: string): Promise<void> {
  const { relation } = await holdCase(work, file)
  await sql`
    update window_message set seen_at = ${work.now.toISOString()}
    where org_id = ${file.org} and case_id = ${file.id} and from_her and seen_at is null
      and date_trunc('milliseconds', sent_at) <= ${until}::timestamptz`.execute(work.db)
  if ((await unreadOf(work, file)).unread === 0) await settleCase(work, file.id, ['answerMessage'])
  work.touched({ org: file.org, caseId: file.id, part: 'narrative', did: 'wrote', relation })
}

/** Answers the survivor in the name of the office. Nothing is put where she could not read it. */
export async function answerMessage(
  work: Work,
  file: CaseRef,
  { id, words }: Pick<MessageAnswer, 'id' | 'words'>,
): Promise<{ id: string; version: number }> {
  const { relation } = await holdCase(work, file)
  const { rows } = await sql<{ open: boolean }>`select window_opens(${file.org}, ${file.id}) as open`.execute(
    work.db,
  )
  if (rows[0]?.open !== true) throw new Problem('window-shut')
  const sealed = await work.vault.seal(holderOf(file, 'narrative'), { table, row: id, version: 1 }, { words })
  await sql`
    insert into window_message (org_id, id, case_id, version, from_her, words, sent_at, account_org, account_id)
    values (${file.org}, ${id}, ${file.id}, 1, false, ${sealed['words']}, ${work.now.toISOString()}, ${work.actor.org},
      ${work.actor.account})`.execute(work.db)
  await sql`
    update window_message set seen_at = ${work.now.toISOString()}
    where org_id = ${file.org} and case_id = ${file.id} and from_her and seen_at is null`.execute(work.db)
  await settleCase(work, file.id, ['answerMessage'])
  await happened(work, file, { kind: 'messageAnswered', part: 'narrative', record: id })
  work.touched({ org: file.org, caseId: file.id, part: 'narrative', did: 'wrote', record: id, relation })
  await spreadNewKeys(work, file)
  return { id, version: 1 }
}

/** How many messages there are, and how many of hers nobody has read yet. */
export async function unreadOf(work: Work, file: CaseRef): Promise<{ messages: number; unread: number }> {
  const { rows } = await sql<{ messages: number; unread: number }>`
    select count(*)::int as messages, (count(*) filter (where from_her and seen_at is null))::int as unread
    from window_message where org_id = ${file.org} and case_id = ${file.id}`.execute(work.db)
  return rows[0] ?? { messages: 0, unread: 0 }
}

interface WaitingRow {
  readonly org: string
  readonly id: string
  readonly code: string | null
  readonly due: string | null
}

/** Cases of mine in which something of hers has not been read. That there is something is all that is told. */
export async function messagesWaiting(work: Work): Promise<WaitingView[]> {
  const { rows } = await sql<WaitingRow>`
    select s.org_id as org, s.case_id as id, ${codeBeside(work, 's.org_id', 's.case_id')} as code,
      (select min(d.due_at) from due_item d where d.org_id = s.org_id and d.case_id = s.case_id
        and d.kind = 'answerMessage' and d.done_at is null and d.cancelled_at is null) as due
    from case_assignment s
    where s.account_id = ${work.actor.account} and s.ended_at is null and s.conflict = 'none'
      and exists (select 1 from window_message m where m.org_id = s.org_id and m.case_id = s.case_id
        and m.from_her and m.seen_at is null)
    order by due nulls last limit 60`.execute(work.db)
  return rows.map((one) => ({
    kind: 'message',
    org: one.org,
    id: one.id,
    code: one.code ?? '',
    case: { org: one.org, id: one.id },
    service: null,
    urgency: null,
    from: null,
    due: one.due,
    version: 1,
  }))
}
