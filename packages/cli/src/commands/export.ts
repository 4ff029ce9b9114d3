import { createWriteStream, existsSync, linkSync, rmSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Context } from '../context.ts'
import { Stop } from '../words.ts'

function wishOf(args: readonly string[]): { readonly format: string; readonly out: string } {
  const { values } = parseArgs({
    args: [...args],
    options: { format: { type: 'string' }, out: { type: 'string' } },
  })
  const { format, out } = values
  if (format === undefined || !/^(csv|xlsx)$/.test(format) || out === undefined) {
    throw new Stop('usage', {
      en: 'say how and where to: setu export --format csv|xlsx --out FILE',
      bn: 'কোন ধরনে কোথায় রাখতে হবে বলুন: setu export --format csv|xlsx --out FILE',
    })
  }
  if (existsSync(out)) {
    throw new Stop('usage', {
      en: `${out} is there already; it is not overwritten`,
      bn: `${out} আগে থেকেই আছে; সেটি মুছে লেখা হয় না`,
    })
  }
  return { format, out }
}

/** Writes the cases that somebody works on or supervises to a file of their own, whole or not at all. */
export async function exportCases({ args, node, say }: Context): Promise<void> {
  const { format, out } = wishOf(args)
  const pieces = await node().take(`/exchange/htcds/export?format=${format}`)
  const half = `${out}.${process.pid}.part`
  try {
    await pipeline(Readable.from(pieces), createWriteStream(half, { mode: 0o600, flags: 'wx' }))
    linkSync(half, out)
  } catch {
    throw new Stop('refused', {
      en: `${out} could not be written to its end; nothing is there`,
      bn: `${out} শেষ পর্যন্ত লেখা যায়নি; সেখানে কিছুই নেই`,
    })
  } finally {
    rmSync(half, { force: true })
  }
  const { size } = statSync(out)
  say({
    en: `${out} (${size} bytes). It holds survivors’ data in clear: keep it as you keep a case file.`,
    bn: `${out} (${size} বাইট)। এতে সারভাইভারদের তথ্য খোলা অবস্থায় আছে: কেস ফাইলের মতোই সাবধানে রাখুন।`,
  })
}
