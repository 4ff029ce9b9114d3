import { type CodeOf, defineCodes } from '../codes.ts'
import type { Transitions } from '../transitions.ts'

/** Where an accused is. */
export const custodyStates = defineCodes('setu:custody', '2026-11', [
  { code: 'atLarge', en: 'Not arrested', bn: 'গ্রেপ্তার হননি' },
  { code: 'arrested', en: 'Arrested', bn: 'গ্রেপ্তার' },
  { code: 'inCustody', en: 'In custody', bn: 'হাজতে' },
  { code: 'onBail', en: 'On bail', bn: 'জামিনে' },
  { code: 'absconding', en: 'Absconding', bn: 'পলাতক' },
  { code: 'escaped', en: 'Escaped from custody', bn: 'হেফাজত থেকে পালিয়েছেন' },
  { code: 'released', en: 'Released', bn: 'মুক্ত' },
  { code: 'dead', en: 'Has died', bn: 'মারা গেছেন' },
])

/** Where an accused is. */
export type CustodyState = CodeOf<typeof custodyStates>

/** What may follow where an accused is. Nobody is on bail again without having come back to a court. */
export const custodySteps: Transitions<CustodyState> = {
  atLarge: ['arrested', 'inCustody', 'onBail', 'absconding', 'dead'],
  arrested: ['inCustody', 'onBail', 'escaped', 'released', 'dead'],
  inCustody: ['onBail', 'escaped', 'released', 'dead'],
  onBail: ['inCustody', 'absconding', 'released', 'dead'],
  absconding: ['arrested', 'inCustody', 'dead'],
  escaped: ['arrested', 'inCustody', 'dead'],
  released: ['arrested', 'inCustody', 'absconding', 'dead'],
  dead: [],
}
