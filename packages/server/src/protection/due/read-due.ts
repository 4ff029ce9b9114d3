import type { Board, DueView } from '@setu/records/api'
import { type RawBuilder, sql } from 'kysely'
import { officeName } from '../../directory/index.ts'
import { dayOf, type Work } from '../../platform/index.ts'
import { codeBeside } from '../cases/case-store.ts'
import type { CaseRef } from '../cases/record-store.ts'

interface Row {
  readonly org: string
  readonly id: string
  readonly caseId: string | null
  readonly code: string | null
  readonly about: string | null
  readonly kind: string
  readonly due: string
  readonly began: string
  readonly done: string | null
  readonly unit: string
  readonly unitEn: string | null
  readonly unitBn: string | null
  readonly account: string | null
  readonly name: string | null
  readonly rule: string
  readonly calendar: string | null
  readonly officeEn: string | null
  readonly officeBn: string | null
  readonly text: DueView['text'] | null
}

const open = sql`d.done_at is null and d.cancelled_at is null`

/** What is open and most due under a condition. */
function pageOf(where: RawBuilder<unknown>, limit: number): RawBuilder<unknown> {
  return sql`(select * from due_item d where ${where} and ${open} order by d.due_at limit ${limit})`
}

/** The same of each unit by itself, so that its own promises are read and nobody else's. */
function pageOfEach(
  units: readonly string[],
  where: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  return sql`(select d.* from unnest(${[...units]}::uuid[]) as x (unit_id)
    cross join lateral ${pageOf(sql`d.unit_id = x.unit_id and ${where}`, limit)} d)`
}

/** Each page is found by an index of its own; together they are one. */
function select(work: Work, pages: readonly RawBuilder<unknown>[], limit: number) {
  return sql<Row>`
    with page as materialized (
      select * from (${sql.join(pages, sql` union all `)}) d order by d.due_at limit ${limit})
    select d.org_id as org, d.id, d.case_id as "caseId",
      ${codeBeside(work, 'd.org_id', 'd.case_id')} as code, d.about_id as about, d.kind, d.due_at as due,
      d.began_at as began, d.done_at as done, d.unit_id as unit, u.name_en as "unitEn", u.name_bn as "unitBn",
      d.account_id as account, a.name, d.rule_version as rule, d.calendar_version as calendar,
      ${officeName('tu', 'o', 'en')} as "officeEn", ${officeName('tu', 'o', 'bn')} as "officeBn",
      case when m.id is not null then json_build_object('state', m.state, 'at', coalesce(m.ended_at, m.began_at)) end as text
    from page d
    left join reminder_text m on d.kind = 'remindSurvivor' and m.org_id = d.org_id and m.about_id = d.about_id and m.due_id = d.id
    left join unit u on u.id = d.unit_id
    left join account a on a.org_id = ${work.actor.org} and a.id = d.account_id
    left join lateral (select k.about_unit as unit from case_task k
      where d.kind = 'recallFile' and k.org_id = d.org_id and k.id = d.about_id limit 1) t on true
    left join unit tu on tu.id = t.unit
    left join organisation o on o.id = tu.org_id
    order by d.due_at`
}

const soonDays = 3

function soonFrom(work: Work): Date {
  return new Date(work.now.getTime() + soonDays * 86_400_000)
}

function stateOf(work: Work, row: Row): DueView['state'] {
  if (row.done !== null) return 'done'
  const due = new Date(row.due)
  if (due < work.now) return 'overdue'
  if (dayOf(due) === work.today) return 'today'
  return due.getTime() - work.now.getTime() < soonDays * 86_400_000 ? 'soon' : 'later'
}

function viewOf(work: Work, row: Row): DueView {
  return {
    org: row.org,
    id: row.id,
    case: row.caseId === null || row.code === null ? null : { org: row.org, id: row.caseId, code: row.code },
    about: row.about,
    kind: row.kind,
    office: row.officeEn === null ? null : { en: row.officeEn, bn: row.officeBn ?? row.officeEn },
    due: row.due,
    began: row.began,
    state: stateOf(work, row),
    holder: {
      unit: row.unit,
      name: { en: row.unitEn ?? '', bn: row.unitBn ?? '' },
      account: row.account === null || row.name === null ? null : { id: row.account, name: row.name },
    },
    rule: row.rule,
    calendar: row.calendar,
    ...(row.text ? { text: row.text } : {}),
  }
}

