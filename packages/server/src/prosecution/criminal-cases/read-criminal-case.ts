import type { AccusedView, CriminalView, OffenceView } from '@setu/records/api'
import { sql } from 'kysely'
import { officeNames } from '../../directory/index.ts'
import { Problem, type Work } from '../../platform/index.ts'
import type { CriminalRef } from '../addresses.ts'
import { courtJson } from '../courts/court-store.ts'
import { mayIn, tasksIn } from './criminal-store.ts'
import { accusedPlace } from './keep-accused.ts'

type Head = Omit<CriminalView, 'tasks' | 'writes' | 'offices' | 'accused' | 'steps' | 'matters'>

async function headOf(work: Work, { org, id }: CriminalRef): Promise<Head> {
  const { rows } = await sql<Head>`
    select c.org_id as org, c.id, c.version, c.code, c.jurisdiction, c.matter, c.category, c.complainant, c.district,
      c.station_number as "stationNumber", c.station_year as "stationYear", c.gr_number as "grNumber",
      c.tribunal_number as "tribunalNumber", c.monitoring_number as "monitoringNumber", c.court_id as court,
      c.offence_on as "offenceOn", c.transnational, c.destinations, c.measures, c.reported_on as "reportedOn",
      ${courtJson('k')} as "courtView"
    from criminal_case c left join court k on k.id = c.court_id where c.org_id = ${org} and c.id = ${id}`.execute(
    work.db,
  )
  const [row] = rows
  if (row === undefined) throw new Problem('not-found')
  return row
}

async function officesOf(work: Work, { org, id }: CriminalRef): Promise<CriminalView['offices']> {
  const { rows } = await sql<CriminalView['offices'][number]>`
    select f.id, f.task, f.unit_id as unit, ${officeNames('u', 'o')} as name, f.from_on as "from", f.until_on as until,
      case when e.id is null then null else json_build_object('en', e.name_en, 'bn', e.name_bn) end as "endedBy",
      f.until_on is null and ((f.unit_id = any ((select actor_units())::uuid[]) and f.task = any ((select actor_criminal_tasks())::text[]))
        or (f.added_org = (select actor_org()) and f.task not in ('investigation', 'prosecution')
          and criminal_may(f.org_id, f.case_id, 'offices', true))) as "mayEnd"
    from criminal_office f join unit u on u.id = f.unit_id join organisation o on o.id = f.office_org
      left join organisation e on e.id = f.ended_org
    where f.org_id = ${org} and f.case_id = ${id} order by f.from_on, f.task`.execute(work.db)
  return rows
}

interface OffenceRow extends OffenceView {
  readonly accused: string
}

async function offencesOf(work: Work, { org, id }: CriminalRef): Promise<OffenceRow[]> {
  const { rows } = await sql<OffenceRow>`
    select f.id, f.accused_id as accused, f.version, f.law, f.other_law as "otherLaw", f.section, f.stage, f.stage_on as on, f.paper,
      f.report_kind as report, f.outcome, json_build_object('kinds', f.sentence, 'months', f.months, 'fine', f.fine,
        'compensation', f.compensation) as sentence
    from accused_offence f where f.org_id = ${org} and f.case_id = ${id} order by f.law, f.section`.execute(
    work.db,
  )
  return rows
}

interface AccusedRow extends Omit<AccusedView, 'said' | 'offences'> {
  readonly name: Buffer
  readonly aliases: Buffer | null
  readonly father: Buffer | null
  readonly particulars: Buffer | null
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

function saidOf(opened: Readonly<Record<string, unknown>> | undefined): AccusedView['said'] {
  const name = text(opened?.['name'])
  if (name === null) return null
  return {
    name,
    aliases: texts(opened?.['aliases']),
    father: text(opened?.['father']),
    particulars: text(opened?.['particulars']),
  }
}

async function accusedOf(work: Work, at: CriminalRef, named: boolean): Promise<AccusedView[]> {
  const { rows } = await sql<AccusedRow>`
    select a.id, a.version, a.place, a.roles, a.age, a.sex, a.nationality, a.official, a.custody, a.custody_on as "custodyOn",
      a.name, a.aliases, a.father, a.particulars
    from accused a where a.org_id = ${at.org} and a.case_id = ${at.id} order by a.place`.execute(work.db)
  const opened = named
    ? await work.vault.openMany(
        at.org,
        rows.map(({ id, name, aliases, father, particulars }) => ({
          at: accusedPlace(id),
          values: { name, aliases, father, particulars },
        })),
      )
    : []
  const offences = Map.groupBy(await offencesOf(work, at), ({ accused }) => accused)
  return rows.map(({ name: _n, aliases: _a, father: _f, particulars: _p, ...row }, place) => ({
    ...row,
    said: saidOf(opened[place]),
    offences: (offences.get(row.id) ?? []).map(({ accused: _of, ...one }) => one),
  }))
}

async function stepsOf(work: Work, { org, id }: CriminalRef): Promise<CriminalView['steps']> {
  const { rows } = await sql<CriminalView['steps'][number]>`
    select s.about, s.accused_id as accused, s.offence_id as offence, s.from_code as "from", s.to_code as "to", s.taken_on as on,
      s.paper, s.report_kind as report, json_build_object('en', o.name_en, 'bn', o.name_bn) as by
    from criminal_step s join organisation o on o.id = s.account_org
    where s.org_id = ${org} and s.case_id = ${id} order by s.taken_on, s.at, s.place, s.id limit 5000`.execute(
    work.db,
  )
  return rows
}

async function mattersOf(work: Work, { org, id }: CriminalRef): Promise<CriminalView['matters']> {
  const { rows } = await sql<CriminalView['matters'][number]>`
    select m.matter, m.category, m.at, json_build_object('en', o.name_en, 'bn', o.name_bn) as by
    from criminal_matter m join organisation o on o.id = m.account_org
    where m.org_id = ${org} and m.case_id = ${id} order by m.at limit 200`.execute(work.db)
  return rows
}

/** A criminal case as one's office may see it. That names of accused persons were opened is logged. */
export async function readCriminalCase(work: Work, at: CriminalRef): Promise<CriminalView> {
  const tasks = await tasksIn(work, at)
  const named = (await mayIn(work, at, ['accused'], false)).length > 0
  const accused = await accusedOf(work, at, named)
  if (accused.some(({ said }) => said !== null))
    work.touched({ org: at.org, caseId: at.id, part: 'accused', did: 'read', relation: tasks.join('+') })
  return {
    ...(await headOf(work, at)),
    tasks: [...tasks],
    writes: [...(await mayIn(work, at, ['status', 'accused', 'custody', 'hearings', 'offices'], true))],
    offices: await officesOf(work, at),
    accused,
    steps: await stepsOf(work, at),
    matters: await mattersOf(work, at),
  }
}
