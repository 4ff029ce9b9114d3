import { lawText } from '@setu/records/api'
import { type LawText, lawName, type Words } from '@setu/vocabulary'
import { builtInLaws } from '@setu/vocabulary/laws'
import { sql } from 'kysely'
import { needRole, Problem, type Work } from '../../platform/index.ts'

/** Refuses whoever's work it is not to lay down law: a prosecutor of an office, a ministry or an authority whose matter it is. */
export async function needLawgiver(work: Work): Promise<void> {
  needRole(work, 'prosecutor')
  const { rows } = await sql<{ may: boolean }>`select actor_lays_law() as may`.execute(work.db)
  if (rows[0]?.may !== true) throw new Problem('not-for-you')
}

/** A law that holds here, with the day since which it does so in place of what Setu brings. */
export interface HoldingLaw {
  readonly law: LawText
  readonly since: string | null
}

/** An edition as it is kept. */
export interface EditionRow {
  readonly id: string
  readonly version: number
  readonly state: 'draft' | 'proposed' | 'inForce' | 'declined' | 'replaced'
  readonly content: unknown
  readonly drafter: string
  readonly draftedBy: string | null
  readonly draftedIn: Words | null
  readonly draftedAt: string
  readonly answeredBy: string | null
  readonly answeredIn: Words | null
  readonly answeredAt: string | null
}

/** What is kept of a law, read; null where this edition of Setu cannot read it. */
export function readLaw(content: unknown): LawText | null {
  const read = lawText.safeParse(content)
  return read.success ? read.data : null
}

/** An edition in force that this release cannot read. */
export interface UnreadableLaw {
  readonly name: string
  readonly since: string
}

interface LaidDown {
  readonly laws: readonly HoldingLaw[]
  readonly unreadable: readonly UnreadableLaw[]
}

/**
 * The laws that hold here: an edition that was put into force goes before the one of the same name that Setu brings, also
 * where it cannot be read; then none of that name holds, rather than one that was replaced.
 */
export async function lawsInForce(work: Pick<Work, 'db'>): Promise<LaidDown> {
  const { rows } = await sql<UnreadableLaw & { content: unknown }>`
    select content, answered_at as since, concat_ws('.', content ->> 'jurisdiction', content ->> 'code', content ->> 'edition') as name
    from law_text where standing = 'inForce'`.execute(work.db)
  const read = rows.map((row) => ({ ...row, law: readLaw(row.content) }))
  const laid = read.flatMap(({ law, since }) => (law === null ? [] : [{ law, since }]))
  const unreadable = read.flatMap(({ law, name, since }) => (law === null ? [{ name, since }] : []))
  const names = new Set(rows.map(({ name }) => name))
  const brought = builtInLaws.filter((law) => !names.has(lawName(law))).map((law) => ({ law, since: null }))
  return { laws: [...brought, ...laid].toSorted((one, other) => inOrder(one.law, other.law)), unreadable }
}

/** The laws that hold here, as far as they can be read. */
export async function holdingLaws(work: Pick<Work, 'db'>): Promise<readonly HoldingLaw[]> {
  return (await lawsInForce(work)).laws
}

/** By country; what defines trafficking before what stands beside it, and what holds for the latest offences first. */
function inOrder(one: LawText, other: LawText): number {
  const compared = [
    one.jurisdiction.localeCompare(other.jurisdiction),
    other.scope.localeCompare(one.scope),
    (other.validFrom ?? '').localeCompare(one.validFrom ?? ''),
    lawName(one).localeCompare(lawName(other)),
  ]
  return compared.find((order) => order !== 0) ?? 0
}

const editionColumns = sql`l.id, l.version, l.standing as state, l.content, l.drafted_by as drafter, a.name as "draftedBy",
  l.drafted_at as "draftedAt", b.name as "answeredBy", l.answered_at as "answeredAt",
  case when o.id is null then null else json_build_object('en', o.name_en, 'bn', o.name_bn) end as "draftedIn",
  case when p.id is null then null else json_build_object('en', p.name_en, 'bn', p.name_bn) end as "answeredIn"`

const fromEditions = sql`from law_text l left join account a on a.id = l.drafted_by and a.org_id = l.drafted_org
  left join account b on b.id = l.answered_by and b.org_id = l.answered_org
  left join organisation o on o.id = l.drafted_org left join organisation p on p.id = l.answered_org`

/** Everything that was drafted, the latest first. */
export async function editionRows(work: Work): Promise<readonly EditionRow[]> {
  const { rows } = await sql<EditionRow>`
    select ${editionColumns} ${fromEditions} order by l.drafted_at desc, l.id limit 100`.execute(work.db)
  return rows
}

/** One edition, or nothing where there is none for this person. */
export async function editionRow(work: Work, id: string): Promise<EditionRow | undefined> {
  const { rows } = await sql<EditionRow>`select ${editionColumns} ${fromEditions} where l.id = ${id}`.execute(
    work.db,
  )
  return rows[0]
}

/** Begins a draft. */
export async function insertDraft(work: Work, id: string, law: LawText): Promise<void> {
  await sql`
    insert into law_text (id, jurisdiction, code, edition, content, standing, drafted_org, drafted_by, drafted_at)
    values (${id}, ${law.jurisdiction}, ${law.code}, ${law.edition}, ${JSON.stringify(law)}::jsonb, 'draft', ${work.actor.org},
      ${work.actor.account}, ${work.now.toISOString()})`.execute(work.db)
}

async function stepped(
  work: Work,
  query: ReturnType<typeof sql<{ version: number }>>,
): Promise<number | null> {
  const { rows } = await query.execute(work.db)
  return rows[0]?.version ?? null
}

/** Changes a draft; null where it is none any more. */
export function updateDraft(work: Work, id: string, law: LawText): Promise<number | null> {
  return stepped(
    work,
    sql`update law_text set content = ${JSON.stringify(law)}::jsonb, jurisdiction = ${law.jurisdiction}, code = ${law.code},
      edition = ${law.edition}, drafted_at = ${work.now.toISOString()}, version = version + 1
      where id = ${id} and standing = 'draft' returning version`,
  )
}

/** Lays a draft before others; null where it is none any more. */
export function proposeDraft(work: Work, id: string): Promise<number | null> {
  return stepped(
    work,
    sql`update law_text set standing = 'proposed', proposed_at = ${work.now.toISOString()}, version = version + 1
      where id = ${id} and standing = 'draft' returning version`,
  )
}

/** Answers what was proposed; null where it no longer waits. */
export function answerEdition(
  work: Work,
  id: string,
  standing: 'inForce' | 'declined',
): Promise<number | null> {
  return stepped(
    work,
    sql`update law_text set standing = ${standing}, answered_org = ${work.actor.org}, answered_by = ${work.actor.account},
      answered_at = ${work.now.toISOString()}, version = version + 1
      where id = ${id} and standing = 'proposed' returning version`,
  )
}
