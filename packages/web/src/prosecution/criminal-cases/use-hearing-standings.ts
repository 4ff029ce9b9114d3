import type { HearingView } from '@setu/records/api'
import { useWords } from '../../words/use-words.ts'

/** How a day in court is said to have gone. */
export function useHearingStandings(): Readonly<Record<HearingView['standing'], string>> {
  const say = useWords()
  return { held: say('court.held'), adjourned: say('court.adjourned'), set: say('court.set') }
}
