import type { OrganisationType, Words } from '@setu/vocabulary'
import { districtByPcode } from '@setu/vocabulary/places'

/** A unit of the demonstration, under a key that the rest of the demonstration knows it by. */
export interface UnitSeed {
  readonly key: string
  readonly district: string | null
  readonly name: Words
}

/** An organisation of the demonstration. Each says in its name that there is no such organisation. */
export interface OrganisationSeed {
  readonly key: string
  readonly type: OrganisationType
  readonly name: Words
  readonly units: readonly UnitSeed[]
}

const invented: Words = { en: ' (fictitious)', bn: ' (কল্পিত)' }

/** The districts that are spoken of here, by P-code. */
export const at = {
  dhaka: 'BD3026',
  jashore: 'BD4041',
  satkhira: 'BD4087',
  khulna: 'BD4047',
  bagerhat: 'BD4001',
  jhenaidah: 'BD4044',
  narail: 'BD4065',
  chuadanga: 'BD4018',
  meherpur: 'BD4057',
  rajshahi: 'BD5081',
  chapai: 'BD5070',
  naogaon: 'BD5064',
  dinajpur: 'BD5527',
  kurigram: 'BD5549',
  lalmonirhat: 'BD5552',
  jamalpur: 'BD4539',
  mymensingh: 'BD4561',
  brahmanbaria: 'BD2012',
  cumilla: 'BD2019',
  coxsBazar: 'BD2022',
  chattogram: 'BD2015',
  madaripur: 'BD3054',
  shariatpur: 'BD3086',
  rangpur: 'BD5585',
} as const

export type DistrictKey = keyof typeof at

function placeName(key: DistrictKey): Words {
  const found = districtByPcode(at[key])
  if (!found) throw new TypeError(`no such district: ${key}`)
  return { en: found.en, bn: found.bn }
}

/** One unit in each of some districts, called by what it is and where. */
function inDistricts(org: string, what: Words, where: readonly DistrictKey[]): UnitSeed[] {
  return where.map((key) => {
    const place = placeName(key)
    return {
      key: `${org}.${key}`,
      district: at[key],
      name: { en: `${what.en}, ${place.en}`, bn: `${what.bn}, ${place.bn}` },
    }
  })
}

function organisation(
  key: string,
  type: OrganisationType,
  name: Words,
  units: readonly UnitSeed[],
): OrganisationSeed {
  return { key, type, name: { en: name.en + invented.en, bn: name.bn + invented.bn }, units }
}

/** Eleven non-governmental organisations, each at work in two source districts and called after a bird. */
const birds: readonly (readonly [
  key: string,
  en: string,
  bn: string,
  first: DistrictKey,
  second: DistrictKey,
])[] = [
  ['kingfisher', 'Kingfisher', 'মাছরাঙা', 'jashore', 'satkhira'],
  ['robin', 'Magpie-Robin', 'দোয়েল', 'khulna', 'bagerhat'],
  ['weaver', 'Weaverbird', 'বাবুই', 'jhenaidah', 'narail'],
  ['heron', 'Heron', 'বক', 'chuadanga', 'meherpur'],
  ['lapwing', 'Lapwing', 'হট্টিটি', 'rajshahi', 'chapai'],
  ['munia', 'Munia', 'মুনিয়া', 'naogaon', 'dinajpur'],
  ['drongo', 'Drongo', 'ফিঙে', 'kurigram', 'lalmonirhat'],
  ['koel', 'Koel', 'কোকিল', 'jamalpur', 'mymensingh'],
  ['bulbul', 'Bulbul', 'বুলবুলি', 'brahmanbaria', 'cumilla'],
  ['gull', 'Seagull', 'গাঙচিল', 'coxsBazar', 'chattogram'],
  ['cormorant', 'Cormorant', 'পানকৌড়ি', 'madaripur', 'shariatpur'],
]

/** The 22 source districts, in which the programme works. */
const sourceDistricts: readonly DistrictKey[] = birds.flatMap(([, , , first, second]) => [first, second])

const firstDistricts = birds.map(([, , , first]) => first)

const ngos = birds.map(([key, en, bn, first, second]) =>
  organisation(
    key,
    'ngo',
    { en: `${en} Society`, bn: `${bn} সমিতি` },
    inDistricts(key, { en, bn }, [first, second]),
  ),
)

