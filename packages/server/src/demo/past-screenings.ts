import { dangerQuestions, readySteps, type ScreeningAnswer } from '@setu/vocabulary'
import {
  beginScreening,
  decideScreening,
  offerScreening,
  saveAnswers,
  stepScreening,
} from '../protection/index.ts'
import type { DemoPerson, DemoUnit } from './directory.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

const noDanger = Object.fromEntries(
  dangerQuestions.entries.map(({ code }): [string, ScreeningAnswer] => [code, 'no']),
)

interface Asking {
  readonly who: DemoPerson
  readonly unit: DemoUnit
  readonly hoursAgo: number
  readonly instrument: string
  readonly ageBand: '15-17' | '18-24'
  readonly ageSure: boolean
  readonly answers: Readonly<Record<string, ScreeningAnswer>>
}

/** Yesterday the border guard asked a girl and offers her to a protection unit; this morning a caseworker stopped half-way. */
export async function tellPastScreenings({
  troupe,
  directory,
  draws,
  now,
}: Omit<Setting, 'node'>): Promise<void> {
  const here = directory.unit('kingfisher.jashore')
  const before = (hours: number): Date => new Date(now.getTime() - hours * hour)
  const ask = async (asking: Asking): Promise<{ org: string; id: string }> => {
    const { who, unit, hoursAgo, instrument, ageBand, ageSure, answers } = asking
    const at = { org: unit.org, id: draws.id() }
    const ready = readySteps.entries.map(({ code }) => code)
    await troupe.as(who, before(hoursAgo), 'screenings.begin', async (work) => {
      const begun = { command: at.id, id: at.id, unit: unit.unit, instrument, ageBand, ageSure, ready }
      await beginScreening(work, { ...begun, who: null, tip: null })
    })
    for (const [place, given] of [noDanger, answers].entries())
      await troupe.as(who, before(hoursAgo - 0.2 * (place + 1)), 'screenings.save', async (work) => {
        await saveAnswers(work, at, { command: draws.id(), base: place + 1, answers: given })
      })
    return at
  }
  const guard = directory.focalOf('border.jashore')
  const girl = await ask({
    who: guard,
    unit: directory.unit('border.jashore'),
    hoursAgo: 22,
    instrument: 'border',
    ageBand: '15-17',
    ageSure: false,
    answers: { knowsDestination: 'yes', newCompanion: 'yes', familyUnaware: 'didNotWish', wantsBack: 'yes' },
  })
  const reasons = 'She does not know where the bus goes and met the man this morning. She wants to go home.'
  await troupe.as(guard, before(21), 'screenings.decide', async (work) => {
    await decideScreening(work, girl, { command: draws.id(), base: 3, outcome: 'presumed', reasons })
  })
  await troupe.as(guard, before(20.5), 'screenings.offer', async (work) => {
    await offerScreening(work, girl, { command: draws.id(), base: 4, unit: here.unit, agreed: true })
  })
  const worker = directory.person('bina')
  const woman = await ask({
    who: worker,
    unit: here,
    hoursAgo: 5,
    instrument: 'iloAdultLabour',
    ageBand: '18-24',
    ageSure: true,
    answers: { deceivedJob: 'yes', deceivedPay: 'yes', excessiveHours: 'yes', papersTaken: 'didNotWish' },
  })
  await troupe.as(worker, before(4), 'screenings.step', async (work) => {
    await stepScreening(work, woman, { command: draws.id(), base: 3, to: 'stopped' })
  })
}
