import { addDays, countsAsChild } from '@setu/vocabulary'
import { sql } from 'kysely'
import { dayOf } from '../platform/index.ts'
import {
  readCase,
  readHomes,
  receiveStay,
  setPlaces,
  stepRecord,
  stepStay,
  writeRecord,
} from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'
import { offerSeeds } from './services-table.ts'

type Told = Omit<Setting, 'node'>

interface Held {
  readonly org: string
  readonly id: string
  readonly ageBand: string | null
  readonly sex: string | null
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * 24 * hour)

const groups: Readonly<Record<string, readonly ['women' | 'men', 'girls' | 'boys']>> = {
  female: ['women', 'girls'],
  male: ['men', 'boys'],
}

/** Among whom somebody lives; in doubt among children. */
function placeOf(ageBand: string | null, sex: string | null) {
  return groups[sex ?? '']?.[countsAsChild(ageBand) ? 1 : 0]
}

/** Every home counts its places for whom they are, and those whose referral was accepted have one. */
async function fillHomes({ troupe, directory, draws, now }: Told, shelters: ReadonlyMap<string, string>) {
  const housed = new Set<string>()
  for (const { unit, takes, places, free } of offerSeeds.filter(({ service }) => service === 'shelter')) {
    const [focal, id] = [directory.focalOf(unit), shelters.get(unit)]
    if (id === undefined) throw new TypeError(`no shelter in ${unit}`)
    const home = { org: focal.org, id }
    const each = Math.floor((places ?? 0) / takes.length)
    const empty = Math.ceil((free ?? 0) / takes.length)
    await troupe.as(focal, before(now, 2), 'shelter.setPlaces', async (work) => {
      const groups = takes.map((who) => ({ who, places: each, others: Math.max(each - empty - 1, 0) }))
      await setPlaces(work, home, { command: draws.id(), base: 1, groups })
    })
    await troupe.as(focal, before(now, 1), 'shelter.step', async (work) => {
      const { homes } = await readHomes(work)
      const waiting = homes.find((one) => one.id === id)?.waiting ?? []
      for (const { case: of } of waiting.filter((one) => !housed.has(one.case.id)).slice(0, 1)) {
        const { ageBand, sex } = await readCase(work, of)
        const who = placeOf(ageBand, sex)
        if (who === undefined || !takes.some((one) => one === who)) continue
        housed.add(of.id)
        const stay = draws.id()
        await receiveStay(work, home, { command: stay, id: stay, of, placeFor: who })
        const day = dayOf(before(now, 1))
        const values = {
          legalBasis: 'ownConsent',
          admittedOn: day,
          reviewOn: addDays(day, 30),
          freeToLeave: true,
        }
        const step = { command: draws.id(), base: 1, of: of.org, to: 'admitted', values }
        await stepStay(work, { ...home, item: stay }, step)
      }
    })
  }
}

/** Some of Asha's people stay in homes that are not on this node: one by order of a court, whose review is late. */
async function tellStaysElsewhere({ troupe, directory, draws, now }: Told): Promise<void> {
  const worker = directory.person('asha')
  const files: Held[] = []
  await troupe.as(worker, before(now, 10), 'cases.list', async (work) => {
    const { rows } = await sql<Held>`
      select s.org_id as org, s.case_id as id, f.age_band as "ageBand", f.sex from case_assignment s
      join case_file c on c.org_id = s.org_id and c.id = s.case_id
      join case_facts f on f.org_id = s.org_id and f.case_id = s.case_id and f.sex in ('female', 'male')
      where s.account_id = ${worker.account} and s.ended_at is null and s.conflict = 'none' and s.lead
        and c.closed_on is null and c.opened_on < ${before(now, 60)}
        and not exists (select 1 from shelter_stay t where t.org_id = c.org_id and t.case_id = c.id and t.state in ('requested', 'admitted'))
      order by c.opened_on desc, c.id limit 2`.execute(work.db)
    files.push(...rows)
  })
  for (const [place, file] of files.entries()) {
    const ordered = place === 0
    const id = draws.id()
    const day = dayOf(before(now, ordered ? 45 : 9))
    const child = countsAsChild(file.ageBand)
    const placeFor = placeOf(file.ageBand, file.sex)
    if (placeFor === undefined) continue
    const values = {
      elsewhere: 'Safe home of the district court (fictitious)',
      placeFor,
      legalBasis: ordered ? 'courtOrder' : child ? 'guardianConsent' : 'ownConsent',
      ...(ordered ? { paperNumber: '00/0000 (fictitious)', paperOn: day, whyNotFree: 'ordered' } : {}),
      freeToLeave: !ordered,
      admittedOn: day,
      reviewOn: addDays(day, ordered ? 30 : 21),
    }
    await troupe.as(worker, before(now, 8 - place), 'cases.stepRecord', async (work) => {
      await writeRecord(work, file, 'shelterStay', { id, base: 0, values })
      await stepRecord(
        work,
        file,
        { record: 'shelterStay', item: id },
        { base: 1, to: 'admitted', values: {} },
      )
    })
  }
}

/** Who stays where on the day of loading. */
export async function tellPastStays(setting: Told, shelters: ReadonlyMap<string, string>): Promise<void> {
  await fillHomes(setting, shelters)
  await tellStaysElsewhere(setting)
}
