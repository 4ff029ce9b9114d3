import { existsSync } from 'node:fs'
import {
  type Breach,
  breachWords,
  type Environment,
  examine,
  keyFileOf,
  nodeKeyOfFile,
  type Settings,
} from '../platform/index.ts'
import { countAside } from '../prosecution/index.ts'
import { nodeKeysInUse, readFact } from './facts.ts'
import { tellLog, tellTombstones } from './log-report.ts'
import { tellKeyAge } from './node-key-report.ts'
import { type OpenDatabase, openDatabase, settingsOf } from './open-database.ts'
import { shapeOf } from './ready-database.ts'
import type { Voice } from './refuse.ts'
import { tellTexts } from './texts.ts'

async function shapeBreaches({ engine }: OpenDatabase): Promise<Breach[]> {
  const state = await shapeOf(engine)
  const where = engine.kind === 'postgres' ? 'DATABASE_URL' : 'SETU_DATA'
  if (state === null) return [{ kind: 'not-migrated', where }]
  return [
    ...state.missing.map((name): Breach => ({ kind: 'not-migrated', where: name })),
    ...state.foreign.map((name): Breach => ({ kind: 'foreign-migration', where: name })),
  ]
}

async function isDemo({ engine }: Pick<OpenDatabase, 'engine'>): Promise<boolean> {
  return (await readFact(engine, 'demo')) === true
}

async function keyFileHere(settings: Settings, database: Pick<OpenDatabase, 'engine'>): Promise<string> {
  return keyFileOf(settings, await isDemo(database))
}

/** Whether the key at hand is the one that this database was sealed under. Looking makes no key. */
async function keyBreaches(settings: Settings, { engine }: OpenDatabase): Promise<Breach[]> {
  const used = await nodeKeysInUse(engine)
  if (used.length === 0) return []
  const file = await keyFileHere(settings, { engine })
  const key = existsSync(file) ? nodeKeyOfFile(file, settings.dataFolder, false) : 'missing'
  const fits = typeof key === 'object' && used.every(({ id }) => key.ids.includes(id))
  return fits ? [] : [{ kind: 'other-key', where: `SETU_KEY_FILE: ${file}` }]
}

/** Everything that would keep this database from being served. */
async function breachesOf(settings: Settings, database: OpenDatabase): Promise<Breach[]> {
  const shape = await shapeBreaches(database)
  if (shape.length > 0) return shape
  return [...(await examine(database.engine, { lenient: false })), ...(await keyBreaches(settings, database))]
}

/** Says how many criminal cases nobody is told of, since their days cannot be reckoned; `false` where there are any. */
async function tellAside({ engine }: OpenDatabase, voice: Voice): Promise<boolean> {
  const many = await countAside(engine)
  if (many === 0) return true
  voice.complain({
    en: `criminal cases whose alerts cannot be reckoned as they are written: ${many}`,
    bn: `যেসব ফৌজদারি মামলার সতর্কতা, যেভাবে লেখা আছে তাতে, হিসাব করা যায় না: ${many}`,
  })
  return false
}

/** Examines a database and says that it is healthy, or names each breach. */
export async function doctor(env: Environment, voice: Voice): Promise<number> {
  const settings = settingsOf(env)
  const database = await openDatabase(settings)
  try {
    const breaches = await breachesOf(settings, database)
    for (const { kind, where } of breaches) {
      voice.complain({ en: `${breachWords[kind].en}: ${where}`, bn: `${breachWords[kind].bn}: ${where}` })
    }
    if (breaches.length > 0) return 1
    voice.say({
      en: 'Healthy: every table is under forced policies, and no role can step past them.',
      bn: 'সুস্থ: প্রতিটি টেবিল বাধ্যতামূলক নীতির অধীন, আর কোনো ভূমিকা তা এড়াতে পারে না।',
    })
    const whole = await tellLog(database.engine, settings, voice)
    const gone = await tellTombstones(database.engine, settings, voice)
    const young = await tellKeyAge(database.engine, await keyFileHere(settings, database), voice)
    const { engine } = database
    const texts = await tellTexts(settings, { engine, demo: await isDemo(database) }, voice)
    const reckoned = await tellAside(database, voice)
    return young && gone && whole && texts && reckoned ? 0 : 1
  } finally {
    await database.close()
  }
}
