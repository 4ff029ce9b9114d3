import type { Language, Role, Words } from '@setu/vocabulary'

/** What the people of an organisation do, and in which roles they sign in. */
export interface Job {
  readonly roles: readonly Role[]
  readonly post: Words
  readonly supervises?: true
}

const caring = (en: string, bn: string): Job => ({ roles: ['caseworker'], post: { en, bn } })
const working = (role: Role, en: string, bn: string): Job => ({ roles: [role], post: { en, bn } })
const running = (en: string, bn: string): Job => ({
  roles: ['caseworker', 'supervisor'],
  post: { en, bn },
  supervises: true,
})

/** Who answers for each unit, by the organisation's key up to the first dash. */
export const jobs = {
  ministry: working('analyst', 'Programme analyst', 'কর্মসূচি বিশ্লেষক'),
  donor: working('programmeManager', 'Programme officer', 'কর্মসূচি কর্মকর্তা'),
  police: working('policeInvestigator', 'Investigating officer', 'তদন্তকারী কর্মকর্তা'),
  social: caring('Social services officer', 'সমাজসেবা কর্মকর্তা'),
  affairs: caring('Women affairs officer', 'মহিলা বিষয়ক কর্মকর্তা'),
  nest: running('Shelter manager', 'আশ্রয়কেন্দ্র ব্যবস্থাপক'),
  safehome: running('Superintendent', 'তত্ত্বাবধায়ক'),
  door: caring('Legal aid lawyer', 'আইন সহায়তা আইনজীবী'),
  crisis: caring('Crisis centre counsellor', 'ক্রাইসিস সেন্টার কাউন্সেলর'),
  hospital: caring('Hospital social worker', 'হাসপাতাল সমাজকর্মী'),
  skills: caring('Training officer', 'প্রশিক্ষণ কর্মকর্তা'),
  employment: caring('Employment officer', 'কর্মসংস্থান কর্মকর্তা'),
  mission: working('consularOfficer', 'Consular officer', 'কনস্যুলার কর্মকর্তা'),
  wing: working('consularOfficer', 'Labour attaché', 'শ্রম কল্যাণ কর্মকর্তা'),
  return: working('consularOfficer', 'Repatriation desk officer', 'প্রত্যাবাসন ডেস্ক কর্মকর্তা'),
  committee: working('committeeSecretary', 'Member secretary', 'সদস্য সচিব'),
  prosecution: working('prosecutor', 'Special prosecutor', 'বিশেষ প্রসিকিউটর'),
  tribunal: working('courtOfficer', 'Bench officer', 'বেঞ্চ সহকারী'),
  border: working('policeInvestigator', 'Post officer', 'চৌকি কর্মকর্তা'),
  camps: working('programmeManager', 'Camp protection focal point', 'ক্যাম্প সুরক্ষা ফোকাল পারসন'),
} as const satisfies Readonly<Record<string, Job>>

/** The job of whoever answers for a unit of a non-governmental organisation. */
export const caseworker = caring('Caseworker', 'কেস ওয়ার্কার')
export const supervisor: Job = {
  roles: ['supervisor'],
  post: { en: 'Supervisor', bn: 'সুপারভাইজার' },
  supervises: true,
}

/** Someone with a name of their own, because a guide or a test speaks of them. */
export interface NamedPerson {
  readonly key: string
  readonly name: string
  readonly unit: string
  readonly job: Job
  readonly focal: boolean
  readonly language: Language
  /** The units of the organisation besides their own that they belong to. */
  readonly also?: readonly string[]
  /** Newcomers may come in as this person. */
  readonly entry?: Role
}

const office = (role: Role, en: string, bn: string): Job => working(role, en, bn)

