import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type CaseRecordName, caseRecords } from '@setu/records'
import { type CodeList, labelOf } from '@setu/vocabulary'

export type Language = 'bn' | 'en'

const folder = fileURLToPath(new URL('../../src/words/', import.meta.url))

function wordsOf(language: Language): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith(`.${language}.json`))
  const rooms = files.map((file): unknown => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')))
  return new Map(rooms.flatMap((room) => Object.entries(room as Record<string, string>)))
}

const words = { bn: wordsOf('bn'), en: wordsOf('en') }

/** A text as it stands, for use within a pattern. */
export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** What people read on the screen, in one language. */
export interface Spoken {
  /** A word of ours, with its gaps filled. */
  say(id: string, gaps?: Readonly<Record<string, string>>): string
  /** The same with anything in its gaps. */
  saying(id: string): RegExp
  /** The words of a code. */
  code<Code extends string>(list: CodeList<Code>, code: NoInfer<Code>): string
  /** The question of a record. */
  question(record: CaseRecordName, field: string): string
}

export function speak(language: Language): Spoken {
  const wordOf = (id: string): string => {
    const word = words[language].get(id)
    if (word === undefined) throw new Error(`no word ${id}`)
    return word
  }
  return {
    say: (id, gaps = {}) => wordOf(id).replaceAll(/\{(\w+)\}/g, (_, gap: string) => gaps[gap] ?? `{${gap}}`),
    saying: (id) =>
      new RegExp(
        `^${wordOf(id)
          .split(/\{\w+\}/)
          .map(literally)
          .join('.+')}$`,
      ),
    code: (list, code) => labelOf(list, code, language),
    question(record, field) {
      const declared = Object.entries(caseRecords[record].fields).find(([key]) => key === field)?.[1]
      if (declared === undefined) throw new Error(`${record} does not ask for ${field}`)
      return declared.label[language]
    },
  }
}
