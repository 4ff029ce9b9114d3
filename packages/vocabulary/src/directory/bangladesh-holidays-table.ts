import { plainDate } from '../plain-date.ts'
import type { Holiday } from './calendar.ts'

const names = {
  election: { en: 'General election', bn: 'জাতীয় সংসদ নির্বাচন' },
  shab: { en: 'Shab-e-Barat', bn: 'শবে বরাত' },
  shahid: { en: 'Martyrs’ Day and International Mother Language Day', bn: 'শহীদ দিবস ও আন্তর্জাতিক মাতৃভাষা দিবস' },
  mujib: {
    en: 'Birthday of Bangabandhu and National Children’s Day',
    bn: 'বঙ্গবন্ধুর জন্মদিবস ও জাতীয় শিশু দিবস',
  },
  qadr: { en: 'Shab-e-Qadr', bn: 'শবে কদর' },
  jumatul: { en: 'Jumatul Bidah', bn: 'জুমাতুল বিদা' },
  fitr: { en: 'Eid-ul-Fitr', bn: 'ঈদুল ফিতর' },
  fitrOrder: { en: 'Holiday by executive order at Eid-ul-Fitr', bn: 'ঈদুল ফিতর উপলক্ষে নির্বাহী আদেশে ছুটি' },
  ind: { en: 'Independence and National Day', bn: 'স্বাধীনতা ও জাতীয় দিবস' },
  ny: { en: 'Bangla New Year', bn: 'বাংলা নববর্ষ' },
  may: { en: 'May Day', bn: 'মে দিবস' },
  buddha: { en: 'Buddha Purnima', bn: 'বুদ্ধ পূর্ণিমা' },
  saturday: { en: 'Saturday worked for a day off at Eid-ul-Azha', bn: 'ঈদুল আজহার ছুটির বদলে খোলা শনিবার' },
  azha: { en: 'Eid-ul-Azha', bn: 'ঈদুল আজহা' },
  azhaOrder: { en: 'Holiday by executive order at Eid-ul-Azha', bn: 'ঈদুল আজহা উপলক্ষে নির্বাহী আদেশে ছুটি' },
  ashura: { en: 'Ashura', bn: 'আশুরা' },
  curfew: { en: 'General holiday during a curfew', bn: 'কারফিউকালীন সাধারণ ছুটি' },
  july: { en: 'July Mass Uprising Day', bn: 'জুলাই গণঅভ্যুত্থান দিবস' },
  janma: { en: 'Janmashtami', bn: 'জন্মাষ্টমী' },
  milad: { en: 'Eid-e-Miladunnabi', bn: 'ঈদে মিলাদুন্নবী' },
  durga: { en: 'Durga Puja', bn: 'দুর্গাপূজা' },
  vic: { en: 'Victory Day', bn: 'বিজয় দিবস' },
  xmas: { en: 'Christmas Day', bn: 'বড়দিন' },
} as const

const sources = {
  list2024: 'List of holidays of 2024, approved by the cabinet on 23 October 2023 (enews71.com, news 151017)',
  election2024:
    'Ministry of Public Administration, notification of 28 December 2023 (newsbangla24.com, news 237934)',
  curfew2024: 'Remembered from the curfew of July 2024; no notification has been found yet',
  august2024:
    'Declared on 4 August 2024 for 5 to 7 August (dailyjagaran.com, news 80612); whether offices opened on 6 August is to be confirmed',
  moon2024:
    'Moon of Rabiul Awal seen on 4 September 2024, holiday told for the 16th (enews71.com, news 151017)',
  durga2024: 'Executive order told on 8 October 2024 (en.prothomalo.com, bov8ihi2rc)',
  list2025:
    'List of holidays of 2025, approved by the advisory council on 17 October 2024 (thefinancialpostbd.com, article 4088)',
  fitr2025:
    'Advisory council, 20 March 2025 (bangajananee.news, 41319); courts: Supreme Court notice (bssnews.net, 187392)',
  azha2025:
    'Ministry of Public Administration, 7 May 2025 (thenewsbd.com); courts: Supreme Court notice of 12 May 2025 (bssnews.net, 198455)',
  july2025: 'Cabinet Division, circular on 5 August as a general holiday (dallasbarta.com)',
  milad2025:
    'The list of 2025 names 5 September; the 6th rests on the moon as remembered, not on a notification',
  list2026:
    'Ministry of Public Administration, notification of 9 November 2025 (ekhon.tv, article 6911b6d3a293882965c3f96c)',
  election2026:
    'Ministry of Public Administration, notification of 25 January 2026 (ajkerpatrika.com, ajpd0vvv3jgy9)',
  fitr2026: 'Ministry of Public Administration, notification of 8 March 2026 (suprobhat.com, nenews.news)',
  every: 'Falls on the same day each year; the list of this year has not been read yet',
  moon: 'Reckoned ahead from the moon; the list of this year has not been read yet',
} as const

