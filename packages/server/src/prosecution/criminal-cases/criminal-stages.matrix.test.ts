import {
  assistanceSteps,
  type CriminalStage,
  codesOf,
  criminalStages,
  criminalStep,
  criminalSteps,
  custodyStates,
  custodySteps,
  firstStages,
  mayBecome,
  officeFits,
  officeReads,
  officeTasks,
  outcomeAfter,
  stagesOfInvestigation,
} from '@setu/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Client, openClient, rowsOf } from '../../../test/client.ts'
import { type CriminalGiven, heldCriminalCase } from '../../../test/criminal-calls.ts'
import { intrude } from '../../../test/intruder.ts'
import { enginesInTurn } from '../../../test/seed.ts'
import { openWideWorld, type WideWorld } from '../../../test/wide-world.ts'
import { endpoints } from '../../endpoints.ts'
import { DatabaseRefusal, dayOf, handleOf } from '../../platform/index.ts'
import { addOffice } from './offices.ts'

const stages = codesOf(criminalStages)
const today = dayOf(new Date())

/** Who works on the case, and at what. */
const offices = {
  inspector: 'investigation',
  prosecutor: 'prosecution',
  bench: 'court',
  lawyer: 'legalAid',
} as const
const workers = Object.keys(offices) as (keyof typeof offices)[]

/** A sentence or a kind of report where the stage asks for one. */
const answersFor = (to: CriminalStage): Readonly<Record<string, unknown>> => {
  if (to === 'finalReport') return { report: 'mistakeOfFact' }
  if (['convicted', 'convictedOnAppeal'].includes(to))
    return { sentence: { kinds: ['life'], months: null, fine: null, compensation: null } }
  return {}
}

