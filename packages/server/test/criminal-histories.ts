import { randomUUID } from 'node:crypto'
import { type CriminalOutcome, type CriminalStage, outcomeAfter } from '@setu/vocabulary'
import { rowsOf } from './client.ts'
import type { AnyName, WideWorld } from './wide-world.ts'

/** How somebody was sentenced; seven years of imprisonment where a conviction does not say. */
export interface Passed {
  readonly kinds: readonly string[]
  readonly months: number | null
}

/** The steps of one offence, each with its day. */
export type Lane = readonly (readonly [stage: string, on: string, sentence?: Passed])[]

/** A criminal case as it is written past all doors: each of the accused with the lanes of what they are accused of. */
export interface Filed {
  readonly about: readonly [matter: string, category: string, transnational: boolean]
  readonly reported: string
  readonly by: AnyName
  readonly accused: readonly (readonly Lane[])[]
}

const sevenYears: Passed = { kinds: ['imprisonment'], months: 84 }

const begun = [
  ['reported', '2023-06-01'],
  ['underInvestigation', '2023-07-01'],
] as const
const sent = [...begun, ['chargeSheeted', '2023-10-01']] as const
const framed = [...sent, ['chargeFramed', '2024-01-01']] as const

/** Cases whose figures can be told by hand: five accused of one case who end in five ways, one smuggler, a case without anybody, and a judgment that an appeal turned. */
export const knownCases: readonly Filed[] = [
  {
    about: ['trafficking', 'labour', true],
    reported: '2023-06-01',
    by: 'inspector',
    accused: [
      [[...framed, ['convicted', '2024-05-01']]],
      [[...framed, ['acquitted', '2024-05-01']]],
      [[...sent, ['discharged', '2024-06-01']]],
      [[...framed, ['abated', '2024-07-01']]],
      [[...begun, ['finalReport', '2024-04-10'], ['closedByReport', '2024-05-10']]],
    ],
  },
  {
    about: ['smuggling', 'unspecified', true],
    reported: '2024-08-01',
    by: 'inspector',
    accused: [[[['reported', '2024-08-01']]]],
  },
  { about: ['trafficking', 'sex', false], reported: '2024-09-01', by: 'inspector', accused: [] },
  {
    about: ['trafficking', 'sex', false],
    reported: '2022-01-01',
    by: 'prosecutor',
    accused: [
      [
        [
          ['reported', '2022-01-01'],
          ['chargeSheeted', '2022-04-01'],
          ['chargeFramed', '2022-06-01'],
          ['convicted', '2023-05-01', { kinds: ['life'], months: null }],
          ['convictionAppealed', '2023-06-01'],
          ['acquittedOnAppeal', '2024-12-01'],
        ],
      ],
    ],
  },
]

/** How a lane stands at its end. */
export const outcomeOf = (lane: Lane): CriminalOutcome | null =>
  lane.reduce<CriminalOutcome | null>((before, [to]) => outcomeAfter(before, to as CriminalStage), null)

/** The steps of a lane as they are kept: whoever is convicted is sentenced. */
const stepsOf = (lane: Lane) =>
  lane.map(([to, on, said], place) => {
    const passed = said ?? (outcomeAfter(null, to as CriminalStage) === 'convicted' ? sevenYears : null)
    return { place, from: lane[place - 1]?.[0] ?? null, to, on, ...(passed ?? { kinds: null, months: null }) }
  })

let written = 0

/** Writes down a case with its history, and says which it is. */
export async function fileCase({ owner, people }: WideWorld, given: Filed): Promise<string> {
  const { org, account } = people.inspector
  const id = randomUUID()
  written += 1
  await rowsOf(
    owner,
    `insert into criminal_case (org_id, id, code, jurisdiction, matter, category, complainant, transnational, destinations, measures,
       reported_on, opened_at) values ($1, $2, $3, 'BD', $4, $5, 'family', $6, '{}', '{}', $7, now())`,
    [org, id, `CC-${String(written).padStart(4, '0')}-22`, ...given.about, given.reported],
  )
  const office = people[given.by]
  await rowsOf(
    owner,
    `insert into criminal_office (org_id, id, case_id, office_org, unit_id, task, from_on, added_org, added_by)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, current_date, $1, $6)`,
    [org, id, office.org, office.unit, given.by === 'inspector' ? 'investigation' : 'prosecution', account],
  )
  for (const [place, lanes] of given.accused.entries()) {
    const accused = randomUUID()
    await rowsOf(
      owner,
      `insert into accused (org_id, id, case_id, place, name, roles, age, sex, nationality, official, custody, custody_on)
       values ($1, $2, $3, $4, '\\x00', '{}', 'adult', 'male', 'BD', false, 'atLarge', current_date)`,
      [org, accused, id, place + 1],
    )
    for (const [section, lane] of lanes.entries())
      await writeLane(owner, { org, account, file: id, accused, section: String(section + 6) }, lane)
  }
  return id
}

async function writeLane(
  owner: WideWorld['owner'],
  at: Readonly<Record<'org' | 'account' | 'file' | 'accused' | 'section', string>>,
  lane: Lane,
): Promise<void> {
  const offence = randomUUID()
  const steps = stepsOf(lane)
  const [stage, on] = lane.at(-1) ?? ['reported', '2024-01-01']
  const outcome = outcomeOf(lane)
  const last = outcome === 'convicted' ? steps.findLast(({ kinds }) => kinds !== null) : undefined
  await rowsOf(
    owner,
    `insert into accused_offence (org_id, id, case_id, accused_id, law, section, stage, stage_on, outcome, sentence, months)
     values ($1, $2, $3, $4, 'PSHTA-2012', $5, $6, $7, $8, $9, $10)`,
    [
      at.org,
      offence,
      at.file,
      at.accused,
      at.section,
      stage,
      on,
      outcome,
      last?.kinds ?? [],
      last?.months ?? null,
    ],
  )
  await rowsOf(
    owner,
    `insert into criminal_step (org_id, id, case_id, accused_id, offence_id, about, from_code, to_code, taken_on, sentence, months, place,
       account_org, account_id, at)
     select $1, gen_random_uuid(), $2, $3, $4, 'stage', s."from", s."to", s."on", s.kinds, s.months, s.place, $1, $5, now()
     from jsonb_to_recordset($6::jsonb) as s (place integer, "from" text, "to" text, "on" date, kinds text[], months integer)`,
    [at.org, at.file, at.accused, offence, at.account, JSON.stringify(steps)],
  )
}
