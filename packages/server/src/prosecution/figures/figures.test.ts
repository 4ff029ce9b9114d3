import { randomUUID } from 'node:crypto'
import type { Figures } from '@setu/records/api'
import {
  addDays,
  type CriminalOutcome,
  type CriminalStage,
  convictionRates,
  criminalStepsFrom,
  type FigureMatter,
  type FigureMeasure,
  figureMeasures,
  figureOf,
  outcomeAfter,
  plainDate,
} from '@setu/vocabulary'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { intrude } from '../../../test/intruder.ts'
import { enginesInTurn, runs } from '../../../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { handleOf } from '../../platform/index.ts'
import { countFigures } from './figures-store.ts'

/** The reporting year that is counted below: April 2024 to March 2025. */
const year = 2024

type Lane = readonly (readonly [stage: string, on: string])[]

interface Filed {
  readonly about: readonly [matter: string, category: string, transnational: boolean]
  readonly reported: string
  readonly by: AnyName
  readonly accused: readonly Lane[]
}

const begun = [
  ['reported', '2023-06-01'],
  ['underInvestigation', '2023-07-01'],
] as const
const sent = [...begun, ['chargeSheeted', '2023-10-01']] as const
const framed = [...sent, ['chargeFramed', '2024-01-01']] as const

/** Five accused of one case who end in five ways, one smuggler, a case without anybody, and a judgment that an appeal turned. */
const filed: readonly Filed[] = [
  {
    about: ['trafficking', 'labour', true],
    reported: '2023-06-01',
    by: 'inspector',
    accused: [
      [...framed, ['convicted', '2024-05-01']],
      [...framed, ['acquitted', '2024-05-01']],
      [...sent, ['discharged', '2024-06-01']],
      [...framed, ['abated', '2024-07-01']],
      [...begun, ['finalReport', '2024-04-10'], ['closedByReport', '2024-05-10']],
    ],
  },
  {
    about: ['smuggling', 'unspecified', true],
    reported: '2024-08-01',
    by: 'inspector',
    accused: [[['reported', '2024-08-01']]],
  },
  { about: ['trafficking', 'sex', false], reported: '2024-09-01', by: 'inspector', accused: [] },
  {
    about: ['trafficking', 'sex', false],
    reported: '2022-01-01',
    by: 'prosecutor',
    accused: [
      [
        ['reported', '2022-01-01'],
        ['chargeSheeted', '2022-04-01'],
        ['chargeFramed', '2022-06-01'],
        ['convicted', '2023-05-01'],
        ['convictionAppealed', '2023-06-01'],
        ['acquittedOnAppeal', '2024-12-01'],
      ],
    ],
  },
]

/** What the figures of one matter are, as `cases/persons` of each measure that is not nought. */
const told = (cells: Figures['cells'], matter: FigureMatter): Readonly<Record<string, string>> =>
  Object.fromEntries(
    figureMeasures.entries.flatMap(({ code }: { code: FigureMeasure }) => {
      const { cases, persons } = figureOf(cells, code, matter)
      return cases + persons === 0 ? [] : [[code, `${cases}/${persons}`]]
    }),
  )

