import type {
  AgeBand,
  ControlMethod,
  ExploitationType,
  LabourIndustry,
  RecruitmentMethod,
  RelationshipToTrafficker,
  ServiceType,
  SexualExploitationType,
  WebsiteOrApp,
} from '@setu/vocabulary'
import type { NameCustom } from './names-table.ts'

type Weighed<Item> = readonly (readonly [Item, number])[]

/** One way in which people of the source districts are trafficked, as the programme meets it. */
export interface Profile {
  readonly key: string
  /** Of a hundred cases, about so many. */
  readonly share: number
  readonly woman: boolean
  readonly customs: Weighed<NameCustom>
  readonly ages: Weighed<AgeBand>
  readonly exploitation: readonly ExploitationType[]
  /** Said of about every third person besides. */
  readonly also?: ExploitationType
  readonly industry?: LabourIndustry
  readonly sexExploitation?: readonly SexualExploitationType[]
  readonly recruitment: Weighed<RecruitmentMethod>
  readonly apps?: readonly WebsiteOrApp[]
  readonly control: readonly ControlMethod[]
  readonly relationship: Weighed<RelationshipToTrafficker>
  /** Where it ended, by country and the way there. */
  readonly ways: Weighed<readonly Leg[]>
  readonly needs: Weighed<ServiceType>
  /** Only in these units; everywhere when nothing is said. */
  readonly units?: readonly string[]
  /** Outside every nationality, or not yet known to be inside one. */
  readonly nationality?: 'stateless' | 'undetermined'
  readonly language?: 'rhg' | 'ctg'
}

/** A place on the way: the country in clear, the town sealed. */
export interface Leg {
  readonly country: string
  readonly town: string
  readonly kind: 'Transit' | 'Exploitation'
}

const through = (country: string, town: string): Leg => ({ country, town, kind: 'Transit' })
const to = (country: string, town: string): Leg => ({ country, town, kind: 'Exploitation' })
const byAir = through('BD', 'Dhaka')

const gulf: Weighed<readonly Leg[]> = [
  [[byAir, to('SA', 'Riyadh')], 5],
  [[byAir, to('SA', 'Jeddah')], 3],
  [[byAir, through('AE', 'Dubai'), to('OM', 'Muscat')], 2],
  [[byAir, to('JO', 'Amman')], 2],
  [[byAir, to('KW', 'Kuwait City')], 1],
  [[byAir, through('AE', 'Sharjah'), to('LB', 'Beirut')], 1],
]

const india: Weighed<readonly Leg[]> = [
  [[through('BD', 'Benapole'), through('IN', 'Bongaon'), to('IN', 'Kolkata')], 4],
  [[through('BD', 'Satkhira'), through('IN', 'Basirhat'), to('IN', 'Mumbai')], 3],
  [[through('BD', 'Benapole'), through('IN', 'Kolkata'), to('IN', 'Bengaluru')], 2],
  [[through('BD', 'Hili'), through('IN', 'Malda'), to('IN', 'Delhi')], 2],
  [[through('BD', 'Benapole'), through('IN', 'Kolkata'), to('IN', 'Pune')], 1],
]

const sea: Weighed<readonly Leg[]> = [
  [
    [through('BD', 'Teknaf'), through('MM', 'Rakhine coast'), through('TH', 'Songkhla'), to('MY', 'Penang')],
    4,
  ],
  [[through('BD', 'Shah Porir Dwip'), through('TH', 'Ranong'), to('TH', 'Songkhla')], 2],
  [[through('BD', 'Teknaf'), through('ID', 'Aceh'), to('MY', 'Johor')], 1],
]

const inside: Weighed<readonly Leg[]> = [
  [[to('BD', 'Dhaka')], 4],
  [[to('BD', 'Chattogram')], 2],
  [[to('BD', 'Gazipur')], 1],
]

const muslimMostly: Weighed<NameCustom> = [
  ['muslim', 8],
  ['hindu', 2],
]
const rohingyaOnly: Weighed<NameCustom> = [['rohingya', 1]]

const adults: Weighed<AgeBand> = [
  ['18-24', 4],
  ['25-29', 4],
  ['30-39', 4],
  ['40-49', 1],
]
const girlsMostly: Weighed<AgeBand> = [
  ['15-17', 5],
  ['18-24', 5],
  ['10-14', 1],
  ['childUnknown', 1],
]

const hearsay: Weighed<RecruitmentMethod> = [
  ['ThroughFriendsOrSocialEvents', 4],
  ['ThroughFamilyOrFamilyEvents', 3],
  ['AtAPlaceOfBusiness', 2],
  ['ThroughOnlineSocialNetworks', 2],
]
const known: Weighed<RelationshipToTrafficker> = [
  ['Acquainted', 6],
  ['Unaquainted', 3],
  ['Familial', 2],
]

