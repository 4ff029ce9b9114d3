import type { OwnFeedback, OwnFeedbackGiven, OwnMessages, OwnWrite } from '@setu/records/api'
import { sql } from 'kysely'
import { freshDataKey, type OwnWork, Problem, sealValue } from '../../platform/index.ts'
import { openOwnValues } from './own-open.ts'
import { firstOwnKey } from './own-withdraw.ts'

const table = 'window_message'
const part = 'narrative'

interface Row extends Omit<OwnMessages['items'][number], 'words' | 'office'> {
  readonly version: number
  readonly words: Buffer
  readonly officeEn: string | null
  readonly officeBn: string | null
}

/** What she wrote and what the office answered, oldest first. */
export async function ownMessagesOf(work: OwnWork): Promise<OwnMessages> {
  const { rows } = await sql<Row>`
    select id, version, from_her as "fromHer", words, sent_at as sent, seen, office_en as "officeEn", office_bn as "officeBn"
    from own_messages()`.execute(work.db)
  const sealed = rows.map(({ id, version, words }) => ({
    place: table,
    id,
    version,
    field: 'words',
    sealed: words,
  }))
  const opened = new Map(
    (await openOwnValues(work, part, sealed)).map(({ id, value }) => [id, String(value)]),
  )
  work.touched({ part, did: 'read' })
  const items = rows.map(({ id, fromHer, sent, seen, officeEn, officeBn }) => ({
    id,
    fromHer,
    words: opened.get(id) ?? null,
    sent,
    seen,
    office: officeEn === null ? null : { en: officeEn, bn: officeBn ?? officeEn },
  }))
  return { items: items.toReversed() }
}

/** Seals something that she says, as her own words in the case are sealed. */
async function sealOwn(
  work: OwnWork,
  at: { readonly table: string; readonly row: string; readonly version: number },
  column: string,
  text: string,
): Promise<Buffer> {
  const { rows } = await sql<{ id: string; publicKey: Buffer }>`
    select id, public_key as "publicKey" from own_seal_key(${part})`.execute(work.db)
  const key = rows[0] ?? (await firstOwnKey(work, part))
  const dataKey = await freshDataKey(key.id, key.publicKey)
  return sealValue(dataKey, { node: work.node, ...at }, column, JSON.stringify(text))
}

/** She writes to those who work on her case: sealed like her own words, and to nobody else. */
export async function writeOwnMessage(work: OwnWork, { id, words }: OwnWrite): Promise<void> {
  const sealed = await sealOwn(work, { table, row: id, version: 1 }, 'words', words)
  const { rows: done } = await sql<{
    outcome: string
  }>`select own_write(${id}, ${sealed}) as outcome`.execute(work.db)
  if (done[0]?.outcome === 'later') throw new Problem('written-often')
  if (done[0]?.outcome !== 'done') throw new Problem('not-found')
  work.touched({ part, did: 'wrote', record: id })
}

/** Whether she is asked what she thinks of us. */
export async function ownFeedbackOf(work: OwnWork): Promise<OwnFeedback> {
  const { rows } = await sql<{ id: string; version: number }>`select id, version from own_feedback()`.execute(
    work.db,
  )
  work.touched({ part: 'status', did: 'read' })
  return { asked: rows[0] ?? null }
}

/** What she says of us herself, or that she does not wish to. */
export async function giveOwnFeedback(work: OwnWork, { id, base, said }: OwnFeedbackGiven): Promise<void> {
  const words = said?.words?.trim() ?? ''
  const at = { table: 'survivor_feedback', row: id, version: base + 1 }
  const sealed = words === '' ? null : await sealOwn(work, at, 'would_change', words)
  const { rows } = await sql<{ outcome: string }>`
    select own_give_feedback(${id}, ${base}, ${said === null}, ${said?.respected ?? null}, ${said?.helped ?? null},
      ${said?.informed ?? null}, ${said?.complains ?? false}, ${sealed}::bytea) as outcome`.execute(work.db)
  const [done] = rows
  if (done === undefined || done.outcome === 'gone') throw new Problem('not-found')
  if (done.outcome === 'over') throw new Problem('record-settled')
  work.touched({ part, did: 'wrote', record: id })
}