describe.each(enginesInTurn)('figures of criminal cases, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  const owner = (text: string, values: readonly unknown[] = []) => rowsOf(world.owner, text, values)

  async function history(org: string, file: string, lane: Lane): Promise<string> {
    const [accused, offence] = [randomUUID(), randomUUID()]
    const { account } = world.people.inspector
    await owner(
      `insert into accused (org_id, id, case_id, place, name, roles, age, sex, nationality, official, custody, custody_on)
       values ($1, $2, $3, (select coalesce(max(place), 0) + 1 from accused where case_id = $3), '\\x00', '{}', 'adult', 'male', 'BD',
         false, 'atLarge', current_date)`,
      [org, accused, file],
    )
    const [stage, on] = lane.at(-1) ?? ['reported', '2024-01-01']
    const outcome = lane.reduce<CriminalOutcome | null>(
      (before, [reached]) => outcomeAfter(before, reached as CriminalStage),
      null,
    )
    const sentence = outcome === 'convicted' ? '{imprisonment}' : '{}'
    await owner(
      `insert into accused_offence (org_id, id, case_id, accused_id, law, section, stage, stage_on, outcome, sentence, months)
       values ($1, $2, $3, $4, 'PSHTA-2012', '6', $5, $6, $7, $8, $9)`,
      [org, offence, file, accused, stage, on, outcome, sentence, outcome === 'convicted' ? 84 : null],
    )
    for (const [place, [to, taken]] of lane.entries())
      await owner(
        `insert into criminal_step (org_id, id, case_id, accused_id, offence_id, about, from_code, to_code, taken_on, account_org, account_id, at)
         values ($1, gen_random_uuid(), $2, $3, $4, 'stage', $5, $6, $7, $1, $8, now() + make_interval(secs => $9))`,
        [org, file, accused, offence, lane[place - 1]?.[0] ?? null, to, taken, account, place],
      )
    return offence
  }

  async function file({ about, reported, by, accused }: Filed, place: number): Promise<void> {
    const { org, account } = world.people.inspector
    const id = randomUUID()
    await owner(
      `insert into criminal_case (org_id, id, code, jurisdiction, matter, category, complainant, transnational, destinations, measures,
         reported_on, opened_at) values ($1, $2, $3, 'BD', $4, $5, 'family', $6, '{}', '{}', $7, now())`,
      [org, id, `CC-22${String(place).padStart(2, '0')}-22`, ...about, reported],
    )
    const office = world.people[by]
    await owner(
      `insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
       values ($1, gen_random_uuid(), $2, $3, $4, $5, current_date, $1, $6)`,
      [org, id, office.org, office.unit, by === 'inspector' ? 'investigation' : 'prosecution', account],
    )
    for (const lane of accused) await history(org, id, lane)
  }

  const ask = (who: AnyName, path: string) => client.get(path, world.people[who].cookie)
  const read = async (who: AnyName, of: string, of2 = year): Promise<Figures> => {
    const { body, status, text } = await ask(who, `/figures?of=${of}&year=${of2}`)
    expect(status, text).toBe(200)
    return body as unknown as Figures
  }
  const prove = () => owner('update session set proved_at = now()')

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    for (const [place, one] of filed.entries()) await file(one, place)
    await prove()
    const { admin, inspector } = world.people
    await client.post('/figures/cells', admin.cookie, { units: [inspector.unit] })
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  test('of five accused who end in five ways, of the country: cases and persons, counted by hand', async () => {
    const { cells } = await read('inspector', 'country')
    expect(told(cells, 'trafficking')).toEqual({
      investigationsOpened: '1/0',
      investigationsContinued: '1/1',
      prosecutionsContinued: '1/4',
      convicted: '1/1',
      acquitted: '2/2',
      discharged: '1/1',
      endedOtherwise: '1/1',
      closedOnReport: '1/1',
      disposed: '1/0',
      disposedWithConviction: '1/0',
      sentencedYearOrMore: '1/1',
    })
    expect(told(cells, 'smuggling')).toEqual({ investigationsOpened: '1/1' })
    expect(convictionRates(cells, 'trafficking')).toEqual({
      persons: { convicted: 1, of: 4, rate: 0.25 },
      cases: { convicted: 1, of: 1, rate: 1 },
    })
  })

  test('of the year before: what a later appeal turned was a conviction then', async () => {
    const { cells, before } = await read('inspector', 'country', 2023)
    expect(told(cells, 'trafficking')).toEqual({
      investigationsOpened: '1/5',
      prosecutionsOpened: '1/4',
      prosecutionsContinued: '1/1',
      convicted: '1/1',
      disposed: '1/0',
      disposedWithConviction: '1/0',
      sentenceNotSaid: '1/1',
    })
    expect(told(before.cells, 'trafficking')).toEqual({
      prosecutionsOpened: '1/1',
      investigationsContinued: '1/1',
    })
  })

  test('of one office are those of its own cases, and nobody else is told them', async () => {
    const { inspector, prosecutor } = world.people
    const own = await read('inspector', inspector.unit)
    expect(told(own.cells, 'trafficking')).toMatchObject({ acquitted: '1/1', convicted: '1/1' })
    expect(convictionRates(own.cells, 'trafficking').persons).toEqual({ convicted: 1, of: 3, rate: 1 / 3 })
    expect(told((await read('prosecutor', prosecutor.unit)).cells, 'trafficking')).toEqual({
      acquitted: '1/1',
    })
    for (const [who, of] of [
      ['prosecutor', inspector.unit],
      ['prosecutor', 'country'],
      ['asha', world.people.asha.unit],
      ['asha', 'country'],
      ['admin', 'country'],
      ['analyst', 'country'],
    ] as const) {
      expect((await ask(who, `/figures?of=${of}&year=${year}`)).status, `${who} of ${of}`).toBe(403)
      const unit = of === 'country' ? null : of
      await intrude(world.node.engine, 'setu_app', handleOf(world.people[who].cookie), async (attempt) => {
        const { rows } = await attempt(`select criminal_figures($1, '2024-04-01', '2025-03-31') as told`, [
          unit,
        ])
        expect(rows, who).toEqual([{ told: null }])
        const inner = `select criminal_figures_of(null, '{}', '2024-04-01', '2025-03-31')`
        expect(await attempt(inner), who).toMatchObject({ refused: '42501' })
      })
    }
  })

  test('whoever works on no criminal case is told none', async () => {
    const { body } = await ask('asha', '/figures')
    expect(body).toMatchObject({ of: null, choices: [], cells: [], mayFreeze: false })
  })

  test('durations count those who wait: a table by hand', async () => {
    // From the charge to the judgment: 121 days twice, 334 once; one who died after 182 counts until then.
    const { spans } = await read('inspector', 'country')
    expect(spans.find(({ span }) => span === 'trial')).toEqual({
      span: 'trial',
      persons: 4,
      ended: 3,
      quarter: 121,
      half: 121,
      threeQuarters: 334,
      curve: [
        { days: 121, longer: 0.5 },
        { days: 334, longer: 0 },
      ],
    })
    // From the report to the police report: who is still investigated counts for as long as that lasts.
    expect(spans.find(({ span }) => span === 'report')).toMatchObject({ persons: 7, ended: 6 })
  })

  test('a year that is over is kept once by who answers for it, and corrections show beside it', async () => {
    const { inspector } = world.people
    const freeze = (of: string, which: number) =>
      client.post('/figures/freeze', inspector.cookie, { id: randomUUID(), of, year: String(which) })
    expect((await freeze('country', year)).status).toBe(403)
    await owner(`update unit_member set supervises = true where account_id = $1`, [inspector.account])
    await owner(
      `insert into account_role (org_id, account_id, role) values ($1, $2, 'supervisor') on conflict do nothing`,
      [inspector.org, inspector.account],
    )
    expect((await read('inspector', 'country')).mayFreeze).toBe(true)
    expect((await freeze('country', new Date().getFullYear() + 1)).status).toBe(400)
    const done = await freeze('country', year)
    expect(done.status, done.text).toBe(200)
    expect((await freeze('country', year)).body.code).toBe('exists-already')

    // A judgment of that year is written down late.
    await owner(
      `insert into criminal_step (org_id, id, case_id, accused_id, offence_id, about, from_code, to_code, taken_on, account_org, account_id, at)
       select s.org_id, gen_random_uuid(), s.case_id, s.accused_id, s.offence_id, 'stage', 'reported', 'convicted', '2025-01-10',
         s.account_org, s.account_id, now() from criminal_step s join criminal_case c on c.id = s.case_id where c.matter = 'smuggling'`,
    )
    const after = await read('inspector', 'country')
    expect(after.mayFreeze).toBe(false)
    expect(after.frozen?.formula).toBe(after.formula)
    expect(told(after.frozen?.cells ?? [], 'smuggling')).toEqual({ investigationsOpened: '1/1' })
    expect(told(after.cells, 'smuggling')).toMatchObject({ convicted: '1/1', disposed: '1/0' })
    const next = await read('inspector', 'country', year + 1)
    expect(next.before.frozen).toBe(true)
    expect(told(next.before.cells, 'smuggling')).toEqual({ investigationsOpened: '1/1' })
    const changed = await intrude(world.node.engine, 'setu_app', handleOf(inspector.cookie), (attempt) =>
      attempt(`update criminal_year set figures = '{}'`),
    )
    expect(changed.refused).toBe('42501')
  })

  test('as files: line by line with the year before, and of a calendar year in the cells of the other report', async () => {
    await prove()
    const lines = async (shape: string) => {
      const path = `/figures/file?of=country&year=${year}&shape=${shape}&format=csv&language=en`
      const { text, status } = await ask('inspector', path)
      expect(status, text).toBe(200)
      return text.split(/\r?\n/).map((line) => line.slice(1, -1).replaceAll('","', ','))
    }
    const tip = await lines('tip')
    expect(tip).toContain('Acquitted,2,2,0,0,2,2')
    expect(tip).toContain('Investigations opened: Forced labour,0,0,1,5,0,0')
    expect(tip.find((line) => line.includes('Conviction rate of persons'))).toMatch(/,,25,,100,,25$/)
    const glotip = await lines('glotip')
    const bangladesh = 'BGD,Bangladesh,Asia,Southern Asia'
    expect(glotip).toContain(
      `${bangladesh},Persons convicted,Total,Total,Male,18 years or over,2024,Counts,1,Setu`,
    )
    expect(glotip).toContain(
      `${bangladesh},Offences of trafficking in persons,Total,Total,Total,Total,2024,Counts,1,Setu`,
    )
    expect(glotip.join()).not.toContain('CC-')
    for (const shape of ['tip', 'glotip']) {
      const path = `/figures/file?of=country&year=${year}&shape=${shape}&format=xlsx&language=bn`
      const { status, headers } = await ask('inspector', path)
      expect([status, headers['content-type']], shape).toEqual([
        200,
        expect.stringContaining('spreadsheetml'),
      ])
    }
  })

  test('a reporting year begins in the month that was laid down', async () => {
    const [of, which] = ['country', 2024]
    expect(await read('inspector', of, which)).toMatchObject({ from: '2024-04-01', to: '2025-03-31' })
    await owner(
      `insert into rule_set (kind, version, valid_from, rules, made_at)
       values ('figureRules', 'by the calendar', '2020-01-01', '{"yearBegins": 1}', now())`,
    )
    expect(await read('inspector', of, which)).toMatchObject({
      from: '2024-01-01',
      to: '2024-12-31',
      frozen: null,
    })
    await owner(`delete from rule_set where version = 'by the calendar'`)
  })

  test('over all time, generated histories end as the list of cases counts them', async () => {
    const chosen = fc.sample(fc.array(fc.nat(), { maxLength: 14 }), runs(25))
    const lanes = chosen.map((draws, place): Lane => {
      const lane: [string, string][] = [['firLodged', '2020-01-01']]
      for (const [turn, draw] of draws.entries()) {
        const ways = criminalStepsFrom(lane.at(-1)?.[0] as CriminalStage)
        const way = ways[draw % Math.max(ways.length, 1)]
        if (way !== undefined) lane.push([way.to, addDays(plainDate('2020-01-01'), (turn + 1) * (place % 3))])
      }
      return lane
    })
    for (const [place, lane] of lanes.entries())
      await file(
        {
          about: ['trafficking', 'organ', false],
          reported: '2020-01-01',
          by: 'prosecutor',
          accused: [lane, ...lanes.slice(place, place + 1)],
        },
        filed.length + place,
      )
    await prove()
    const { prosecutor } = world.people
    const { body: counted } = await ask('prosecutor', '/criminal-counts')
    const sums = await prosecutor.as(async (work) => {
      const { cells } = await countFigures(work, prosecutor.unit, {
        from: plainDate('1990-01-01'),
        to: work.today,
      })
      const sum = (...measures: FigureMeasure[]) =>
        measures.reduce((all, one) => all + figureOf(cells, one, 'trafficking').persons, 0)
      return {
        convicted: sum('convicted'),
        acquitted: sum('acquitted'),
        discharged: sum('discharged'),
        endedOtherwise: sum('endedOtherwise', 'closedOnReport'),
      }
    })
    for (const [outcome, persons] of Object.entries(sums))
      expect(counted[outcome], outcome).toMatchObject({ persons })
  })
})
