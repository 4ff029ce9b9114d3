import type { ServiceView } from '@setu/records/api'
import { useDates } from '../dates/use-dates.ts'
import { useWords } from '../words/use-words.ts'
import { who } from './for-whom.ts'

/** How many places a service has free, for whom where it counts them so. */
export function useFree(): (offer: ServiceView) => string {
  const say = useWords()
  const dates = useDates()
  return ({ free, freeFor }) => {
    if (free === null) return say('service.free-unknown')
    const all = free === 0 ? say('service.full') : say('service.free', { count: free })
    if (freeFor.length === 0) return all
    const each = who.flatMap(({ code, word }) => {
      const counted = freeFor.find((one) => one.who === code)
      return counted === undefined ? [] : [`${say(word)} ${dates.number(counted.free)}`]
    })
    return `${all} (${each.join(', ')})`
  }
}
