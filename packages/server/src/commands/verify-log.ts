import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readFolder, readKeyLine, verifyLog } from '../platform/index.ts'
import { logFaultWords } from './log-words.ts'
import { refuse, type Voice } from './refuse.ts'

type Record = NonNullable<ReturnType<typeof readFolder>>

/** What a witness's folder holds, whichever log it is of. */
function recordsIn(folder: string): Record[] {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'log.key')))
    : []
  if (names.length === 0)
    refuse(`--witness: ${folder} holds no witnessed log`, `--witness: ${folder}-এ কোনো সাক্ষী-লগ নেই`, 2)
  return names.flatMap((name) => {
    try {
      return readFolder(folder, name) ?? []
    } catch {
      return refuse(`--witness: ${folder} is damaged`, `--witness: ${folder} ক্ষতিগ্রস্ত`, 2)
    }
  })
}

const most = 20

/** Checks a log that was written to a file: with nothing but the file and what witnesses hold. */
export async function verifyLogFile(args: readonly string[], voice: Voice): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      witness: { type: 'string', multiple: true, default: [] },
      key: { type: 'string' },
      'retention-days': { type: 'string', default: '3650' },
    },
  })
  const [file] = positionals
  if (file === undefined || !existsSync(file))
    return refuse(
      'name the file of the log: setu verify-log FILE',
      'লগের ফাইলের নাম দিন: setu verify-log FILE',
      2,
    )
  if (values.key !== undefined && readKeyLine(values.key)?.kind !== 'log')
    refuse('--key is no key of a log', '--key কোনো লগের চাবি নয়', 2)
  if (!/^\d{1,6}$/.test(values['retention-days']))
    refuse('--retention-days must be a number', '--retention-days একটি সংখ্যা হতে হবে', 2)
  const witnesses = values.witness.flatMap(recordsIn)
  const report = await verifyLog(createInterface({ input: createReadStream(file) }), {
    witnesses,
    ...(values.key === undefined ? {} : { key: values.key.trim() }),
    retentionDays: Number(values['retention-days']),
  })
  for (const { kind, at } of report.faults.slice(0, most)) {
    const { en, bn } = logFaultWords[kind]
    voice.complain({ en: `entry ${at}: ${en}`, bn: `ভুক্তি ${at}: ${bn}` })
  }
  const { size, checkpoints, witnessed, without, faults } = report
  voice.say({
    en: `${size} entries, ${without} of them without content; ${checkpoints} checkpoints; ${witnessed} entries seen by a witness; ${faults.length} faults.`,
    bn: `${size}টি ভুক্তি, তার ${without}টির বিষয়বস্তু নেই; ${checkpoints}টি চেকপয়েন্ট; সাক্ষী দেখেছে ${witnessed}টি; ত্রুটি ${faults.length}টি।`,
  })
  if (witnesses.length === 0 && values.key === undefined)
    voice.complain({
      en: 'without a witness or a key from elsewhere, whoever made this file could have made all of it',
      bn: 'সাক্ষী বা অন্য জায়গা থেকে পাওয়া চাবি ছাড়া, যে এই ফাইল বানিয়েছে সে পুরোটাই বানিয়ে থাকতে পারে',
    })
  return faults.length === 0 ? 0 : 1
}