/** The people as whom newcomers come in, and their nearest colleagues. They come first in their units. */
export const namedPeople: readonly NamedPerson[] = [
  {
    key: 'asha',
    name: 'Asha Rahman',
    unit: 'kingfisher.jashore',
    job: caseworker,
    focal: true,
    language: 'en',
    entry: 'caseworker',
  },
  {
    key: 'bina',
    name: 'Bina Saha',
    unit: 'kingfisher.jashore',
    job: caseworker,
    focal: false,
    language: 'bn',
  },
  {
    key: 'tania',
    name: 'Tania Haque',
    unit: 'kingfisher.jashore',
    job: caseworker,
    focal: false,
    language: 'bn',
  },
  {
    key: 'farida',
    name: 'Farida Yasmin',
    unit: 'kingfisher.jashore',
    also: ['kingfisher.satkhira'],
    job: supervisor,
    focal: true,
    language: 'en',
    entry: 'supervisor',
  },
  {
    key: 'rafiq',
    name: 'Rafiq Ahmed',
    unit: 'police.jashore',
    job: jobs.police,
    focal: true,
    language: 'en',
    entry: 'policeInvestigator',
  },
  {
    key: 'jamal',
    name: 'Jamal Uddin',
    unit: 'police.jashore',
    job: office('policeInvestigator', 'Sub-inspector', 'উপপরিদর্শক'),
    focal: false,
    language: 'bn',
  },
  {
    key: 'salma',
    name: 'Salma Ferdousi',
    unit: 'social.jashore',
    job: jobs.social,
    focal: true,
    language: 'bn',
    entry: 'caseworker',
  },
  {
    key: 'nadia',
    name: 'Nadia Karim',
    unit: 'robin.khulna',
    job: caseworker,
    focal: true,
    language: 'bn',
    entry: 'caseworker',
  },
  {
    key: 'mehreen',
    name: 'Mehreen Chowdhury',
    unit: 'door.jashore',
    job: jobs.door,
    focal: true,
    language: 'en',
    entry: 'caseworker',
  },
  {
    key: 'hosne',
    name: 'Hosne Ara',
    unit: 'nest.jashore',
    job: jobs.nest,
    focal: true,
    language: 'en',
    entry: 'supervisor',
  },
  {
    key: 'dilip',
    name: 'Dilip Roy',
    unit: 'prosecution.jashore',
    job: jobs.prosecution,
    focal: true,
    language: 'en',
    entry: 'prosecutor',
  },
  {
    key: 'nasreen',
    name: 'Nasreen Majumder',
    unit: 'police.cell',
    job: office('policeInvestigator', 'Monitoring officer', 'মনিটরিং কর্মকর্তা'),
    focal: true,
    language: 'en',
    entry: 'policeInvestigator',
  },
  {
    key: 'sajeda',
    name: 'Sajeda Bhuiyan',
    unit: 'tribunal.khulna',
    job: jobs.tribunal,
    focal: true,
    language: 'en',
    entry: 'courtOfficer',
  },
  {
    key: 'nazneen',
    name: 'Nazneen Chowdhury',
    unit: 'committee.jashore',
    job: jobs.committee,
    focal: true,
    language: 'bn',
    entry: 'committeeSecretary',
  },
  {
    key: 'imran',
    name: 'Imran Kabir',
    unit: 'mission.kolkata',
    job: jobs.mission,
    focal: true,
    language: 'en',
    entry: 'consularOfficer',
  },
  {
    key: 'ruma',
    name: 'Ruma Barua',
    unit: 'ministry-women.desk',
    job: office('programmeManager', 'Programme manager', 'কর্মসূচি ব্যবস্থাপক'),
    focal: true,
    language: 'en',
    entry: 'programmeManager',
  },
  {
    key: 'shahin',
    name: 'Shahin Haque',
    unit: 'police.cell',
    job: office('trainer', 'Master trainer', 'প্রধান প্রশিক্ষক'),
    focal: false,
    language: 'bn',
    entry: 'trainer',
  },
  {
    key: 'tanvir',
    name: 'Tanvir Siddique',
    unit: 'ministry-home.desk',
    job: jobs.ministry,
    focal: true,
    language: 'en',
    entry: 'analyst',
  },
  {
    key: 'zerin',
    name: 'Zerin Akhter',
    unit: 'ministry-home.desk',
    job: office('prosecutor', 'Mutual legal assistance officer', 'পারস্পরিক আইনি সহায়তা কর্মকর্তা'),
    focal: false,
    language: 'en',
  },
  {
    key: 'kamal',
    name: 'Kamal Mahmud',
    unit: 'kingfisher.jashore',
    job: office('technicalAdministrator', 'Technical administrator', 'কারিগরি প্রশাসক'),
    focal: false,
    language: 'en',
    entry: 'technicalAdministrator',
  },
  {
    key: 'lubna',
    name: 'Lubna Tasnim',
    unit: 'kingfisher.jashore',
    job: office('dataProtectionOfficer', 'Data-protection officer', 'উপাত্ত সুরক্ষা কর্মকর্তা'),
    focal: false,
    language: 'en',
    entry: 'dataProtectionOfficer',
  },
  {
    key: 'masud',
    name: 'Masud Talukder',
    unit: 'police.cell',
    job: office('technicalAdministrator', 'Technical administrator', 'কারিগরি প্রশাসক'),
    focal: false,
    language: 'bn',
  },
  {
    key: 'sharmin',
    name: 'Sharmin Jahan',
    unit: 'social.jashore',
    job: {
      roles: ['supervisor', 'technicalAdministrator'],
      post: { en: 'Deputy director', bn: 'উপপরিচালক' },
      supervises: true,
    },
    focal: false,
    language: 'bn',
  },
]

/** Names of all other staff. None of these second names is drawn for a survivor. */
export const staffNames = {
  women: [
    'Farhana',
    'Rumana',
    'Sadia',
    'Tahmina',
    'Nusrat',
    'Sabrina',
    'Afroza',
    'Ishrat',
    'Mahmuda',
    'Dilara',
    'Kaniz',
    'Munira',
    'Samira',
    'Papia',
    'Ratna',
    'Mitali',
    'Keya',
    'Shahnaz',
    'Nilufar',
    'Laila',
    'Rokhsana',
    'Tanjina',
    'Umme Habiba',
    'Shampa',
  ],
  men: [
    'Zahid',
    'Mahbub',
    'Ashraf',
    'Faisal',
    'Arif',
    'Nasir',
    'Iqbal',
    'Tariq',
    'Habib',
    'Shafiq',
    'Moin',
    'Rezaul',
    'Golam',
    'Saiful',
    'Bijoy',
    'Ratan',
    'Tapan',
    'Sanjoy',
    'Liton',
    'Firoz',
    'Enamul',
    'Anisur',
    'Mokhles',
    'Shamim',
  ],
  second: [
    'Rahman',
    'Haque',
    'Ahmed',
    'Chowdhury',
    'Siddique',
    'Karim',
    'Kabir',
    'Roy',
    'Saha',
    'Barua',
    'Mahmud',
    'Talukder',
    'Bhuiyan',
    'Majumder',
  ],
} as const
