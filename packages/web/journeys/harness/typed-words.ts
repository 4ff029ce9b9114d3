import type { BrowserContext } from 'playwright-core'

/** Addresses whose words are about offices, their people and devices, or about laws, and are kept in clear on purpose. */
const aboutOffices =
  /^\/api\/(admin|calendars|directory\/(boundaries|services$)|filters|first-run|keys|laws|session)(\/|$)/

/** What is kept in clear nowhere. */
const secrets = /password|pin|secret/i

const typed = new Set<string>()

/** The longest piece of a text that JSON and CSV write as it is. */
function longestPlain(text: string): string {
  return text
    .split(/["\\\n\r\t]/)
    .map((piece) => piece.trim())
    .reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
}

/** Words of people: what is neither an id, nor a day, nor a code. */
function wordsIn(value: unknown, counts: (key: string) => boolean, key = ''): string[] {
  if (typeof value === 'string')
    return counts(key) && value.length >= 10 && /\p{L}.*[ \p{Lo}]/u.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, counts, name))
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Remembers whatever words a browser sends from now on, but for those about offices. */
export function rememberTyped(context: BrowserContext): void {
  context.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' || !pathname.startsWith('/api/')) return
    const counts = (key: string) => !aboutOffices.test(pathname) || secrets.test(key)
    for (const words of wordsIn(bodyOf(request.postData() ?? ''), counts)) typed.add(longestPlain(words))
  })
}

/** What was typed in the browsers of this file so far. */
export function typedWords(): string[] {
  return [...typed].filter((words) => words.length >= 10)
}
