import { layDownCells } from '../prosecution/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

/** The monitoring cell at the headquarters of the police counts for the country. */
export async function tellPastFigures({
  troupe,
  directory,
  draws,
  now,
}: Omit<Setting, 'node'>): Promise<void> {
  const admin = directory.person('masud')
  await troupe.as(admin, new Date(now.getTime() - 30 * hour), 'figures.layDownCells', async (work) => {
    await layDownCells(work, { command: draws.id(), units: [directory.unit('police.cell').unit] })
  })
}
