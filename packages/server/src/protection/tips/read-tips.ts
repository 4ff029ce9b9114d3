import type { TipList, TipView } from '@setu/records/api'
import { sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { additionPlace, summaryOf, tipPlace, tipRows, tipRulesInForce } from './tip-store.ts'

async function desksOf(work: Work): Promise<TipList['desks']> {
  const { rows } = await sql<{ unit: string; en: string; bn: string; own: boolean }>`
    select d.unit_id as unit, ${officeName('u', 'o', 'en')} as en, ${officeName('u', 'o', 'bn')} as bn,
      d.org_id = ${work.actor.org} as own
    from tip_desk d join unit u on u.id = d.unit_id join organisation o on o.id = d.org_id
    where o.active order by own desc, en limit 200`.execute(work.db)
  return rows.map(({ unit, en, bn, own }) => ({ unit, name: { en, bn }, own }))
}

async function ownDesk(work: Work): Promise<TipList['desk']> {
  if (!work.actor.roles.includes('technicalAdministrator')) return null
  const { org } = work.actor
  const { rows } = await sql<{ unit: string; open: boolean; districts: string[] }>`
    select unit_id as unit, public as open, districts from tip_desk where org_id = ${org}`.execute(work.db)
  const units = await sql<{ id: string; en: string; bn: string }>`
    select id, name_en as en, name_bn as bn from unit where org_id = ${org} order by name_en`.execute(work.db)
  const may = await sql<{ may: boolean }>`select may_own_cases(${org}) as may`.execute(work.db)
  const [desk] = rows
  return {
    unit: desk?.unit ?? null,
    open: desk?.open ?? false,
    mayOpen: may.rows[0]?.may ?? false,
    districts: desk?.districts ?? [],
    units: units.rows.map(({ id, en, bn }) => ({ id, name: { en, bn } })),
  }
}

/** Tips for one's own units, those that one wrote down, and which units take them. Nobody's words are in it. */
export async function listTips(work: Work): Promise<TipList> {
  const items = (await tipRows(work, null)).map(summaryOf)
  work.counted(items.length)
  return { items, desks: await desksOf(work), desk: await ownDesk(work) }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

/** One tip with its words, for the unit that it lies with. */
export async function readTip(work: Work, at: CaseRef): Promise<TipView> {
  const [row] = await tipRows(work, at)
  if (row === undefined || !row.ours) throw new Problem('not-found')
  const { words, mentioned, way } = row
  const opened = await work.vault.open(at.org, tipPlace(at.id), { words, mentioned, way })
  const added = await sql<{ id: string; at: string; words: Buffer }>`
    select id, at, words from tip_addition where org_id = ${at.org} and tip_id = ${at.id} order by at, id`.execute(
    work.db,
  )
  const told = await work.vault.openMany(
    at.org,
    added.rows.map((one) => ({ at: additionPlace(one.id), values: { words: one.words } })),
  )
  const { keepWithoutCase } = await tipRulesInForce(work.db, work.now)
  const until = new Date(new Date(row.received).getTime() + keepWithoutCase.amount * 86_400_000)
  return {
    ...summaryOf(row),
    words: text(opened['words']),
    mentioned: texts(opened['mentioned']),
    way: text(opened['way']),
    added: added.rows.map((one, place) => ({ id: one.id, at: one.at, words: text(told[place]?.['words']) })),
    keptUntil: until.toISOString(),
  }
}
