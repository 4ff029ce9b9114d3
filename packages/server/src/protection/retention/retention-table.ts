import { csvTable } from '@setu/exchange'
import type { RetentionList, RetentionRow } from '@setu/records/api'
import type { Language } from '@setu/vocabulary'

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['Case', 'Unit', 'Closed on', 'Kept until', 'Rule', 'Standing'],
  bn: ['কেস', 'ইউনিট', 'বন্ধের তারিখ', 'যে দিন পর্যন্ত রাখা', 'নিয়ম', 'অবস্থা'],
}

const standings: Readonly<Record<RetentionRow['standing'], Readonly<Record<Language, string>>>> = {
  over: { en: 'time is over', bn: 'মেয়াদ শেষ' },
  coming: { en: 'over soon', bn: 'শিগগির শেষ হবে' },
  held: { en: 'held back', bn: 'আটকে রাখা' },
  asked: { en: 'asked to erase', bn: 'মোছার অনুরোধ হয়েছে' },
}

function ruleWords({ rules }: RetentionList, rule: RetentionRow['rule'], language: Language): string {
  const years = String(rules.years)
  const age = String(rules.childUntilAge)
  if (rule === 'years') return language === 'en' ? `${years} years after closing` : `বন্ধের ${years} বছর পর`
  return language === 'en' ? `a child, until the age of ${age}` : `শিশু, ${age} বছর বয়স পর্যন্ত`
}

/** The list before anything is done, as a table: what would go, why, and what is held back. */
export function retentionTable(list: RetentionList, language: Language): string {
  const rows = list.items.map((row) => [
    row.code,
    row.unit[language],
    row.closedOn,
    row.keptUntil,
    ruleWords(list, row.rule, language),
    standings[row.standing][language],
  ])
  return csvTable([heads[language], ...rows])
}