describe.each(enginesInTurn)('every stage to every stage by every office, on %s', (kind) => {
  let world: WideWorld
  let client: Client
  let held: CriminalGiven

  beforeAll(async () => {
    world = await openWideWorld(kind)
    client = await openClient(world.node, endpoints)
    held = await heldCriminalCase(world, 'cnry')
    const { inspector, bench, lawyer } = world.people
    const at = { org: held.criminalOrg, id: held.criminal }
    await inspector.as(async (work) => {
      for (const [person, task] of [
        [bench, 'court'],
        [lawyer, 'legalAid'],
      ] as const)
        await addOffice(work, at, { command: work.freshId(), id: work.freshId(), unit: person.unit, task })
    })
  })
  afterAll(async () => {
    await client.close()
    await world.close()
  })

  const stand = (stage: CriminalStage) =>
    rowsOf(
      world.owner,
      `update accused_offence set stage = $1, stage_on = current_date - 30, version = 1 where id = $2`,
      [stage, held.offence],
    )

  test('what the database holds to is what the vocabulary says', async () => {
    const rules = await rowsOf(world.owner, 'select * from criminal_stage_rule')
    expect(rules).toHaveLength(stages.length)
    for (const row of rules) {
      const stage = String(row['stage']) as CriminalStage
      expect([row['begins'], row['investigated']], stage).toEqual([
        firstStages.includes(stage),
        stagesOfInvestigation.includes(stage),
      ])
      for (const before of [null, 'convicted', 'discharged'] as const)
        expect(row['outcome'] ?? (row['opens'] === true ? null : before), stage).toBe(
          outcomeAfter(before, stage),
        )
    }
    const ways = await rowsOf(world.owner, 'select * from criminal_step_rule')
    const written = ways.map((row) =>
      [row['about'], row['from_code'], row['to_code'], row['tasks']].map(String).join(' '),
    )
    const custody = codesOf(custodyStates).flatMap((from) =>
      custodySteps[from].map((to) => `custody ${from} ${to} investigation,prosecution`),
    )
    const said = criminalSteps.map(({ from, to, by }) => `stage ${from} ${to} ${by.join()}`)
    expect(written.toSorted()).toEqual([...said, ...custody].toSorted())
    const asked = await rowsOf(world.owner, 'select from_code, to_code, tasks from assistance_step_rule')
    expect(
      asked.map((row) => [row['from_code'], row['to_code'], row['tasks']].map(String).join(' ')).toSorted(),
    ).toEqual(assistanceSteps.map(({ from, to, by }) => `${from} ${to} ${by.join()}`).toSorted())
    const tasks = await rowsOf(world.owner, 'select * from criminal_task_rule')
    expect(Object.fromEntries(tasks.map(({ task, ...row }) => [String(task), row]))).toEqual(
      Object.fromEntries(
        codesOf(officeTasks).map((task) => [task, { ...officeFits[task], parts: officeReads[task] }]),
      ),
    )
  })

  test('over HTTP: each step by whose it is, and by nobody else', async () => {
    for (const { from, to, by } of criminalSteps) {
      for (const who of workers) {
        await stand(from)
        const answer = await client.post(
          `/criminal-cases/${held.criminalOrg}/${held.criminal}/offences/${held.offence}/step`,
          world.people[who].cookie,
          { base: 1, to, on: today, paper: null, ...answersFor(to) },
        )
        const mine = (by as readonly string[]).includes(offices[who])
        expect(answer.status, `${from} > ${to} by ${who}: ${answer.text}`).toBe(mine ? 200 : 403)
      }
    }
  })

  type Goes = (text: string, values?: readonly unknown[]) => Promise<boolean>

  /** Somebody past the application, of whom each change is tried by itself and taken back. */
  async function past(who: keyof typeof offices, run: (goes: Goes) => Promise<void>): Promise<void> {
    const connection = await world.node.engine.connect()
    try {
      await connection.script('begin; set local role setu_app')
      await connection.query(`select set_config('setu.session', $1, true)`, [
        handleOf(world.people[who].cookie),
      ])
      await run(async (text, values = []) => {
        await connection.script('savepoint tried')
        const done = await connection.query(text, values).catch((error: unknown) => {
          if (!(error instanceof DatabaseRefusal) || error.sqlState !== '42501') throw error
          return { count: 0 }
        })
        await connection.script('rollback to savepoint tried')
        return done.count > 0
      })
    } finally {
      await connection.script('rollback')
      connection.release(false)
    }
  }

  test.each(workers)('past the application: %s takes the steps of the table and no other', async (who) => {
    const mistakes: string[] = []
    for (const from of stages) {
      await stand(from)
      await past(who, async (goes) => {
        for (const to of stages) {
          const done = await goes(
            `update accused_offence set stage = $1, stage_on = current_date - 1 where id = $2`,
            [to, held.offence],
          )
          const step = criminalStep(from, to)
          const may = step !== null && (step.by as readonly string[]).includes(offices[who])
          if (done !== may) mistakes.push(`${from} > ${to}`)
        }
      })
    }
    expect(mistakes).toEqual([])
  })

  test('past the application: an outcome, a history and another’s offence are not to be written', async () => {
    await stand('cognizance')
    const { offence, accused } = held
    const of = [offence]
    await past('prosecutor', async (goes) => {
      for (const [text, values] of [
        [`update accused_offence set outcome = 'convicted' where id = $1`, of],
        [`update accused_offence set section = '9' where id = $1`, of],
        [`update accused_offence set stage = 'chargeFramed', stage_on = current_date + 2 where id = $1`, of],
        [`update accused_offence set stage = 'chargeFramed', stage_on = current_date - 31 where id = $1`, of],
        [`update criminal_step set taken_on = current_date`, []],
        [`delete from criminal_step`, []],
        [`delete from accused where id = $1`, [accused]],
      ] as const)
        expect(await goes(text, values), text).toBe(false)
    })
    await intrude(
      world.node.engine,
      'setu_app',
      handleOf(world.people.prosecutor.cookie),
      async (attempt) => {
        await attempt(
          `update accused_offence set stage = 'discharged', stage_on = current_date - 1, outcome = 'convicted', sentence = '{life}'
         where id = $1`,
          of,
        )
        const { rows } = await attempt(`select outcome, sentence from accused_offence where id = $1`, of)
        expect(rows).toEqual([{ outcome: 'discharged', sentence: [] }])
      },
    )
  })

  test('past the application: where an accused is follows from where they were', async () => {
    const mistakes: string[] = []
    for (const from of codesOf(custodyStates)) {
      await rowsOf(
        world.owner,
        `update accused set custody = $1, custody_on = current_date - 30 where id = $2`,
        [from, held.accused],
      )
      for (const who of workers)
        await past(who, async (goes) => {
          for (const to of codesOf(custodyStates)) {
            const done = await goes(
              `update accused set custody = $1, custody_on = current_date - 1 where id = $2`,
              [to, held.accused],
            )
            const may = ['inspector', 'prosecutor'].includes(who) && mayBecome(custodySteps, from, to)
            if (done !== may) mistakes.push(`${from} > ${to} by ${who}`)
          }
        })
    }
    expect(mistakes).toEqual([])
  })
})
