import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import {
  type Engine,
  type Environment,
  newIdentity,
  pgliteEngine,
  restoreBackup,
  type Settings,
  takeBackup,
} from '../platform/index.ts'
import { openForBackup } from './backup.ts'
import { sayingWhy } from './backup-words.ts'
import { failuresOf, policiesOf } from './drill-checks.ts'
import { readFact } from './facts.ts'
import { findNodeKey } from './node-key.ts'
import { openPostgres, settingsOf } from './open-database.ts'
import { refuseUnready, refuseWeak } from './ready-database.ts'
import type { Voice, Words } from './refuse.ts'
import { releaseOf } from './release.ts'
import { erasedSinceOf, sourceOptions } from './restore.ts'

/** A place that is there for the drill alone. */
interface Scratch {
  readonly owner: Engine
  remove(): Promise<void>
}

async function scratchFolder(folder: string): Promise<Scratch> {
  const owner = await pgliteEngine(join(folder, 'database'))
  return { owner, remove: () => owner.close() }
}

/** A database beside the real one, on the same server. */
async function scratchDatabase(ownerUrl: string): Promise<Scratch> {
  const admin = await openPostgres('DATABASE_OWNER_URL', ownerUrl, { connections: 1 })
  await refuseWeak(admin, 'DATABASE_OWNER_URL')
  const name = `setu_drill_${randomBytes(5).toString('hex')}`
  const script = async (text: string): Promise<void> => {
    const connection = await admin.connect()
    await connection.script(text).finally(() => connection.release(false))
  }
  await script(`create database ${name}`)
  const url = new URL(ownerUrl)
  url.pathname = `/${name}`
  const owner = await openPostgres('DATABASE_OWNER_URL', url.href, { connections: 2 })
  return {
    owner,
    async remove() {
      await owner.close()
      await script(`drop database ${name} with (force)`)
      await admin.close()
    },
  }
}

/** Tells how long each step took, as it is over. */
function stopwatch(voice: Voice): <Result>(step: Words, work: () => Promise<Result>) => Promise<Result> {
  return async (step, work) => {
    const began = performance.now()
    const result = await work()
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    voice.say({ en: `${seconds.padStart(8)} s  ${step.en}`, bn: `${seconds.padStart(8)} সে.  ${step.bn}` })
    return result
  }
}

interface Place {
  readonly settings: Settings
  readonly folder: string
  readonly voice: Voice
  readonly erasedSince: ReturnType<typeof erasedSinceOf>
}

/** A backup as it is taken every night, encrypted to a key that this drill alone has. */
async function backUp({ settings, folder }: Place, recipient: string) {
  const database = await openForBackup(settings)
  try {
    await refuseUnready(database.engine, 'setu_backup', 'DATABASE_BACKUP_URL')
    const demo = (await readFact(database.engine, 'demo', 'setu_backup')) === true
    const nodeKey = await findNodeKey(settings, database.engine, demo, 'setu_backup')
    const files = { dataFile: join(folder, 'data', 'drill.age'), keysFile: join(folder, 'keys', 'drill.age') }
    const taken = await takeBackup({
      engine: database.engine,
      nodeKey,
      release: releaseOf(),
      taken: new Date(),
      witnesses: settings.witnesses.map(({ name }) => name),
      recipients: [recipient],
      ...files,
    })
    return { nodeKey, files, rows: taken.rows, policies: await policiesOf(database.engine) }
  } finally {
    await database.close()
  }
}

async function drillIn(place: Place): Promise<boolean> {
  const { settings, folder, voice, erasedSince } = place
  const timed = stopwatch(voice)
  const { identity, recipient } = await newIdentity()
  const { nodeKey, files, rows, policies } = await timed(
    { en: 'backup taken, encrypted and read back', bn: 'ব্যাকআপ নেওয়া, এনক্রিপ্ট করা ও পড়ে দেখা' },
    () => sayingWhy(() => backUp(place, recipient)),
  )
  const { ownerUrl } = settings
  const scratch = await (ownerUrl === null ? scratchFolder(folder) : scratchDatabase(ownerUrl))
  try {
    const restored = await timed({ en: 'put back into a scratch place', bn: 'অস্থায়ী জায়গায় ফিরিয়ে আনা' }, () =>
      sayingWhy(() =>
        restoreBackup({
          owner: scratch.owner,
          nodeKeys: [nodeKey],
          identities: [identity],
          erasedSince,
          ...files,
        }),
      ),
    )
    const failures = await timed(
      { en: 'policies, log, erasures and rows checked', bn: 'নীতি, লগ, মোছা কেস ও সারি যাচাই' },
      () => failuresOf(scratch.owner, { restored, settings, policies }),
    )
    for (const failure of failures) voice.complain(failure)
    voice.say({
      en: `${rows} rows came back, ${restored.erasedAgain} cases were erased again, ${failures.length} faults.`,
      bn: `${rows}টি সারি ফিরেছে, ${restored.erasedAgain}টি কেস আবার মোছা হয়েছে, ত্রুটি ${failures.length}টি।`,
    })
    return failures.length === 0
  } finally {
    await scratch.remove()
  }
}

/**
 * Tries what nobody wants to try for the first time when it is needed: takes a backup, puts it back into a scratch
 * place, checks that it is whole, says how long each step took, and leaves nothing behind.
 */
export async function drill(env: Environment, args: readonly string[], voice: Voice): Promise<number> {
  const settings = settingsOf(env)
  const { values } = parseArgs({
    args: [...args],
    options: { ...sourceOptions, in: { type: 'string', default: tmpdir() } },
  })
  const home = resolve(values.in)
  mkdirSync(home, { recursive: true })
  const folder = mkdtempSync(join(home, 'setu-drill-'))
  const began = performance.now()
  try {
    const whole = await drillIn({ settings, folder, voice, erasedSince: erasedSinceOf(values, settings) })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    voice.say(
      whole
        ? { en: `The drill went well, in ${seconds} s.`, bn: `মহড়া ভালোভাবে শেষ, ${seconds} সেকেন্ডে।` }
        : { en: `The drill FAILED, in ${seconds} s.`, bn: `মহড়া ব্যর্থ, ${seconds} সেকেন্ডে।` },
    )
    return whole ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
