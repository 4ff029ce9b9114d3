import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type HtcdsPreview, htcdsImported, htcdsPreview, sessionView } from '@setu/records/api'
import { type Context, plain } from '../context.ts'
import type { NodeClient } from '../node-client.ts'
import { ask } from '../terminal.ts'
import { Stop } from '../words.ts'

const mostShown = 50

function readFile(path: string | undefined): Uint8Array {
  if (path === undefined) {
    throw new Stop('usage', { en: 'say which file: setu import FILE', bn: 'কোন ফাইল বলুন: setu import FILE' })
  }
  try {
    return readFileSync(path)
  } catch {
    throw new Stop('usage', { en: `${path} cannot be read`, bn: `${path} পড়া যাচ্ছে না` })
  }
}

/** Everything in which the file and the standard disagree, and what is wrong with its rows. */
function report(preview: HtcdsPreview, say: Context['say']): void {
  for (const { position, header, message } of preview.columns) {
    if (message !== null)
      say({ en: `  ${position} ${header}: ${message.en}`, bn: `  ${position} ${header}: ${message.bn}` })
  }
  for (const { row, column, message } of preview.problems.slice(0, mostShown)) {
    const place = [row === null ? '' : String(row), column ?? ''].filter((part) => part !== '').join(' ')
    const at = place === '' ? '' : `${place}: `
    say({ en: `  ${at}${message.en}`, bn: `  ${at}${message.bn}` })
  }
  const more = preview.problemCount - Math.min(preview.problems.length, mostShown)
  if (more > 0) say({ en: `  … and ${more} more`, bn: `  … এবং আরও ${more}টি` })
  for (const notice of preview.notices) say(notice)
}

function summary({ format, rows, cases, here }: HtcdsPreview): { en: string; bn: string } {
  const known = here.same + here.differs
  return {
    en: `${format}: ${rows} rows; ${cases} cases to bring in, ${known} here already.`,
    bn: `${format}: ${rows}টি সারি; ${cases}টি কেস আনা যাবে, ${known}টি আগে থেকেই আছে।`,
  }
}

/** The unit that will own the cases: the one that was named, or the only one that this person belongs to. */
async function unitOf(node: NodeClient, named: string | undefined): Promise<string> {
  if (named !== undefined) return named
  const { units } = await node.ask('GET', '/session', sessionView)
  const [only, ...others] = units
  if (only !== undefined && others.length === 0) return only.id
  throw new Stop(
    'usage',
    {
      en: 'say which unit will own the cases: --unit ID',
      bn: 'কোন ইউনিট কেসগুলোর দায়িত্বে থাকবে বলুন: --unit ID',
    },
    ...units.map(({ id, name }) => ({ en: `  ${id}  ${name.en}`, bn: `  ${id}  ${name.bn}` })),
  )
}

async function agreed({ language }: Context, { cases }: HtcdsPreview): Promise<boolean> {
  const question = { en: `Store ${cases} cases? Type yes: `, bn: `${cases}টি কেস সংরক্ষণ করবেন? yes লিখুন: ` }[
    language
  ]
  const answer = await ask(question, {
    en: 'nothing was stored; say --yes to store without being asked',
    bn: 'কিছুই সংরক্ষণ করা হয়নি; না জিজ্ঞেস করে সংরক্ষণ করতে --yes দিন',
  })
  return /^(y|yes|হ্যাঁ)$/i.test(answer)
}

function pathOf(days: string | undefined, columns: string | undefined): string {
  const query = new URLSearchParams()
  if (days !== undefined) query.set('days', days)
  if (columns !== undefined) query.set('columns', columns)
  return `/exchange/htcds/preview${query.size === 0 ? '' : `?${query.toString()}`}`
}

/** Brings in the cases of a file: looked through first, then all of them or none. */
export async function importCases(context: Context): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...context.args],
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      yes: { type: 'boolean', default: false },
      unit: { type: 'string' },
      days: { type: 'string' },
      columns: { type: 'string' },
    },
  })
  const bytes = readFile(positionals[0])
  const node = context.node()
  const path = pathOf(values.days, values.columns)
  const preview = await node.ask('POST', path, htcdsPreview, { bytes })
  report(preview, context.say)
  context.say(summary(preview))
  if (!preview.ready || preview.id === null) {
    throw new Stop('refused', {
      en: 'The file cannot be brought in as it is. Nothing was stored.',
      bn: 'ফাইলটি এভাবে আনা যাবে না। কিছুই সংরক্ষণ করা হয়নি।',
    })
  }
  if (values.check) return
  const unit = await unitOf(node, values.unit)
  if (!values.yes && !(await agreed(context, preview))) {
    throw new Stop('refused', { en: 'Nothing was stored.', bn: 'কিছুই সংরক্ষণ করা হয়নি।' })
  }
  const json = { command: randomUUID(), preview: preview.id, unit }
  const { cases } = await node.ask('POST', '/exchange/htcds/import', htcdsImported, { json })
  context.say({ en: `${cases} cases were brought in.`, bn: `${cases}টি কেস আনা হয়েছে।` })
  context.say(plain(`  ${node.origin}`))
}
