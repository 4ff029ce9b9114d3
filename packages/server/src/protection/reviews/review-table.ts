import { csvTable } from '@setu/exchange'
import type { ReviewView } from '@setu/records/api'
import { isCode, type Language, labelOf, reviewAnswers, roles } from '@setu/vocabulary'

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Quarter',
    'Of',
    'Name',
    'Post',
    'Roles',
    'Units',
    'Last seen',
    'Second factor',
    'Cases outside own caseload',
    'Answer',
    'By',
    'On',
  ],
  bn: [
    'ত্রৈমাসিক',
    'কোথায়',
    'নাম',
    'পদ',
    'ভূমিকা',
    'ইউনিট',
    'শেষ দেখা',
    'দ্বিতীয় প্রমাণ',
    'নিজের বাইরের কেস',
    'উত্তর',
    'কে',
    'কবে',
  ],
}

/** A review as a table that a spreadsheet opens: everybody, and what was said of each by whom and when. */
export function reviewTable({ quarter, unit, accounts }: ReviewView, language: Language): string {
  const rows = accounts.map((line) => [
    quarter,
    unit?.name[language] ?? '',
    line.name,
    line.post[language],
    line.roles.map((one) => (isCode(roles, one) ? labelOf(roles, one, language) : one)).join('; '),
    line.units.map((one) => one[language]).join('; '),
    line.lastSeen?.slice(0, 10) ?? '',
    line.factors.join('; '),
    String(line.outside),
    line.answer === null ? '' : labelOf(reviewAnswers, line.answer, language),
    line.answeredBy ?? '',
    line.answeredAt?.slice(0, 10) ?? '',
  ])
  return csvTable([heads[language], ...rows])
}