type Day = readonly [date: string, name: keyof typeof names, source: keyof typeof sources]

/** Days that no moon moves, and days that were told after the moon had been seen. */
const certainDays: readonly Day[] = [
  ['2024-01-07', 'election', 'election2024'],
  ['2024-02-21', 'shahid', 'list2024'],
  ['2024-03-17', 'mujib', 'list2024'],
  ['2024-03-26', 'ind', 'list2024'],
  ['2024-04-14', 'ny', 'list2024'],
  ['2024-05-01', 'may', 'list2024'],
  ['2024-08-26', 'janma', 'list2024'],
  ['2024-09-16', 'milad', 'moon2024'],
  ['2024-10-10', 'durga', 'durga2024'],
  ['2024-10-13', 'durga', 'list2024'],
  ['2024-12-16', 'vic', 'list2024'],
  ['2024-12-25', 'xmas', 'list2024'],
  ['2025-02-21', 'shahid', 'list2025'],
  ['2025-03-26', 'ind', 'list2025'],
  ['2025-04-03', 'fitrOrder', 'fitr2025'],
  ['2025-04-14', 'ny', 'list2025'],
  ['2025-05-01', 'may', 'list2025'],
  ['2025-06-11', 'azhaOrder', 'azha2025'],
  ['2025-06-12', 'azhaOrder', 'azha2025'],
  ['2025-08-05', 'july', 'july2025'],
  ['2025-08-16', 'janma', 'list2025'],
  ['2025-10-01', 'durga', 'list2025'],
  ['2025-10-02', 'durga', 'list2025'],
  ['2025-12-16', 'vic', 'list2025'],
  ['2025-12-25', 'xmas', 'list2025'],
  ['2026-02-11', 'election', 'election2026'],
  ['2026-02-12', 'election', 'election2026'],
  ['2026-02-21', 'shahid', 'list2026'],
  ['2026-03-18', 'fitrOrder', 'fitr2026'],
  ['2026-03-26', 'ind', 'list2026'],
  ['2026-04-14', 'ny', 'list2026'],
  ['2026-05-01', 'may', 'list2026'],
  ['2026-08-05', 'july', 'list2026'],
  ['2026-09-04', 'janma', 'list2026'],
  ['2026-10-20', 'durga', 'list2026'],
  ['2026-10-21', 'durga', 'list2026'],
  ['2026-12-16', 'vic', 'list2026'],
  ['2026-12-25', 'xmas', 'list2026'],
  ['2027-02-21', 'shahid', 'every'],
  ['2027-03-26', 'ind', 'every'],
  ['2027-04-14', 'ny', 'every'],
  ['2027-05-01', 'may', 'every'],
  ['2027-12-16', 'vic', 'every'],
  ['2027-12-25', 'xmas', 'every'],
]

