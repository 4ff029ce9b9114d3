import type { Settings } from '../platform/index.ts'
import { checkLog, type Engine } from '../platform/index.ts'
import { logFaultWords } from './log-words.ts'
import type { Voice } from './refuse.ts'

const most = 20

/** Checks the log where it stands and says what was found; `false` when something is wrong with it. */
export async function tellLog(
  engine: Engine,
  { witnesses }: Pick<Settings, 'witnesses'>,
  voice: Voice,
): Promise<boolean> {
  const check = await checkLog({ engine, clock: () => new Date() }, witnesses)
  const { size, witnessed, waiting, faults, damagedWitnesses } = check
  for (const name of damagedWitnesses)
    voice.complain({ en: `a witness’s record is damaged: ${name}`, bn: `সাক্ষীর নথি ক্ষতিগ্রস্ত: ${name}` })
  for (const { kind, at } of faults.slice(0, most)) {
    const { en, bn } = logFaultWords[kind]
    voice.complain({ en: `log, entry ${at}: ${en}`, bn: `লগ, ভুক্তি ${at}: ${bn}` })
  }
  voice.say({
    en: `The log: ${size} entries, ${witnessed} of them seen by a witness here, ${waiting} waiting to be sealed; ${faults.length} faults.`,
    bn: `লগ: ${size}টি ভুক্তি, এখানকার সাক্ষী দেখেছে ${witnessed}টি, সিলের অপেক্ষায় ${waiting}টি; ত্রুটি ${faults.length}টি।`,
  })
  return faults.length === 0 && damagedWitnesses.length === 0
}
