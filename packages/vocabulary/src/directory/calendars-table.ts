import { plainDate, type Weekday } from '../plain-date.ts'
import type { Calendar, Holiday, Institution } from './calendar.ts'

const names = {
  shab: { en: 'Shab-e-Barat', bn: 'শবে বরাত' },
  shahid: { en: 'Martyrs’ Day and International Mother Language Day', bn: 'শহীদ দিবস ও আন্তর্জাতিক মাতৃভাষা দিবস' },
  qadr: { en: 'Shab-e-Qadr', bn: 'শবে কদর' },
  jumatul: { en: 'Jumatul Bidah', bn: 'জুমাতুল বিদা' },
  fitr: { en: 'Eid-ul-Fitr', bn: 'ঈদুল ফিতর' },
  ind: { en: 'Independence and National Day', bn: 'স্বাধীনতা ও জাতীয় দিবস' },
  ny: { en: 'Bangla New Year', bn: 'বাংলা নববর্ষ' },
  may: { en: 'May Day', bn: 'মে দিবস' },
  buddha: { en: 'Buddha Purnima', bn: 'বুদ্ধ পূর্ণিমা' },
  azha: { en: 'Eid-ul-Azha', bn: 'ঈদুল আজহা' },
  ashura: { en: 'Ashura', bn: 'আশুরা' },
  july: { en: 'July Mass Uprising Day', bn: 'জুলাই গণঅভ্যুত্থান দিবস' },
  janma: { en: 'Janmashtami', bn: 'জন্মাষ্টমী' },
  milad: { en: 'Eid-e-Miladunnabi', bn: 'ঈদে মিলাদুন্নবী' },
  durga: { en: 'Durga Puja', bn: 'দুর্গাপূজা' },
  vic: { en: 'Victory Day', bn: 'বিজয় দিবস' },
  xmas: { en: 'Christmas Day', bn: 'বড়দিন' },
} as const

type Named = readonly [date: string, name: keyof typeof names]

const fixedDays: readonly Named[] = [
  ['2025-02-21', 'shahid'],
  ['2025-03-26', 'ind'],
  ['2025-04-14', 'ny'],
  ['2025-05-01', 'may'],
  ['2025-08-05', 'july'],
  ['2025-12-16', 'vic'],
  ['2025-12-25', 'xmas'],
  ['2026-02-21', 'shahid'],
  ['2026-03-26', 'ind'],
  ['2026-04-14', 'ny'],
  ['2026-05-01', 'may'],
  ['2026-08-05', 'july'],
  ['2026-12-16', 'vic'],
  ['2026-12-25', 'xmas'],
  ['2027-02-21', 'shahid'],
  ['2027-03-26', 'ind'],
  ['2027-04-14', 'ny'],
  ['2027-05-01', 'may'],
  ['2027-12-16', 'vic'],
  ['2027-12-25', 'xmas'],
]

/** Days that wait for the moon or a gazette: as generally expected, to be confirmed by an administrator. */
const expectedDays: readonly Named[] = [
  ['2025-02-15', 'shab'],
  ['2025-03-28', 'jumatul'],
  ['2025-03-29', 'fitr'],
  ['2025-03-30', 'fitr'],
  ['2025-03-31', 'fitr'],
  ['2025-04-01', 'fitr'],
  ['2025-04-02', 'fitr'],
  ['2025-04-03', 'fitr'],
  ['2025-05-11', 'buddha'],
  ['2025-06-05', 'azha'],
  ['2025-06-06', 'azha'],
  ['2025-06-07', 'azha'],
  ['2025-06-08', 'azha'],
  ['2025-06-09', 'azha'],
  ['2025-06-10', 'azha'],
  ['2025-06-11', 'azha'],
  ['2025-06-12', 'azha'],
  ['2025-07-06', 'ashura'],
  ['2025-08-16', 'janma'],
  ['2025-09-06', 'milad'],
  ['2025-10-01', 'durga'],
  ['2025-10-02', 'durga'],
  ['2026-02-04', 'shab'],
  ['2026-03-17', 'qadr'],
  ['2026-03-19', 'fitr'],
  ['2026-03-20', 'jumatul'],
  ['2026-03-21', 'fitr'],
  ['2026-03-22', 'fitr'],
  ['2026-03-23', 'fitr'],
  ['2026-05-26', 'azha'],
  ['2026-05-27', 'azha'],
  ['2026-05-28', 'azha'],
  ['2026-05-29', 'azha'],
  ['2026-05-30', 'azha'],
  ['2026-05-31', 'azha'],
  ['2026-06-26', 'ashura'],
  ['2026-08-26', 'milad'],
  ['2026-09-04', 'janma'],
  ['2026-10-20', 'durga'],
  ['2026-10-21', 'durga'],
  ['2027-01-24', 'shab'],
  ['2027-03-05', 'jumatul'],
  ['2027-03-06', 'qadr'],
  ['2027-03-09', 'fitr'],
  ['2027-03-10', 'fitr'],
  ['2027-03-11', 'fitr'],
  ['2027-03-12', 'fitr'],
  ['2027-05-15', 'azha'],
  ['2027-05-16', 'azha'],
  ['2027-05-17', 'azha'],
  ['2027-05-18', 'azha'],
  ['2027-05-19', 'azha'],
  ['2027-05-20', 'buddha'],
  ['2027-06-16', 'ashura'],
  ['2027-08-05', 'july'],
  ['2027-08-15', 'milad'],
  ['2027-08-25', 'janma'],
  ['2027-10-08', 'durga'],
  ['2027-10-09', 'durga'],
]

const bangladesh: readonly Holiday[] = [
  ...fixedDays.map(([date, name]) => ({ date: plainDate(date), ...names[name] })),
  ...expectedDays.map(([date, name]) => ({
    date: plainDate(date),
    ...names[name],
    provisional: true as const,
  })),
].sort((first, second) => (first.date < second.date ? -1 : 1))

const friday = 5
const saturday = 6
const sunday = 0
const thursday = 4

/** Weekends elsewhere, holidays not yet known. Countries that keep half days count only the full ones. */
const weekends: Readonly<Record<string, readonly Weekday[]>> = {
  AE: [saturday, sunday],
  AF: [thursday, friday],
  BH: [friday, saturday],
  IN: [saturday, sunday],
  IR: [friday],
  KG: [saturday, sunday],
  KW: [friday, saturday],
  KZ: [saturday, sunday],
  LK: [saturday, sunday],
  MM: [saturday, sunday],
  NP: [saturday],
  OM: [friday, saturday],
  PK: [saturday, sunday],
  QA: [friday, saturday],
  SA: [friday, saturday],
  TJ: [saturday, sunday],
  TM: [saturday, sunday],
  UZ: [saturday, sunday],
}

const version = '2026-01'
const institutions: readonly Institution[] = ['executive', 'court']

/**
 * The calendars an installation begins with; administrators correct them and every correction is a new
 * version. Court vacations are gazetted year by year and are not in them.
 */
export const seedCalendars: readonly Calendar[] = [
  ...institutions.map((institution) => ({
    jurisdiction: 'BD',
    institution,
    version,
    weekend: [friday, saturday] as const,
    holidays: bangladesh,
  })),
  ...Object.entries(weekends).flatMap(([jurisdiction, weekend]) =>
    institutions.map((institution) => ({ jurisdiction, institution, version, weekend, holidays: [] })),
  ),
]
