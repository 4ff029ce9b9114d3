import { exportCases } from './commands/export.ts'
import { importCases } from './commands/import.ts'
import { signIn, signOut } from './commands/sign-in.ts'
import { user } from './commands/user.ts'
import type { Context } from './context.ts'
import { nodeClient } from './node-client.ts'
import { exitCodes, languageOf, Stop, usage } from './words.ts'

const commands: Readonly<Record<string, (context: Context) => Promise<void>>> = {
  'sign-in': signIn,
  'sign-out': signOut,
  import: importCases,
  export: exportCases,
  user,
}

/** `--node URL` may stand anywhere after the command; everything else is the command's own. */
function splitNode(words: readonly string[]): { readonly node: string | undefined; readonly args: string[] } {
  const at = words.indexOf('--node')
  if (at >= 0) return { node: words[at + 1] ?? '', args: words.toSpliced(at, 2) }
  const joined = words.findIndex((word) => word.startsWith('--node='))
  if (joined < 0) return { node: undefined, args: [...words] }
  return { node: words[joined]?.slice('--node='.length), args: words.toSpliced(joined, 1) }
}

function stopOf(error: unknown): Stop | null {
  if (error instanceof Stop) return error
  const usageFault =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return usageFault ? new Stop('usage', { en: error.message, bn: error.message }) : null
}

const [name = 'help', ...words] = process.argv.slice(2)
const language = languageOf(process.env)
const { node, args } = splitNode(words)
const context: Context = {
  args,
  env: process.env,
  language,
  node: () => nodeClient({ env: process.env, language, node }),
  say: (said) => console.log(said[language]),
}

try {
  const command = commands[name]
  if (command) await command(context)
  else if (/^(-h|--help|help)$/.test(name)) console.log(usage[language])
  else throw new Stop('usage', usage)
} catch (error) {
  const stop = stopOf(error)
  if (stop === null) throw error
  for (const line of stop.lines) console.error(line[language])
  process.exitCode = exitCodes[stop.ending]
}
