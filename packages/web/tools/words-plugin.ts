import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const asked = 'virtual:words/'
const resolved = '\0words/'

/**
 * Compiles `src/words/<room>.<language>.json` while building, so that no message parser reaches a phone and
 * each room's words travel in one language only.
 */
export function compiledWords(folder: string): Plugin {
  return {
    name: 'compiled-words',
    resolveId: (id) => (id.startsWith(asked) ? `${resolved}${id.slice(asked.length)}.js` : null),
    load(id) {
      if (!id.startsWith(resolved)) return null
      const file = join(folder, `${id.slice(resolved.length, -'.js'.length)}.json`)
      this.addWatchFile(file)
      const written: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
      const compiled = Object.fromEntries(
        Object.entries(written).map(([word, message]) => [word, compileMessage(message)]),
      )
      return { code: `export const messages = ${JSON.stringify(compiled)}`, moduleType: 'js' }
    },
  }
}