/** The focal ministry and the ten that work with it. */
const ministries = (
  [
    ['women', 'Women and Children Affairs', 'মহিলা ও শিশু বিষয়ক'],
    ['home', 'Home Affairs', 'স্বরাষ্ট্র'],
    ['welfare', 'Social Welfare', 'সমাজকল্যাণ'],
    ['expatriates', 'Expatriates’ Welfare', 'প্রবাসী কল্যাণ'],
    ['foreign', 'Foreign Affairs', 'পররাষ্ট্র'],
    ['law', 'Law and Justice', 'আইন ও বিচার'],
    ['local', 'Local Government', 'স্থানীয় সরকার'],
    ['education', 'Education', 'শিক্ষা'],
    ['religion', 'Religious Affairs', 'ধর্ম বিষয়ক'],
    ['information', 'Information', 'তথ্য'],
    ['health', 'Health', 'স্বাস্থ্য'],
  ] as const
).map(([key, en, bn], place) => {
  const name = { en: `Demo Ministry of ${en}`, bn: `নমুনা ${bn} মন্ত্রণালয়` }
  const unit = {
    key: `ministry-${key}.desk`,
    district: at.dhaka,
    name: { en: `${en}, programme desk`, bn: `${bn}, কর্মসূচি ডেস্ক` },
  }
  return organisation(`ministry-${key}`, place === 0 ? 'womenAndChildrenMinistry' : 'ministry', name, [unit])
})

const donors = (
  [
    ['denmark', 'Denmark', 'ডেনমার্ক'],
    ['norway', 'Norway', 'নরওয়ে'],
  ] as const
).map(([key, en, bn]) =>
  organisation(`donor-${key}`, 'donor', { en: `Demo Donor Mission of ${en}`, bn: `নমুনা দাতা মিশন, ${bn}` }, [
    {
      key: `donor-${key}.desk`,
      district: at.dhaka,
      name: { en: `${en}, programme section`, bn: `${bn}, কর্মসূচি শাখা` },
    },
  ]),
)

const police = organisation('police', 'policeUnit', { en: 'Demo Police', bn: 'নমুনা পুলিশ' }, [
  {
    key: 'police.cell',
    district: at.dhaka,
    name: { en: 'Police headquarters, monitoring cell', bn: 'পুলিশ সদর দপ্তর, মনিটরিং সেল' },
  },
  {
    key: 'police.cid',
    district: at.dhaka,
    name: { en: 'CID, trafficking desk', bn: 'সিআইডি, মানব পাচার ডেস্ক' },
  },
  ...inDistricts('police', { en: 'Police desk', bn: 'পুলিশ ডেস্ক' }, firstDistricts),
])

/** Houses are called by whom they take in and the district, never by where in it they stand. */
const shelters = organisation(
  'nest',
  'shelterOperator',
  { en: 'River Nest Shelters', bn: 'নদীর নীড় আশ্রয়কেন্দ্র' },
  [
    {
      key: 'nest.dhaka',
      district: at.dhaka,
      name: { en: 'River Nest, women, Dhaka', bn: 'নদীর নীড়, নারী, ঢাকা' },
    },
    {
      key: 'nest.men',
      district: at.dhaka,
      name: { en: 'River Nest, men, Dhaka', bn: 'নদীর নীড়, পুরুষ, ঢাকা' },
    },
    {
      key: 'nest.jashore',
      district: at.jashore,
      name: { en: 'River Nest, women and girls, Jashore', bn: 'নদীর নীড়, নারী ও মেয়েশিশু, যশোর' },
    },
    {
      key: 'nest.coxsBazar',
      district: at.coxsBazar,
      name: { en: 'River Nest, women and children, Cox’s Bazar', bn: 'নদীর নীড়, নারী ও শিশু, কক্সবাজার' },
    },
    {
      key: 'nest.khulna',
      district: at.khulna,
      name: { en: 'River Nest, boys, Khulna', bn: 'নদীর নীড়, ছেলেশিশু, খুলনা' },
    },
  ],
)

