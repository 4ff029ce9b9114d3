import { readdirSync, readFileSync } from 'node:fs'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'

const folder = new URL('./', import.meta.url)

/** Words that are the same in every language: figures, keys, another language's own name, a title. */
const sameEverywhere = [
  'board.cell',
  'shell.search-keys',
  'settings.digits.latin',
  'settings.digits.own',
  'palette.language',
]

function wordsIn(file: string): Record<string, string> {
  return JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
}

/** The names of the values that a message asks for, with what it does with each. */
function asks(message: string): string[] {
  const compiled = compileMessage(message)
  if (!Array.isArray(compiled)) return []
  return compiled
    .flatMap((part) => (Array.isArray(part) ? [`${String(part[0])}:${String(part[1] ?? '')}`] : []))
    .sort()
}

const rooms = readdirSync(folder).flatMap((file) =>
  file.endsWith('.en.json') ? [file.slice(0, -'.en.json'.length)] : [],
)

test('there are words to compare', () => {
  expect(rooms).toContain('shell')
})

describe.each(rooms)('the words of %s', (room) => {
  const english = wordsIn(`${room}.en.json`)
  const bangla = wordsIn(`${room}.bn.json`)

  test('exist in both languages', () => {
    expect(Object.keys(bangla)).toEqual(Object.keys(english))
  })

  test.each(Object.keys(english))('%s asks for the same values in both', (id) => {
    expect(asks(bangla[id] ?? '')).toEqual(asks(english[id] ?? ''))
  })

  test('are in Bangla letters where Bangla is spoken', () => {
    const latin = Object.entries(bangla).filter(
      ([id, message]) => !sameEverywhere.includes(id) && !/[\u0980-\u09ff]/.test(message),
    )
    expect(latin).toEqual([])
  })

  test('never call a survivor a victim', () => {
    expect(Object.values(bangla).filter((message) => message.includes('ভিকটিম'))).toEqual([])
  })
})

test('no word has two rooms', () => {
  const all = rooms.flatMap((room) => Object.keys(wordsIn(`${room}.en.json`)))
  expect(all.filter((id, at) => all.indexOf(id) !== at)).toEqual([])
})

test('no word is left over that no screen says', () => {
  const source = new URL('../', import.meta.url)
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const said = files.map((file) => readFileSync(new URL(file, source), 'utf8')).join('\n')
  const ids = rooms.flatMap((room) => Object.keys(wordsIn(`${room}.en.json`)))
  expect(ids.filter((id) => !said.includes(`'${id}'`) && !said.includes(`"${id}"`))).toEqual([])
})