/** What this person has promised, or what nobody of their units has taken up yet, the most overdue first. */
export async function myPromises(work: Work, limit = 60): Promise<DueView[]> {
  const units = work.actor.units.map(({ unit }) => unit)
  const mine = pageOf(sql`d.account_id = ${work.actor.account}`, limit)
  const nobodys = pageOfEach(units, sql`d.account_id is null`, limit)
  const { rows } = await select(work, [mine, nobodys], limit).execute(work.db)
  return rows.map((row) => viewOf(work, row))
}

/** The open promises of a case, and those kept last. */
export async function promisesOf(work: Work, file: CaseRef): Promise<DueView[]> {
  const { rows } = await select(
    work,
    [pageOf(sql`d.org_id = ${file.org} and d.case_id = ${file.id}`, 40)],
    40,
  ).execute(work.db)
  return rows.map((row) => viewOf(work, row))
}

interface Cell {
  readonly unit: string
  readonly account: string | null
  readonly kind: string
  readonly overdue: number
  readonly soon: number
  readonly open: number
  readonly unitEn: string
  readonly unitBn: string
  readonly orgEn: string
  readonly orgBn: string
  readonly name: string | null
}

async function cellsOf(work: Work, units: readonly string[]): Promise<Cell[]> {
  const soon = soonFrom(work)
  const { rows } = await sql<Cell>`
    select d.unit_id as unit, d.account_id as account, d.kind, u.name_en as "unitEn", u.name_bn as "unitBn",
      o.name_en as "orgEn", o.name_bn as "orgBn", a.name,
      (count(*) filter (where d.due_at < ${work.now.toISOString()}::timestamptz))::int as overdue,
      (count(*) filter (where d.due_at >= ${work.now.toISOString()}::timestamptz
        and d.due_at < ${soon.toISOString()}::timestamptz))::int as soon,
      count(*)::int as open
    from unnest(${[...units]}::uuid[]) as x (unit_id) join due_item d on d.unit_id = x.unit_id and ${open}
    join unit u on u.id = d.unit_id join organisation o on o.id = u.org_id
    left join account a on a.org_id = ${work.actor.org} and a.id = d.account_id
    group by d.unit_id, d.account_id, d.kind, u.name_en, u.name_bn, o.name_en, o.name_bn, a.name`.execute(
    work.db,
  )
  return rows
}

/**
 * Promises by who holds them, for those who supervise them: the most overdue first, and never a ranking of
 * people by cases closed.
 */
export async function readBoard(work: Work): Promise<Board> {
  const units = work.actor.units.filter(({ supervises }) => supervises).map(({ unit }) => unit)
  const cells = await cellsOf(work, units)
  const byHolder = Map.groupBy(cells, ({ unit, account }) => `${unit}|${account ?? ''}`)
  const rows = [...byHolder.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    return [
      {
        organisation: { en: first.orgEn, bn: first.orgBn },
        unit: { id: first.unit, name: { en: first.unitEn, bn: first.unitBn } },
        account:
          first.account === null || first.name === null ? null : { id: first.account, name: first.name },
        open: group.reduce((sum, cell) => sum + cell.open, 0),
        cells: Object.fromEntries(group.map(({ kind, overdue, soon }) => [kind, { overdue, soon }])),
      },
    ]
  })
  const late = await select(
    work,
    [pageOfEach(units, sql`d.due_at < ${soonFrom(work).toISOString()}::timestamptz`, 400)],
    400,
  ).execute(work.db)
  const { rows: colleagues } = await sql<{ id: string; name: string }>`
    select distinct a.id, a.name from unit_member m join account a on a.org_id = m.org_id and a.id = m.account_id
    where m.unit_id = any (${units}::uuid[]) and a.disabled_at is null order by a.name`.execute(work.db)
  return {
    kinds: [...new Set(cells.map(({ kind }) => kind))].toSorted(),
    rows: rows.toSorted((a, b) => overdueOf(b.cells) - overdueOf(a.cells)),
    items: late.rows.map((row) => viewOf(work, row)),
    colleagues,
  }
}

function overdueOf(cells: Board['rows'][number]['cells']): number {
  return Object.values(cells).reduce((sum, { overdue }) => sum + overdue, 0)
}