/** Days that waited, or still wait, for the moon or a gazette: an administrator confirms them. */
const expectedDays: readonly Day[] = [
  ['2024-02-26', 'shab', 'list2024'],
  ['2024-04-05', 'jumatul', 'list2024'],
  ['2024-04-07', 'qadr', 'list2024'],
  ['2024-04-10', 'fitr', 'list2024'],
  ['2024-04-11', 'fitr', 'list2024'],
  ['2024-04-12', 'fitr', 'list2024'],
  ['2024-05-22', 'buddha', 'list2024'],
  ['2024-06-16', 'azha', 'list2024'],
  ['2024-06-17', 'azha', 'list2024'],
  ['2024-06-18', 'azha', 'list2024'],
  ['2024-07-17', 'ashura', 'list2024'],
  ['2024-07-21', 'curfew', 'curfew2024'],
  ['2024-07-22', 'curfew', 'curfew2024'],
  ['2024-07-23', 'curfew', 'curfew2024'],
  ['2024-08-05', 'curfew', 'august2024'],
  ['2024-08-06', 'curfew', 'august2024'],
  ['2024-08-07', 'curfew', 'august2024'],
  ['2025-02-15', 'shab', 'list2025'],
  ['2025-03-28', 'jumatul', 'list2025'],
  ['2025-03-28', 'qadr', 'list2025'],
  ['2025-03-29', 'fitr', 'list2025'],
  ['2025-03-30', 'fitr', 'list2025'],
  ['2025-03-31', 'fitr', 'list2025'],
  ['2025-04-01', 'fitr', 'list2025'],
  ['2025-04-02', 'fitr', 'list2025'],
  ['2025-05-11', 'buddha', 'list2025'],
  ['2025-06-05', 'azha', 'list2025'],
  ['2025-06-06', 'azha', 'list2025'],
  ['2025-06-07', 'azha', 'list2025'],
  ['2025-06-08', 'azha', 'list2025'],
  ['2025-06-09', 'azha', 'list2025'],
  ['2025-06-10', 'azha', 'list2025'],
  ['2025-07-06', 'ashura', 'list2025'],
  ['2025-09-06', 'milad', 'milad2025'],
  ['2026-02-04', 'shab', 'list2026'],
  ['2026-03-17', 'qadr', 'list2026'],
  ['2026-03-19', 'fitr', 'list2026'],
  ['2026-03-20', 'fitr', 'list2026'],
  ['2026-03-20', 'jumatul', 'list2026'],
  ['2026-03-21', 'fitr', 'list2026'],
  ['2026-03-22', 'fitr', 'list2026'],
  ['2026-03-23', 'fitr', 'list2026'],
  ['2026-05-01', 'buddha', 'list2026'],
  ['2026-05-26', 'azha', 'list2026'],
  ['2026-05-27', 'azha', 'list2026'],
  ['2026-05-28', 'azha', 'list2026'],
  ['2026-05-29', 'azha', 'list2026'],
  ['2026-05-30', 'azha', 'list2026'],
  ['2026-05-31', 'azha', 'list2026'],
  ['2026-06-26', 'ashura', 'list2026'],
  ['2026-08-26', 'milad', 'list2026'],
  ['2027-01-24', 'shab', 'moon'],
  ['2027-03-05', 'jumatul', 'moon'],
  ['2027-03-06', 'qadr', 'moon'],
  ['2027-03-09', 'fitr', 'moon'],
  ['2027-03-10', 'fitr', 'moon'],
  ['2027-03-11', 'fitr', 'moon'],
  ['2027-03-12', 'fitr', 'moon'],
  ['2027-05-15', 'azha', 'moon'],
  ['2027-05-16', 'azha', 'moon'],
  ['2027-05-17', 'azha', 'moon'],
  ['2027-05-18', 'azha', 'moon'],
  ['2027-05-19', 'azha', 'moon'],
  ['2027-05-20', 'buddha', 'moon'],
  ['2027-06-16', 'ashura', 'moon'],
  ['2027-08-05', 'july', 'every'],
  ['2027-08-15', 'milad', 'moon'],
  ['2027-08-25', 'janma', 'moon'],
  ['2027-10-08', 'durga', 'moon'],
  ['2027-10-09', 'durga', 'moon'],
]

/** Saturdays on which offices and courts worked for days given free elsewhere. */
const workedDays: readonly Day[] = [
  ['2025-05-17', 'saturday', 'azha2025'],
  ['2025-05-24', 'saturday', 'azha2025'],
]

const holiday = ([date, name, source]: Day): Holiday => ({
  date: plainDate(date),
  ...names[name],
  source: sources[source],
})

/**
 * The holidays of offices and courts in Bangladesh, each with what it rests on. Holidays of some districts only,
 * such as Chaitra Sankranti in the hill districts, are not among them.
 */
export const bangladeshHolidays: readonly Holiday[] = [
  ...certainDays.map(holiday),
  ...expectedDays.map((day) => ({ ...holiday(day), provisional: true as const })),
  ...workedDays.map((day) => ({ ...holiday(day), worked: true as const })),
].sort((first, second) => (first.date < second.date ? -1 : first.date > second.date ? 1 : 0))
