import { builtInLaws } from '@setu/vocabulary/laws'
import { draftLaw, proposeLaw } from '../prosecution/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

const read = 'Read in the Act in the library of the Dhaka bar (fictitious)'

/** A prosecutor in Dhaka has read what nobody had verified: it waits for the other one, in Jashore. */
export async function tellPastLaws({ troupe, directory, draws, now }: Omit<Setting, 'node'>): Promise<void> {
  const law = builtInLaws.find(({ code }) => code === 'PSHTA-2012')
  if (law === undefined) throw new TypeError('no Act of 2012')
  const limits = law.limits.map((limit) =>
    limit.mark === 'unverified' ? { ...limit, mark: 'verified' as const, source: read } : limit,
  )
  const drafter = directory.focalOf('prosecution.dhaka')
  const id = draws.id()
  await troupe.as(drafter, new Date(now.getTime() - 28 * hour), 'laws.draft', async (work) => {
    await draftLaw(work, { id, law: { ...law, limits } })
  })
  await troupe.as(drafter, new Date(now.getTime() - 27 * hour), 'laws.propose', async (work) => {
    await proposeLaw(work, { command: draws.id(), id, base: 1 })
  })
}
