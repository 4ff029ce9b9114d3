import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { bundleLines, type Environment } from '../platform/index.ts'
import { openDatabase, settingsOf } from './open-database.ts'
import { refuseUnready } from './ready-database.ts'
import { refuse, type Voice } from './refuse.ts'

/** Writes the whole log to a file that anybody can check without this database. */
export async function log(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  if (values.out === undefined) refuse('name the file: --out FILE', 'ফাইলের নাম দিন: --out FILE', 2)
  const file = resolve(values.out)
  const settings = settingsOf(env)
  const { engine, close } = await openDatabase(settings)
  try {
    await refuseUnready(engine)
    try {
      await pipeline(
        Readable.from(bundleLines({ engine, clock: () => new Date() }, null), { objectMode: false }),
        createWriteStream(file, { flags: 'wx', mode: 0o600 }),
      )
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST')
        refuse(`${file} is there already`, `${file} আগে থেকেই আছে`)
      throw error
    }
    voice.say({
      en: `The log is in ${file}; check it with: setu verify-log ${file}`,
      bn: `লগটি ${file}-এ; যাচাই: setu verify-log ${file}`,
    })
    return 0
  } finally {
    await close()
  }
}
