import { type CodeIndex, findCode, indexCodes, type Match, matchParts } from './code-index.ts'
import { tidy } from './column-names.ts'
import { countryIndex } from './countries.ts'
import type { FieldFacts } from './fields.ts'
import { languageIndex } from './languages.ts'
import type { HtcdsProblemCode } from './problems.ts'
import { severalInForm, wordsInForm } from './repairs.ts'
import { codeSeparator } from './row.ts'
import { type Finding, read, unreadable, type ValueRead, type ValueReading } from './value.ts'

/** Labels and codes differ in letter case, spacing and marks; what is left is the same for both. */
function codeKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '')
}

/** How a value of each kind is found, and the note that it was not given as a code. */
interface Lookup {
  readonly index: CodeIndex
  readonly note: HtcdsProblemCode
}

function codeLookup({ codes }: FieldFacts): Lookup {
  const entries = codes.flatMap(({ code, label }) => [[label, code] as const, [code, code] as const])
  return { index: indexCodes(entries, codeKey), note: 'code.by-label' }
}

const countries: Lookup = { index: countryIndex, note: 'country.rewritten' }
const languages: Lookup = { index: languageIndex, note: 'language.rewritten' }
const lookups = new Map<string, Lookup>()

function lookupFor(facts: FieldFacts): Lookup {
  if (facts.kind === 'country') return countries
  if (facts.kind === 'language') return languages
  const lookup = lookups.get(facts.name) ?? codeLookup(facts)
  lookups.set(facts.name, lookup)
  return lookup
}

function isMatched(found: readonly (Match | string)[]): found is readonly Match[] {
  return found.length > 0 && found.every((part) => typeof part !== 'string')
}

/** The words of a cell, each with its code or, where it has none, as it stands. */
function splitCell(text: string, index: CodeIndex, surveyForm: boolean): readonly (Match | string)[] {
  const whole = findCode(index, text)
  if (whole !== null) return [{ code: whole, exact: whole === text }]
  const bySeparator = matchParts(text.split(codeSeparator), index)
  if (isMatched(bySeparator)) return bySeparator
  const bySpace = matchParts(text.split(/\s+/), index)
  if (isMatched(bySpace) || (surveyForm && !text.includes(codeSeparator))) return bySpace
  const byComma = matchParts(text.split(','), index)
  return isMatched(byComma) ? byComma : bySeparator
}

const unknownCode = { country: 'country.unknown', language: 'language.unknown' } as const

function unknown({ kind }: FieldFacts, text: string): ValueRead {
  const code = kind === 'country' || kind === 'language' ? unknownCode[kind] : 'code.unknown'
  return unreadable(code, { length: text.length })
}

function several(
  codes: readonly string[],
  facts: FieldFacts,
  notes: readonly Finding[],
  reading: ValueReading,
): ValueRead {
  if (facts.multiple) return read(codes, ...notes)
  const [only, ...others] = codes
  if (only !== undefined && others.length === 0) return read(only, ...notes)
  if (!severalInForm.has(facts.name) || !(reading.surveyForm || reading.exact)) {
    return unreadable('code.several', { length: codes.length })
  }
  const kept: Finding = { code: 'code.several-kept', about: { length: codes.length } }
  return read(codes, ...notes, ...(reading.exact ? [] : [kept]))
}

/** The codes of a file of ours, just as they were written; null when somebody has typed something else since. */
function ownCodes(text: string, facts: FieldFacts): readonly string[] | null {
  const { index } = lookupFor(facts)
  const codes = text.split(codeSeparator)
  return codes.every((code) => facts.openList || findCode(index, code) === code) ? codes : null
}

/** Reads the codes of a cell, by code or by label. */
export function readCodes(text: string, facts: FieldFacts, reading: ValueReading): ValueRead {
  const own = reading.exact ? ownCodes(text, facts) : null
  if (own !== null) return several(own, facts, [], reading)
  const { index, note } = lookupFor(facts)
  const found = splitCell(tidy(text), index, reading.surveyForm)
  if (!isMatched(found) && !facts.openList) {
    const aside = reading.surveyForm ? wordsInForm[facts.name] : undefined
    if (aside === undefined) return unknown(facts, text)
    return {
      ...read(aside.code, { code: 'code.text-kept', about: { length: text.length } }),
      wordsAside: text,
    }
  }
  const notes = new Set<HtcdsProblemCode>()
  const codes = found.map((part) => {
    if (typeof part === 'string') notes.add('code.added')
    else if (!part.exact) notes.add(note)
    return typeof part === 'string' ? part : part.code
  })
  const once = [...new Set(codes)]
  if (once.length < codes.length) notes.add('code.repeated')
  return several(
    once,
    facts,
    [...notes].map((code) => ({ code })),
    reading,
  )
}
