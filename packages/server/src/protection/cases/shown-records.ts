import { type CaseRecordName, caseRecords, columnName, fieldsOf, sealedFields } from '@setu/records'
import type { RecordView } from '@setu/records/api'
import { stepsFrom } from '@setu/vocabulary'
import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/index.ts'
import { ofOtherHomes } from '../shelter/other-homes.ts'
import { recordNamesOfCase } from './open-case.ts'
import type { CaseRef } from './record-store.ts'

const column = (key: string): string => `r.${columnName(key)}`

/** The rows of one record: their values in clear, and the names of the sealed fields that hold something. */
function textFor(name: CaseRecordName, place: number): string {
  const record = caseRecords[name]
  const sealed = sealedFields(record)
  const clear = fieldsOf(record).flatMap(([key]) => (sealed.includes(key) ? [] : [key]))
  const values = clear.map((key) => `${column(key)} as "${key}"`).join(', ')
  const held = sealed.map((key) => `case when ${column(key)} is not null then '${key}' end`).join(', ')
  return `
    select ${place} as place, '${name}' as record, r.id, r.version, ${record.states === undefined ? 'null' : 'r.state'}::text as state,
      ${values === '' ? `'{}'::json` : `(select to_json(v) from (select ${values}) v)`} as values,
      array_remove(array[${held}]::text[], null) as sealed
    from ${record.table} r`
}

const texts = recordNamesOfCase.map((name, place) => sql.raw(textFor(name, place)))

type Shown = Omit<RecordView, 'mayBecome' | 'steps'>

interface Taken {
  readonly item: string
  readonly to: string
  readonly at: string
  readonly mine: boolean
  readonly person: string | null
  readonly officeEn: string | null
  readonly officeBn: string | null
}

/** Every step that was taken with a record of the case, oldest first. */
async function stepsTaken(work: Work, file: CaseRef): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select s.item_id as item, s.to_state as "to", s.at,
      (s.account_org, s.account_id) = (${work.actor.org}::uuid, ${work.actor.account}::uuid) as mine,
      a.name as person, o.name_en as "officeEn", o.name_bn as "officeBn"
    from record_step s
    left join account a on a.org_id = ${work.actor.org} and s.account_org = a.org_id and a.id = s.account_id
    left join organisation o on o.id = s.account_org
    where s.org_id = ${file.org} and s.case_id = ${file.id} order by s.at, s.id`.execute(work.db)
  return rows
}

/** Which states somebody may take a record to: those of its table, for their relation, that are not for another to take. */
function mayBecome({ record, state }: Shown, relation: string, taken: readonly Taken[]): string[] {
  const { states } = caseRecords[record]
  if (state === null || states === undefined) return []
  const mine = taken.filter((step) => step.mine).map(({ to }) => to)
  return stepsFrom(states, state)
    .filter(
      ({ by, notBy = [] }) => by.some((one) => one === relation) && !notBy.some((one) => mine.includes(one)),
    )
    .map(({ to }) => to)
}

/** All records of a case that this reader may have, without opening anything, in one statement. */
export async function shownRecords(work: Work, file: CaseRef, relation: string): Promise<RecordView[]> {
  const each: RawBuilder<unknown>[] = texts.map(
    (text) => sql`${text} where r.org_id = ${file.org} and r.case_id = ${file.id}`,
  )
  const { rows } = await sql<Shown>`
    select record, id, version, state, values, sealed from (${sql.join(each, sql` union all `)}) shown
    order by place, id`.execute(work.db)
  const taken = rows.some(({ state }) => state !== null) ? await stepsTaken(work, file) : []
  const byItem = Map.groupBy(taken, ({ item }) => item)
  const others = await ofOtherHomes(work, rows)
  return rows.map((row) => {
    const steps = byItem.get(row.id) ?? []
    return {
      ...row,
      mayBecome: mayBecome(row, relation, steps).filter((to) => !(others.has(row.id) && to !== 'dropped')),
      steps: steps.map(({ to, at, person, officeEn, officeBn }) => ({
        to,
        at,
        by: { person, office: { en: officeEn ?? '', bn: officeBn ?? '' } },
      })),
    }
  })
}
