import { randomUUID } from 'node:crypto'
import type { Figures, Sentence } from '@setu/records/api'
import {
  addDays,
  type CriminalStage,
  convictionRates,
  countCriminal,
  criminalStepsFrom,
  type FigureMatter,
  type FigureMeasure,
  figureMeasures,
  figureOf,
  plainDate,
} from '@setu/vocabulary'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { heldCriminalCase } from '../../../test/criminal-calls.ts'
import { fileCase, knownCases, type Lane, outcomeOf } from '../../../test/criminal-histories.ts'
import { intrude } from '../../../test/intruder.ts'
import { enginesInTurn, runs } from '../../../test/seed.ts'
import { type AnyName, openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { dayOf, handleOf } from '../../platform/index.ts'
import { countFigures } from './figures-store.ts'

/** The reporting year that is counted below: April 2024 to March 2025. */
const year = 2024

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

  const ask = (who: AnyName, path: string) => client.get(path, world.people[who].cookie)
  const read = async (who: AnyName, of: string, of2 = year): Promise<Figures> => {
    const { body, status, text } = await ask(who, `/figures?of=${of}&year=${of2}`)
    expect(status, text).toBe(200)
    return body as unknown as Figures
  }
  const count = ({ from, to }: { readonly from: string; readonly to: string }) =>
    world.people.inspector.as((work) =>
      countFigures(work, 'country', { from: plainDate(from), to: plainDate(to) }),
    )
  const prove = () => owner('update session set proved_at = now()')

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    for (const one of knownCases) await fileCase(world, one)
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

  test('of the year before: what a later appeal turned was a conviction then, with its sentence', async () => {
    const { cells, before } = await read('inspector', 'country', 2023)
    expect(told(cells, 'trafficking')).toEqual({
      investigationsOpened: '1/5',
      prosecutionsOpened: '1/4',
      prosecutionsContinued: '1/1',
      convicted: '1/1',
      disposed: '1/0',
      disposedWithConviction: '1/0',
      sentencedYearOrMore: '1/1',
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

  test('somebody whose discharge was undone is waited for as long as the trial lasts, and no shorter', async () => {
    await fileCase(world, {
      about: ['trafficking', 'criminality', false],
      reported: '2014-01-01',
      by: 'inspector',
      accused: [
        [
          [
            ['reported', '2014-01-01'],
            ['chargeSheeted', '2014-05-01'],
            ['discharged', '2015-01-10'],
            ['dischargeChallenged', '2015-02-01'],
            ['chargeFramed', '2015-06-01'],
            ['withdrawn', '2017-06-01'],
          ],
        ],
      ],
    })
    const waits = async (to: string) => (await count({ from: '2014-01-01', to })).waits
    expect(await waits('2016-03-31')).toEqual([
      { span: 'charge', days: 254, ended: 1, left: 0 },
      { span: 'report', days: 120, ended: 1, left: 0 },
      { span: 'trial', days: 304, ended: 0, left: 1 },
      { span: 'whole', days: 820, ended: 0, left: 1 },
    ])
    // Once it ended in another way, they count until then and no longer.
    expect((await waits('2018-03-31')).filter(({ ended }) => ended === 0)).toEqual([
      { span: 'trial', days: 731, ended: 0, left: 1 },
      { span: 'whole', days: 1247, ended: 0, left: 1 },
    ])
  })

  test('a case is disposed of in the year in which nothing is open in it, against the convicted either', async () => {
    const tried = [
      ['reported', '2018-01-01'],
      ['chargeSheeted', '2018-02-01'],
      ['chargeFramed', '2018-03-01'],
    ] as const
    await fileCase(world, {
      about: ['trafficking', 'otherForm', false],
      reported: '2018-01-01',
      by: 'inspector',
      accused: [
        [
          [...tried, ['convicted', '2018-05-01']],
          [...tried, ['acquitted', '2019-05-01']],
        ],
      ],
    })
    const in2018 = await count({ from: '2018-01-01', to: '2018-12-31' })
    expect(told(in2018.cells, 'trafficking')).toMatchObject({ convicted: '1/1' })
    expect(told(in2018.cells, 'trafficking')).not.toHaveProperty('disposed')
    const in2019 = await count({ from: '2019-01-01', to: '2019-12-31' })
    expect(told(in2019.cells, 'trafficking')).toMatchObject({
      disposed: '1/0',
      disposedWithConviction: '1/0',
    })
    expect(told(in2019.cells, 'trafficking')).not.toHaveProperty('convicted')
  })

  test('a sentence stays with the step that passed it, whatever an appeal says of it', async () => {
    const held = await heldCriminalCase(world, 'CNRY-sentence')
    const today = dayOf(new Date())
    const ago = (days: number) => addDays(today, -days)
    await owner(`update accused_offence set stage = 'argument', stage_on = $2 where id = $1`, [
      held.offence,
      ago(9),
    ])
    const { prosecutor } = world.people
    const step = async (to: CriminalStage, on: string, sentence?: Sentence) => {
      const [row] = await owner('select version from accused_offence where id = $1', [held.offence])
      const path = `/criminal-cases/${held.criminalOrg}/${held.criminal}/offences/${held.offence}/step`
      const body = { base: row?.['version'], to, on, paper: null, ...(sentence && { sentence }) }
      const { status, text } = await client.post(path, prosecutor.cookie, body)
      expect(status, text).toBe(200)
    }
    await step('convicted', ago(8), { kinds: ['life'], months: null, fine: null, compensation: null })
    await step('convictionAppealed', ago(7))
    const lighter: Sentence = { kinds: ['imprisonment'], months: 6, fine: null, compensation: null }
    await step('convictionUpheld', ago(6), lighter)
    await step('convictionAppealed', ago(5))
    await step('acquittedOnAppeal', ago(4))
    const sentenced = async (to: string) => {
      const cells = told((await count({ from: ago(8), to })).cells, 'trafficking')
      return Object.keys(cells).filter((one) => one.startsWith('sentence'))
    }
    expect(await sentenced(ago(7))).toEqual(['sentencedYearOrMore'])
    expect(await sentenced(ago(5))).toEqual(['sentencedUnderYear'])
    expect(await sentenced(ago(4))).toEqual([])
  })

  test('over all time, generated histories end as the list of cases counts them', async () => {
    // Half of them begin at the charge, so that many come to a judgment while something else is open.
    const first = fc.constantFrom<CriminalStage>('firLodged', 'chargeFramed')
    const offences = fc.array(fc.tuple(first, fc.array(fc.nat(), { maxLength: 14 })), {
      minLength: 1,
      maxLength: 3,
    })
    const chosen = fc.sample(fc.array(offences, { minLength: 1, maxLength: 2 }), runs(60))
    const laneOf = ([begins, ways]: readonly [CriminalStage, readonly number[]], place: number): Lane => {
      const lane: [CriminalStage, string][] = [[begins, '2020-01-01']]
      for (const [turn, draw] of ways.entries()) {
        const steps = criminalStepsFrom(lane.at(-1)?.[0] ?? begins)
        const way = steps[draw % Math.max(steps.length, 1)]
        if (way !== undefined) lane.push([way.to, addDays(plainDate('2020-01-01'), (turn + 1) * (place % 3))])
      }
      return lane
    }
    const theirs = chosen.map((all, place) =>
      all.map((charged) => charged.map((drawn) => laneOf(drawn, place))),
    )
    for (const accused of theirs)
      await fileCase(world, {
        about: ['trafficking', 'organ', false],
        reported: '2020-01-01',
        by: 'prosecutor',
        accused,
      })
    await prove()
    const { prosecutor } = world.people
    const { body: counted } = await ask('prosecutor', '/criminal-counts')
    const { cells } = await prosecutor.as((work) =>
      countFigures(work, prosecutor.unit, { from: plainDate('1990-01-01'), to: work.today }),
    )
    const sum = (...measures: FigureMeasure[]) =>
      measures.reduce((all, one) => all + figureOf(cells, one, 'trafficking').persons, 0)
    const sums = {
      convicted: sum('convicted'),
      acquitted: sum('acquitted'),
      discharged: sum('discharged'),
      endedOtherwise: sum('endedOtherwise', 'closedOnReport'),
    }
    for (const [outcome, persons] of Object.entries(sums))
      expect(counted[outcome], outcome).toMatchObject({ persons })
    expect(counted['convictedOfDisposed']).toBe(convictionRates(cells, 'trafficking').cases.rate)
    // A case with a share of its own is one that a court disposed of: this tells how many they are, where the list tells the share.
    const shares = theirs.map((accused, place) => {
      const lanes = accused.flatMap((charged, whose) => charged.map((lane) => ({ lane, whose })))
      return countCriminal(
        lanes.map(({ lane, whose }) => ({
          case: String(place),
          accused: String(whose),
          stage: (lane.at(-1) ?? ['firLodged'])[0] as CriminalStage,
          outcome: outcomeOf(lane),
        })),
      ).convictedOfDisposed
    })
    const disposed = (measure: FigureMeasure) =>
      figureOf(cells, measure, 'trafficking', ({ category }) => category === 'organ').cases
    expect(disposed('disposed')).toBe(shares.filter((share) => share !== null).length)
    expect(disposed('disposedWithConviction')).toBe(shares.filter((share) => share === 1).length)
  })
})
