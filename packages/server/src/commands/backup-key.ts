import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { newIdentity, writeOnce } from '../platform/index.ts'
import { refuse, type Voice } from './refuse.ts'

/** Draws a key pair for backups: the secret half into a file, the public half onto the screen. */
export async function backupKey(args: readonly string[], voice: Voice): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } })
  if (values.out === undefined)
    return refuse('name the file of the secret key: --out FILE', 'গোপন চাবির ফাইলের নাম দিন: --out FILE', 2)
  const file = resolve(values.out)
  const { identity, recipient } = await newIdentity()
  if (existsSync(file)) refuse(`${file} is there already`, `${file} আগে থেকেই আছে`)
  writeOnce(file, `# public key: ${recipient}\n${identity}\n`, 0o600)
  voice.say({
    en: `The secret key is in ${file}: keep it where no backup and no node is, on paper too. Without it no backup opens.`,
    bn: `গোপন চাবি ${file}-এ: যেখানে কোনো ব্যাকআপ বা নোড নেই সেখানে রাখুন, কাগজেও। এটি ছাড়া কোনো ব্যাকআপ খুলবে না।`,
  })
  voice.say({ en: `SETU_BACKUP_KEY=${recipient}`, bn: `SETU_BACKUP_KEY=${recipient}` })
  return 0
}
