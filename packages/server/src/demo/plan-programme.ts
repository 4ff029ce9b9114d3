import { drawBriefs } from './briefs.ts'
import { type DemoDirectory, makeDirectory } from './directory.ts'
import { drawsFrom } from './draws.ts'
import { planCase } from './plan/plan-case.ts'
import type { Story } from './plan/story.ts'
import { showcase } from './showcase-table.ts'

/** The seed of everything that is drawn: the same programme on every machine. */
export const seed = 'setu demonstration 2026-01'

/** What the demonstration consists of on the day when it is loaded. */
interface Programme {
  readonly directory: DemoDirectory
  readonly stories: readonly Story[]
}

/** Plans the demonstration without touching a database: the same for the same moment. */
export function planProgramme(now: Date, size: 'full' | 'small' = 'full'): Programme {
  const draws = drawsFrom(seed)
  const directory = makeDirectory(draws.stream('directory'))
  const briefs = size === 'small' ? showcase : [...showcase, ...drawBriefs(draws.stream('briefs'), directory)]
  return { directory, stories: briefs.map((brief) => planCase({ now, directory }, brief, draws)) }
}
