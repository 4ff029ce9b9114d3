import type { TextChoose, TextsView } from '@setu/records/api'
import { forbidTexts, type TextHindrance, type TextRules, textNumber, textRules } from '@setu/vocabulary'
import { sql } from 'kysely'
import { type Db, Problem, ruleInForce, sealNumber, type Work } from '../../platform/index.ts'
import { findWorked, holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'

/** The rules for automatic reminders that are laid down for a day; those Setu begins with where none are. */
export async function textRulesOn(db: Db, day: string): Promise<TextRules> {
  return { ...textRules, ...(await ruleInForce<TextRules>(db, 'textRules', day)) }
}

const mostShown = 20

/** Whether the survivor of a case is reminded by texts, and how they went, for those who work on it or supervise it. */
export async function readTexts(work: Work, file: CaseRef): Promise<TextsView> {
  const { relation } = await findWorked(work, file)
  const { offers, from, until } = await textRulesOn(work.db, work.today)
  const standing = await sql<{ hindrance: TextHindrance | null }>`
    select text_standing(${file.org}, ${file.id}) as hindrance`.execute(work.db)
  const hindrance = standing.rows[0]?.hindrance ?? null
  const { rows } = await sql<NonNullable<TextsView['choice']>>`
    select c.wording, c.language, c.chosen_at as chosen, a.name as by, c.account_id is null as herself,
      c.stopped_at as stopped, c.stopped_by as "stoppedBy"
    from text_choice c left join account a on a.org_id = ${work.actor.org} and a.org_id = c.account_org and a.id = c.account_id
    where c.org_id = ${file.org} and c.case_id = ${file.id}`.execute(work.db)
  const texts = await sql<TextsView['texts'][number]>`
    select about_id as about, state, because, coalesce(ended_at, began_at) as at from reminder_text
    where org_id = ${file.org} and case_id = ${file.id} order by on_day desc, id limit ${mostShown}`.execute(
    work.db,
  )
  return {
    offers: [...offers],
    from,
    until,
    mayChoose: relation === 'own' && !forbidTexts.some((one) => one === hindrance),
    hindrance,
    choice: rows[0] ?? null,
    texts: texts.rows,
  }
}

/** The number as an operator takes it; refuses one that no text can go to, and words that are not offered here. */
export function numberFor(
  { offers }: Pick<TextRules, 'offers'>,
  { wording, number }: Pick<TextChoose, 'wording' | 'number'>,
): string {
  const plain = textNumber(number)
  if (plain === null || !offers.includes(wording)) throw new Problem('texts-not-possible')
  return plain
}

/**
 * Writes down that the survivor chose to be reminded by texts. The number is sealed to the reminder key in the same moment
 * and read by nobody of the staff again. Whoever had not seen what she said last is told to look again.
 */
export async function chooseTexts(
  work: Work,
  file: CaseRef,
  { number, wording, language, seen }: Pick<TextChoose, 'number' | 'wording' | 'language' | 'seen'>,
): Promise<void> {
  const { relation } = await holdCase(work, file)
  if (relation !== 'own') throw new Problem('not-found')
  const plain = numberFor(await textRulesOn(work.db, work.today), { number, wording })
  const { rows: keys } = await sql<{ id: string; publicKey: Buffer }>`
    select id, public_key as "publicKey" from reminder_key where seals limit 1`.execute(work.db)
  const [key] = keys
  if (!key) throw new Problem('texts-not-possible')
  const choice = work.freshId()
  const sealed = await sealNumber(key.publicKey, { org: file.org, choice, number: plain })
  const { rows } = await sql<{ outcome: string }>`
    select text_choose(${file.org}, ${file.id}, ${choice}, ${key.id}, ${sealed}, ${wording}, ${language},
      ${seen}::timestamptz) as outcome`.execute(work.db)
  const outcome = rows[0]?.outcome ?? 'gone'
  if (outcome === 'gone') throw new Problem('not-found')
  if (outcome === 'stale') throw new Problem('stale')
  if (outcome !== 'done') throw new Problem('texts-not-possible')
  await happened(work, file, { kind: 'textsChosen', part: 'narrative' })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', relation, record: choice })
}

/** Ends it, whoever of those who work on the case hears of it first. The number is gone. */
export async function stopTexts(work: Work, file: CaseRef): Promise<void> {
  const { relation } = await holdCase(work, file)
  const { rows } = await sql<{ outcome: string }>`
    select text_stop(${file.org}, ${file.id}) as outcome`.execute(work.db)
  const outcome = rows[0]?.outcome ?? 'gone'
  if (outcome === 'gone') throw new Problem('not-found')
  if (outcome === 'ended') await happened(work, file, { kind: 'textsStopped', part: 'narrative' })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', relation })
}
