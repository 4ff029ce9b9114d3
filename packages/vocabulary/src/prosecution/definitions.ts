import { type CodeList, type Language, labelOf } from '../codes.ts'
import { filled, type Words } from '../words.ts'
import { gravestPenalties, type LawOffence, type LawText, lawCovers, lawMarks, type Penalty } from './law.ts'
import { palermoActs, palermoMeans, palermoPurposes } from './palermo.ts'

const words = {
  yes: { en: 'yes', bn: 'হ্যাঁ' },
  no: { en: 'no', bn: 'না' },
  notKnown: { en: 'not known', bn: 'জানা নেই' },
  notRead: { en: 'not read', bn: 'পড়া হয়নি' },
  law: { en: 'Law', bn: 'আইন' },
  covers: { en: 'Whom it protects', bn: 'কাকে সুরক্ষা দেয়' },
  childUnder: { en: 'A child is under', bn: 'শিশু যার বয়স এর কম' },
  childMeans: { en: 'A means must be proved of a child', bn: 'শিশুর ক্ষেত্রেও উপায় প্রমাণ করতে হয়' },
  consent: { en: 'Consent is of no account once a means was used', bn: 'উপায় ব্যবহার হলে সম্মতি অগ্রাহ্য' },
  penalty: { en: 'Penalty for trafficking', bn: 'পাচারের শাস্তি' },
  mark: { en: 'Definition', bn: 'সংজ্ঞা' },
  act: { en: 'Act: {what}', bn: 'কাজ: {what}' },
  means: { en: 'Means: {what}', bn: 'উপায়: {what}' },
  purpose: { en: 'Purpose: {what}', bn: 'উদ্দেশ্য: {what}' },
  least: { en: 'at least {time}', bn: 'কমপক্ষে {time}' },
  most: { en: 'at most {time}', bn: 'সর্বোচ্চ {time}' },
  between: { en: '{least} to {most}', bn: '{least} থেকে {most}' },
  years: { en: '{count} years', bn: '{count} বছর' },
  months: { en: '{count} months', bn: '{count} মাস' },
  fineLeast: { en: 'a fine of at least {sum}', bn: 'কমপক্ষে {sum} অর্থদণ্ড' },
  fineMost: { en: 'a fine of at most {sum}', bn: 'সর্বোচ্চ {sum} অর্থদণ্ড' },
  fineBetween: { en: 'a fine of {least} to {most}', bn: '{least} থেকে {most} অর্থদণ্ড' },
  fineInstead: { en: 'or a fine alone', bn: 'অথবা কেবল অর্থদণ্ড' },
} as const satisfies Readonly<Record<string, Words>>

function time(months: number, language: Language): string {
  const whole = months % 12 === 0
  return filled((whole ? words.years : words.months)[language], {
    count: String(whole ? months / 12 : months),
  })
}

function terms({ minMonths, maxMonths }: Penalty, language: Language): string[] {
  if (minMonths !== null && maxMonths !== null) {
    const [least, most] = [time(minMonths, language), time(maxMonths, language)]
    return [least === most ? least : filled(words.between[language], { least, most })]
  }
  if (minMonths !== null) return [filled(words.least[language], { time: time(minMonths, language) })]
  if (maxMonths !== null) return [filled(words.most[language], { time: time(maxMonths, language) })]
  return []
}

/** A sum with its thousands apart, as every reader of a law writes it. */
function sum(amount: number, currency: string): string {
  return `${currency} ${String(amount).replace(/\B(?=(\d{3})+$)/g, ' ')}`
}

function fines({ minFine, maxFine }: Penalty, currency: string, language: Language): string[] {
  if (minFine !== null && maxFine !== null && minFine !== maxFine) {
    const [least, most] = [sum(minFine, currency), sum(maxFine, currency)]
    return [filled(words.fineBetween[language], { least, most })]
  }
  if (minFine !== null) return [filled(words.fineLeast[language], { sum: sum(minFine, currency) })]
  if (maxFine !== null) return [filled(words.fineMost[language], { sum: sum(maxFine, currency) })]
  return []
}

/** A punishment as a sentence of its parts; what is not known is said to be so. */
export function penaltyText(penalty: Penalty | null, currency: string, language: Language): string {
  if (penalty === null || penalty.gravest === null) return words.notKnown[language]
  return [
    labelOf(gravestPenalties, penalty.gravest, language),
    ...terms(penalty, language),
    ...fines(penalty, currency, language),
    ...(penalty.fineInstead === true ? [words.fineInstead[language]] : []),
  ].join('; ')
}

/** The offence by which a law punishes trafficking itself: the first of them, as laws write them. */
export function mainOffence(law: LawText): LawOffence | null {
  return law.offences.find(({ category }) => category === 'trafficking') ?? null
}

/** One line of the comparison: an element, and what each law says of it. */
export interface DefinitionRow {
  readonly label: string
  readonly cells: readonly string[]
}

/** Yes or no; that something is missing in a law is said only where the law itself was read. */
function known(
  said: boolean | null | undefined,
  definition: LawText['definition'],
  language: Language,
): string {
  if (said === null || said === undefined) return words.notKnown[language]
  if (said) return words.yes[language]
  return (definition?.mark === 'verified' ? words.no : words.notRead)[language]
}

function elementRows<C extends string>(
  laws: readonly LawText[],
  list: CodeList<C>,
  { head, of, language }: { head: Words; of: 'acts' | 'means' | 'purposes'; language: Language },
): DefinitionRow[] {
  return list.entries.map((entry) => ({
    label: filled(head[language], { what: entry[language] }),
    cells: laws.map(({ definition }) => {
      const said: readonly string[] | undefined = definition?.[of]
      return known(said?.includes(entry.code), definition, language)
    }),
  }))
}

/**
 * The definitions of several laws side by side, element by element: a law whose definition is not known says so in
 * every line, and is never taken to lack an element; nor is one of which only reports were read.
 */
export function definitionRows(laws: readonly LawText[], language: Language): readonly DefinitionRow[] {
  const line = (label: Words, said: (law: LawText) => string): DefinitionRow => ({
    label: label[language],
    cells: laws.map(said),
  })
  const notKnown = words.notKnown[language]
  return [
    line(words.law, ({ title }) => title[language]),
    line(words.mark, ({ definition }) =>
      definition === null
        ? notKnown
        : `${definition.section ?? notKnown}, ${labelOf(lawMarks, definition.mark, language)}`,
    ),
    line(words.covers, ({ definition }) =>
      definition?.covers ? labelOf(lawCovers, definition.covers, language) : notKnown,
    ),
    ...elementRows(laws, palermoActs, { head: words.act, of: 'acts', language }),
    ...elementRows(laws, palermoMeans, { head: words.means, of: 'means', language }),
    ...elementRows(laws, palermoPurposes, { head: words.purpose, of: 'purposes', language }),
    line(words.childUnder, ({ definition }) =>
      definition?.childUnder ? String(definition.childUnder) : notKnown,
    ),
    line(words.childMeans, ({ definition }) => known(definition?.childNeedsMeans, definition, language)),
    line(words.consent, ({ definition }) => known(definition?.consentIrrelevant, definition, language)),
    line(words.penalty, (law) => penaltyText(mainOffence(law)?.penalty ?? null, law.currency, language)),
  ]
}
