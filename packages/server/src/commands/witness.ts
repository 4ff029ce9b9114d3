import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readKeyLine, witnessKeyLine, witnessServer, witnessSigner } from '../platform/index.ts'
import { refuse, type Voice } from './refuse.ts'

/** Serves as a witness of other nodes' logs: it learns how long they are, and nothing of what is in them. */
export async function witness(args: readonly string[], voice: Voice): Promise<() => Promise<void>> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string' },
      name: { type: 'string', default: 'setu-witness' },
      log: { type: 'string', multiple: true, default: [] },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '8090' },
    },
  })
  if (values.folder === undefined)
    return refuse('name the folder of its memory: --folder FOLDER', 'এর স্মৃতির ফোল্ডার দিন: --folder FOLDER', 2)
  if (!/^[^\s+]{1,100}$/.test(values.name))
    refuse('--name: no spaces and no +', '--name: ফাঁকা জায়গা ও + চলবে না', 2)
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    refuse('--port: a number from 0 to 65535', '--port: ০ থেকে ৬৫৫৩৫-এর মধ্যে একটি সংখ্যা', 2)
  const logs = values.log.map((line) => {
    const verifier = readKeyLine(line)
    return verifier?.kind === 'log'
      ? verifier
      : refuse(`--log: ${line} is no key of a log`, `--log: ${line} কোনো লগের চাবি নয়`, 2)
  })
  const folder = resolve(values.folder)
  const signer = witnessSigner(folder, values.name)
  const server = witnessServer({ folder, signer, logs, clock: () => new Date() })
  const { promise, resolve: listening, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(Number(values.port), values.host, listening)
  await promise
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : values.port
  const line = `http://${values.host}:${port}#${witnessKeyLine(signer)}`
  voice.say({
    en: `Witness of ${logs.length} logs. For SETU_WITNESSES: ${line}`,
    bn: `${logs.length}টি লগের সাক্ষী। SETU_WITNESSES-এর জন্য: ${line}`,
  })
  return () =>
    new Promise((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
}