const home: LabourIndustry = 'T_ActivitiesOfHouseholdsAsEmployers'
const house: readonly ControlMethod[] = [
  'WithholdsDocuments',
  'ExcessiveWorkingHours',
  'RestrictsMovement',
  'TakesEarnings',
  'PhysicalAbuse',
  'FalsePromises',
]
const brothel: readonly ControlMethod[] = [
  'FalsePromises',
  'DebtBondage',
  'RestrictsMovement',
  'PhysicalThreats',
  'ThreatensChildrenFamily',
  'ThreatsLawEnforcement',
]
const yard: readonly ControlMethod[] = [
  'DebtBondage',
  'WithholdsDocuments',
  'ExcessiveWorkingHours',
  'TakesEarnings',
  'PhysicalThreats',
  'ThreatsLawEnforcement',
]

const careAndTrade: Weighed<ServiceType> = [
  ['psychosocial', 4],
  ['vocationalTraining', 4],
  ['medical', 3],
  ['legalAid', 3],
  ['policeLiaison', 3],
  ['shelter', 3],
  ['compensation', 2],
  ['livelihood', 2],
  ['socialProtection', 1],
]
const childNeeds: Weighed<ServiceType> = [
  ['shelter', 4],
  ['familyTracing', 4],
  ['psychosocial', 4],
  ['education', 3],
  ['policeLiaison', 3],
  ['medical', 2],
  ['legalAid', 2],
]
const menNeeds: Weighed<ServiceType> = [
  ['legalAid', 4],
  ['compensation', 3],
  ['policeLiaison', 3],
  ['vocationalTraining', 3],
  ['medical', 2],
  ['debtCounselling', 2],
  ['shelter', 2],
  ['employment', 1],
]
const abroadNeeds: Weighed<ServiceType> = [
  ['repatriation', 5],
  ['familyTracing', 3],
  ['policeLiaison', 2],
  ['documentation', 2],
]

const eastCoast = ['gull.coxsBazar', 'gull.chattogram', 'bulbul.cumilla', 'bulbul.brahmanbaria']
const borderWest = [
  'kingfisher.jashore',
  'kingfisher.satkhira',
  'robin.khulna',
  'weaver.jhenaidah',
  'weaver.narail',
  'heron.chuadanga',
  'heron.meherpur',
  'lapwing.rajshahi',
  'lapwing.chapai',
  'munia.dinajpur',
]

