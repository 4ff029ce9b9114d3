import { backup } from './commands/backup.ts'
import { backupKey } from './commands/backup-key.ts'
import { doctor } from './commands/doctor.ts'
import { drill } from './commands/drill.ts'
import { log } from './commands/log.ts'
import { prepare } from './commands/prepare.ts'
import { CommandRefused, languageOf, type Voice, voiceOn } from './commands/refuse.ts'
import { restore } from './commands/restore.ts'
import { nodeKeyCommand } from './commands/rotate-node-key.ts'
import { start } from './commands/start.ts'
import { verifyLogFile } from './commands/verify-log.ts'
import { witness } from './commands/witness.ts'

const [command = '', ...args] = process.argv.slice(2)
const voice: Voice = voiceOn({ out: process.stdout, err: process.stderr }, languageOf(process.env))

/** Serves until a signal asks it to stop; a second one does not wait. */
async function serve(begin: () => Promise<() => Promise<void>>): Promise<number> {
  const stop = await begin()
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      resolve()
    })
  }
  await promise
  await stop()
  return 0
}

/** A word that a command does not know is a matter of usage, not a failure. */
function asRefusal(error: unknown): CommandRefused | null {
  if (error instanceof CommandRefused) return error
  if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
    return null
  return new CommandRefused([{ en: error.message, bn: error.message }], 2)
}

const commands: Readonly<Record<string, () => Promise<number>>> = {
  start: () => serve(() => start(process.env, args, voice)),
  doctor: () => doctor(process.env, voice),
  prepare: () => prepare(process.env, args, voice),
  backup: () => backup(process.env, args, voice),
  'backup-key': () => backupKey(args, voice),
  restore: () => restore(process.env, args, voice),
  drill: () => drill(process.env, args, voice),
  'node-key': () => nodeKeyCommand(process.env, args, voice),
  log: () => log(process.env, args, voice),
  'verify-log': () => verifyLogFile(args, voice),
  witness: () => serve(() => witness(args, voice)),
}

try {
  const run = commands[command]
  if (!run) {
    const names = Object.keys(commands).join(' | ')
    throw new CommandRefused([{ en: `say what to do: ${names}`, bn: `কী করতে হবে বলুন: ${names}` }], 2)
  }
  process.exit(await run())
} catch (error) {
  const refused = asRefusal(error)
  if (refused === null) throw error
  for (const reason of refused.reasons) voice.complain(reason)
  process.exit(refused.exitCode)
}