/** All organisations of the demonstration. */
export const organisationSeeds: readonly OrganisationSeed[] = [
  ...ministries,
  ...donors,
  ...ngos,
  police,
  organisation(
    'social',
    'socialServices',
    { en: 'Demo Social Services', bn: 'নমুনা সমাজসেবা' },
    inDistricts('social', { en: 'Social services office', bn: 'সমাজসেবা কার্যালয়' }, firstDistricts),
  ),
  organisation(
    'affairs',
    'womenAffairsOffice',
    { en: 'Demo Women Affairs Offices', bn: 'নমুনা মহিলা বিষয়ক কার্যালয়' },
    inDistricts('affairs', { en: 'Women affairs office', bn: 'মহিলা বিষয়ক কার্যালয়' }, ['jashore', 'kurigram']),
  ),
  shelters,
  organisation(
    'safehome',
    'governmentShelter',
    { en: 'Demo Government Safe Homes', bn: 'নমুনা সরকারি সেফহোম' },
    inDistricts('safehome', { en: 'Safe home', bn: 'সেফহোম' }, [
      'dhaka',
      'rajshahi',
      'chattogram',
      'mymensingh',
    ]),
  ),
  organisation(
    'door',
    'legalAid',
    { en: 'Open Door Legal Aid', bn: 'খোলা দুয়ার আইনি সহায়তা' },
    inDistricts('door', { en: 'Legal aid desk', bn: 'আইনি সহায়তা ডেস্ক' }, [
      'dhaka',
      'jashore',
      'khulna',
      'rajshahi',
      'kurigram',
      'mymensingh',
      'cumilla',
      'coxsBazar',
    ]),
  ),
  organisation(
    'crisis',
    'oneStopCrisisCentre',
    { en: 'Demo One-Stop Crisis Centres', bn: 'নমুনা ওয়ান-স্টপ ক্রাইসিস সেন্টার' },
    inDistricts('crisis', { en: 'Crisis centre', bn: 'ক্রাইসিস সেন্টার' }, [
      'dhaka',
      'khulna',
      'rajshahi',
      'chattogram',
      'mymensingh',
      'rangpur',
    ]),
  ),
  organisation(
    'hospital',
    'hospital',
    { en: 'Demo District Hospitals', bn: 'নমুনা জেলা হাসপাতাল' },
    inDistricts('hospital', { en: 'District hospital', bn: 'জেলা হাসপাতাল' }, [
      'jashore',
      'coxsBazar',
      'cumilla',
    ]),
  ),
  organisation(
    'skills',
    'trainingProvider',
    { en: 'Nakshi Thread Skills Centres', bn: 'নকশি সুতা দক্ষতা কেন্দ্র' },
    inDistricts('skills', { en: 'Skills centre', bn: 'দক্ষতা কেন্দ্র' }, [
      'jashore',
      'khulna',
      'rajshahi',
      'kurigram',
      'mymensingh',
      'coxsBazar',
    ]),
  ),
  organisation(
    'employment',
    'employmentOffice',
    { en: 'Demo Employment Offices', bn: 'নমুনা কর্মসংস্থান ও জনশক্তি অফিস' },
    inDistricts('employment', { en: 'Employment office', bn: 'কর্মসংস্থান অফিস' }, ['jashore', 'cumilla']),
  ),
  organisation('mission', 'consulate', { en: 'Demo Consular Mission', bn: 'নমুনা কনস্যুলার মিশন' }, [
    {
      key: 'mission.kolkata',
      district: null,
      name: { en: 'Consular desk, Kolkata', bn: 'কনস্যুলার ডেস্ক, কলকাতা' },
    },
  ]),
  organisation('wing', 'labourWing', { en: 'Demo Labour Wing', bn: 'নমুনা শ্রম কল্যাণ উইং' }, [
    { key: 'wing.riyadh', district: null, name: { en: 'Labour wing, Riyadh', bn: 'শ্রম কল্যাণ উইং, রিয়াদ' } },
  ]),
  organisation('return', 'taskForce', { en: 'Demo Repatriation Task Force', bn: 'নমুনা প্রত্যাবাসন টাস্কফোর্স' }, [
    {
      key: 'return.desk',
      district: at.dhaka,
      name: { en: 'Repatriation desk, Dhaka', bn: 'প্রত্যাবাসন ডেস্ক, ঢাকা' },
    },
  ]),
  organisation(
    'committee',
    'committeeDistrict',
    { en: 'Demo District Committees', bn: 'নমুনা জেলা মানব পাচার প্রতিরোধ কমিটি' },
    inDistricts('committee', { en: 'District committee', bn: 'জেলা কমিটি' }, sourceDistricts),
  ),
  organisation(
    'prosecution',
    'prosecution',
    { en: 'Demo Tribunal Prosecution', bn: 'নমুনা ট্রাইব্যুনাল প্রসিকিউশন' },
    inDistricts('prosecution', { en: 'Prosecution desk', bn: 'প্রসিকিউশন ডেস্ক' }, ['jashore', 'dhaka']),
  ),
  organisation(
    'border',
    'borderGuard',
    { en: 'Demo Border Guard', bn: 'নমুনা সীমান্তরক্ষী বাহিনী' },
    inDistricts('border', { en: 'Border post', bn: 'সীমান্ত চৌকি' }, ['jashore', 'coxsBazar']),
  ),
  organisation(
    'camps',
    'campAdministration',
    { en: 'Demo Camp Administration', bn: 'নমুনা ক্যাম্প প্রশাসন' },
    inDistricts('camps', { en: 'Camp office', bn: 'ক্যাম্প কার্যালয়' }, ['coxsBazar']),
  ),
  organisation(
    'tribunal',
    'court',
    { en: 'Demo Trafficking Tribunal', bn: 'নমুনা মানব পাচার ট্রাইব্যুনাল' },
    inDistricts('tribunal', { en: 'Bench office', bn: 'বেঞ্চ কার্যালয়' }, ['khulna', 'dhaka']),
  ),
]

/** The keys of the non-governmental organisations, in whose units most cases are worked. */
export const ngoKeys: readonly string[] = birds.map(([key]) => key)
