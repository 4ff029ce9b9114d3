import { labelKey, tidy } from './column-names.ts'
import { parseCountry } from './countries.ts'
import type { FieldFacts } from './fields.ts'
import { parseLanguage } from './languages.ts'
import type { HtcdsProblemCode } from './problems.ts'
import { severalInForm, wordsInForm } from './repairs.ts'
import { codeSeparator } from './row.ts'
import { type Finding, read, unreadable, type ValueRead, type ValueReading } from './value.ts'

/** A word that stands for a code. */
interface Match {
  readonly code: string
  /** What was done to the word to get there. */
  readonly note: HtcdsProblemCode | null
}

type Lookup = (word: string) => Match | null

function codeLookup({ codes }: FieldFacts): Lookup {
  const exact = new Set(codes.map(({ code }) => code))
  const loose = new Map([
    ...codes.map(({ code }) => [labelKey(code), code] as const),
    ...codes.map(({ code, label }) => [labelKey(label), code] as const),
  ])
  return (word) => {
    if (exact.has(word)) return { code: word, note: null }
    const code = loose.get(labelKey(word))
    return code === undefined ? null : { code, note: 'code.by-label' }
  }
}

function parsedLookup(parse: (text: string) => string | null, note: HtcdsProblemCode): Lookup {
  return (word) => {
    const code = parse(word)
    return code === null ? null : { code, note: code === word ? null : note }
  }
}

const countries = parsedLookup(parseCountry, 'country.rewritten')
const languages = parsedLookup(parseLanguage, 'language.rewritten')
const lookups = new Map<string, Lookup>()

function lookupFor(facts: FieldFacts): Lookup {
  if (facts.kind === 'country') return countries
  if (facts.kind === 'language') return languages
  const lookup = lookups.get(facts.name) ?? codeLookup(facts)
  lookups.set(facts.name, lookup)
  return lookup
}

/** No list has more codes than this, and no label more words. */
const mostParts = 250
const mostTogether = 16

/**
 * Reads words one after another, taking as many together as stand for one code: labels hold the spaces,
 * commas and semicolons that also stand between them.
 */
function matchParts(parts: readonly string[], separator: string, lookup: Lookup): (Match | string)[] {
  const found: (Match | string)[] = []
  let start = 0
  while (start < Math.min(parts.length, mostParts)) {
    let end = Math.min(parts.length, start + mostTogether)
    let match: Match | null = null
    for (; end > start; end -= 1) {
      match = lookup(parts.slice(start, end).join(separator))
      if (match !== null) break
    }
    const unmatched = parts[start]?.trim() ?? ''
    if (match !== null || unmatched !== '') found.push(match ?? unmatched)
    start = match === null ? start + 1 : end
  }
  return found
}

function isMatched(found: readonly (Match | string)[]): found is Match[] {
  return found.length > 0 && found.every((part) => typeof part !== 'string')
}

/** The words of a cell, each with its code or, where it has none, as it stands. */
function splitCell(text: string, facts: FieldFacts, surveyForm: boolean): (Match | string)[] {
  const lookup = lookupFor(facts)
  const whole = lookup(text)
  if (whole !== null) return [whole]
  const bySeparator = matchParts(text.split(codeSeparator), codeSeparator, lookup)
  if (isMatched(bySeparator)) return bySeparator
  const bySpace = matchParts(text.split(/\s+/), ' ', lookup)
  if (isMatched(bySpace) || (surveyForm && !text.includes(codeSeparator))) return bySpace
  const byComma = matchParts(text.split(','), ',', lookup)
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
  const lookup = lookupFor(facts)
  const codes = text.split(codeSeparator)
  return codes.every((code) => facts.openList || lookup(code)?.note === null) ? codes : null
}

/** Reads the codes of a cell, by code or by label. */
export function readCodes(text: string, facts: FieldFacts, reading: ValueReading): ValueRead {
  const own = reading.exact ? ownCodes(text, facts) : null
  if (own !== null) return several(own, facts, [], reading)
  const found = splitCell(tidy(text), facts, reading.surveyForm)
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
    const note = typeof part === 'string' ? 'code.added' : part.note
    if (note !== null) notes.add(note)
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