/** Who the survivors of the demonstration are, and what was done to them. */
export const profiles: readonly Profile[] = [
  {
    key: 'home work in the Gulf',
    share: 17,
    woman: true,
    customs: muslimMostly,
    ages: adults,
    exploitation: ['DomesticServitude'],
    also: 'ForcedLabour',
    industry: home,
    recruitment: hearsay,
    control: house,
    relationship: known,
    ways: gulf,
    needs: careAndTrade,
  },
  {
    key: 'sexual exploitation in India',
    share: 18,
    woman: true,
    customs: muslimMostly,
    ages: girlsMostly,
    exploitation: ['SexualExploitation'],
    sexExploitation: ['Prostitution'],
    recruitment: hearsay,
    apps: ['TikTok', 'Imo', 'Facebook'],
    control: brothel,
    relationship: known,
    ways: india,
    needs: careAndTrade,
    units: borderWest,
  },
  {
    key: 'hard labour of women',
    share: 11,
    woman: true,
    customs: muslimMostly,
    ages: adults,
    exploitation: ['ForcedLabour'],
    industry: 'C_Manufacturing',
    recruitment: hearsay,
    control: yard,
    relationship: known,
    ways: [...india, ...inside],
    needs: careAndTrade,
  },
  {
    key: 'girls in homes of the towns',
    share: 8,
    woman: true,
    customs: [...muslimMostly, ['hill', 1]],
    ages: [
      ['10-14', 5],
      ['15-17', 4],
      ['5-9', 1],
    ],
    exploitation: ['DomesticServitude', 'ChildLabour'],
    industry: home,
    recruitment: [
      ['ThroughFamilyOrFamilyEvents', 5],
      ['ThroughFriendsOrSocialEvents', 2],
    ],
    control: house,
    relationship: [
      ['Familial', 4],
      ['Acquainted', 5],
    ],
    ways: inside,
    needs: childNeeds,
  },
  {
    key: 'boys made to beg',
    share: 7,
    woman: false,
    customs: muslimMostly,
    ages: [
      ['5-9', 3],
      ['10-14', 6],
      ['15-17', 2],
    ],
    exploitation: ['ForcedBegging'],
    recruitment: [
      ['Other', 3],
      ['ThroughFamilyOrFamilyEvents', 2],
    ],
    control: ['PhysicalAbuse', 'TakesEarnings', 'PhysicalThreats', 'RestrictsMovement'],
    relationship: [
      ['Unaquainted', 5],
      ['Acquainted', 3],
    ],
    ways: [...inside, ...india],
    needs: childNeeds,
  },
  {
    key: 'children for camel races',
    share: 3,
    woman: false,
    customs: [['muslim', 1]],
    ages: [
      ['5-9', 3],
      ['10-14', 2],
      ['0-4', 1],
    ],
    exploitation: ['ChildLabour', 'Slavery'],
    industry: 'R_ArtsEntertainmentAndRecreation',
    recruitment: [['ThroughFamilyOrFamilyEvents', 1]],
    control: ['RestrictsMovement', 'WithholdsNecessities', 'PhysicalAbuse'],
    relationship: [
      ['Acquainted', 2],
      ['Familial', 1],
    ],
    ways: [[[byAir, through('IN', 'Mumbai'), to('AE', 'Abu Dhabi')], 1]],
    needs: childNeeds,
  },
  {
    key: 'removal of an organ',
    share: 3,
    woman: false,
    customs: muslimMostly,
    ages: adults,
    exploitation: ['OrganRemoval'],
    recruitment: [
      ['ThroughFriendsOrSocialEvents', 2],
      ['ThroughOnlineSocialNetworks', 1],
    ],
    control: ['FalsePromises', 'DebtBondage', 'WithholdsDocuments'],
    relationship: [
      ['Acquainted', 3],
      ['Unaquainted', 1],
    ],
    ways: [[[through('BD', 'Benapole'), to('IN', 'Kolkata')], 1]],
    needs: menNeeds,
  },
  {
    key: 'the boats of the Bay',
    share: 9,
    woman: false,
    customs: [
      ['muslim', 5],
      ['rohingya', 2],
    ],
    ages: [
      ['15-17', 2],
      ['18-24', 6],
      ['25-29', 3],
    ],
    exploitation: ['ForcedLabour'],
    industry: 'A_AgricultureForestryAndFishing',
    recruitment: hearsay,
    control: yard,
    relationship: known,
    ways: sea,
    needs: menNeeds,
    units: eastCoast,
    language: 'ctg',
  },
  {
    key: 'girls out of the camps',
    share: 4,
    woman: true,
    customs: rohingyaOnly,
    ages: girlsMostly,
    exploitation: ['SexualExploitation'],
    also: 'ForcedMarriage',
    sexExploitation: ['Prostitution'],
    recruitment: [
      ['ThroughFriendsOrSocialEvents', 2],
      ['ThroughFamilyOrFamilyEvents', 1],
    ],
    control: brothel,
    relationship: known,
    ways: [[[to('BD', 'Cox’s Bazar')], 3], ...inside],
    needs: childNeeds,
    units: ['gull.coxsBazar', 'gull.chattogram'],
    nationality: 'stateless',
    language: 'rhg',
  },
  {
    key: 'men on building sites abroad',
    share: 9,
    woman: false,
    customs: muslimMostly,
    ages: adults,
    exploitation: ['ForcedLabour'],
    industry: 'F_Construction',
    recruitment: [
      ['AtAPlaceOfBusiness', 4],
      ['ThroughFriendsOrSocialEvents', 3],
      ['ThroughAnOnlineAdvertisement', 2],
    ],
    control: yard,
    relationship: known,
    ways: [
      [[byAir, through('EG', 'Cairo'), to('LY', 'Benghazi')], 4],
      [[byAir, to('MY', 'Kuala Lumpur')], 3],
      [[byAir, to('SA', 'Dammam')], 3],
    ],
    needs: menNeeds,
  },
  {
    key: 'scam compounds',
    share: 4,
    woman: false,
    customs: muslimMostly,
    ages: [
      ['18-24', 4],
      ['25-29', 4],
    ],
    exploitation: ['ForcedCriminality'],
    also: 'ForcedLabour',
    industry: 'J_InformationAndCommunication',
    recruitment: [
      ['ThroughAnOnlineAdvertisement', 4],
      ['ThroughOnlineSocialNetworks', 3],
    ],
    apps: ['Facebook', 'Telegram', 'WhatsApp'],
    control: ['RestrictsMovement', 'PhysicalThreats', 'WithholdsDocuments', 'ThreatsLawEnforcement'],
    relationship: [
      ['Unaquainted', 3],
      ['Acquainted', 1],
    ],
    ways: [
      [[byAir, through('TH', 'Mae Sot'), to('MM', 'Myawaddy')], 3],
      [[byAir, to('KH', 'Sihanoukville')], 2],
      [[byAir, through('TH', 'Chiang Rai'), to('LA', 'Bokeo')], 1],
    ],
    needs: menNeeds,
  },
  {
    key: 'still abroad, looked for by the family',
    share: 4,
    woman: true,
    customs: muslimMostly,
    ages: [
      ['18-24', 4],
      ['25-29', 2],
      ['15-17', 2],
      ['unknown', 1],
    ],
    exploitation: ['SexualExploitation'],
    sexExploitation: ['Prostitution'],
    recruitment: hearsay,
    control: brothel,
    relationship: known,
    ways: [...india, [[through('IN', 'Delhi'), to('PK', 'Karachi')], 2]],
    needs: abroadNeeds,
    nationality: 'undetermined',
  },
  {
    key: 'married against her will abroad',
    share: 3,
    woman: true,
    customs: muslimMostly,
    ages: girlsMostly,
    exploitation: ['ForcedMarriage'],
    also: 'DomesticServitude',
    recruitment: hearsay,
    control: brothel,
    relationship: known,
    ways: [
      [[through('BD', 'Hili'), to('IN', 'Haryana')], 3],
      [[through('IN', 'Delhi'), to('PK', 'Karachi')], 1],
    ],
    needs: careAndTrade,
  },
]
