import type { LawOffence, LawText, OffenceProcedure, Penalty } from '../law.ts'

const act = 'Act 3 of 2012'
const known = 'General knowledge; the text has not been read for it'
const none: Penalty = {
  gravest: null,
  minMonths: null,
  maxMonths: null,
  minFine: null,
  maxFine: null,
  fineInstead: null,
}
const years = (least: number | null, most: number | null, minFine: number | null): Penalty => ({
  ...none,
  gravest: 'years',
  minMonths: least === null ? null : least * 12,
  maxMonths: most === null ? null : most * 12,
  minFine,
  fineInstead: false,
})

const procedure: OffenceProcedure = {
  cognizable: true,
  bailable: false,
  compoundable: false,
  mark: 'unverified',
  source: `${act}, section 16, as generally known`,
}

const noElements = { acts: [], means: [], purposes: [], meansNeededFor: null } as const
const elements = {
  acts: ['recruitment', 'transportation', 'transfer', 'harbouring', 'receipt'],
  means: ['force', 'deception', 'vulnerability', 'payment'],
  purposes: ['prostitution', 'otherSexual', 'forcedLabour', 'other'],
} as const

const offence = (
  given: Pick<LawOffence, 'section' | 'title' | 'penalty' | 'mark' | 'source'> & Partial<LawOffence>,
): LawOffence => ({ category: 'related', ...noElements, procedure, iccs: null, ...given })

const act2012: LawText = {
  jurisdiction: 'BD',
  code: 'PSHTA-2012',
  edition: '2012',
  title: {
    en: 'Prevention and Suppression of Human Trafficking Act, 2012',
    bn: 'মানব পাচার প্রতিরোধ ও দমন আইন, ২০১২',
  },
  scope: 'trafficking',
  validFrom: '2012-02-20',
  validTo: '2026-01-05',
  status: 'repealed',
  currency: 'BDT',
  note: {
    en: 'Reported repealed by ordinance on 6 January 2026. Earlier offences and pending cases stay under it; the saving clause is still to be read.',
    bn: '৬ জানুয়ারি ২০২৬ তারিখে অধ্যাদেশে রহিত বলে জানা গেছে। আগের অপরাধ ও চলমান মামলা এর অধীনে থাকে; হেফাজত ধারাটি এখনো পড়া হয়নি।',
  },
  mark: 'verified',
  source: 'bdlaws.minlaw.gov.bd, act 1086; repeal: act 1598 and newsflash71.com, 17 January 2026',
  definition: {
    section: '3',
    ...elements,
    covers: 'everybody',
    childUnder: 18,
    childNeedsMeans: false,
    consentIrrelevant: null,
    mark: 'verified',
    source: 'bdlaws.minlaw.gov.bd, act 1086, section 3',
  },
  offences: [
    offence({
      section: '6',
      title: { en: 'Human trafficking', bn: 'মানব পাচার' },
      category: 'trafficking',
      ...elements,
      meansNeededFor: 'adults',
      penalty: { ...years(5, null, 50_000), gravest: 'life' },
      iccs: '0204',
      mark: 'verified',
      source: 'bdlaws.minlaw.gov.bd, act 1086, part 446',
    }),
    offence({
      section: '7',
      title: { en: 'Trafficking by an organised group', bn: 'সংঘবদ্ধ মানব পাচার' },
      category: 'trafficking',
      ...elements,
      meansNeededFor: 'adults',
      penalty: { ...years(7, null, 500_000), gravest: 'death' },
      iccs: '0204',
      mark: 'unverified',
      source: 'Death or life: bdlaws.minlaw.gov.bd, part 446; least term and fine as generally known',
    }),
    offence({
      section: '8',
      title: { en: 'Instigation, conspiracy or attempt', bn: 'প্ররোচনা, ষড়যন্ত্র বা প্রচেষ্টা' },
      penalty: years(3, 7, 20_000),
      mark: 'unverified',
      source: `${known}; title: bdlaws.minlaw.gov.bd, part 446`,
    }),
    offence({
      section: '8(2)',
      title: { en: 'Abetment', bn: 'সহায়তা' },
      penalty: null,
      mark: 'unverified',
      source: `${known}: the same penalty as the offence that was abetted`,
    }),
    offence({
      section: '9',
      title: { en: 'Forced or bonded labour or service', bn: 'জবরদস্তি বা দাসত্বমূলক শ্রম বা সেবা' },
      category: 'trafficking',
      acts: ['harbouring', 'receipt'],
      means: ['force', 'otherCoercion'],
      purposes: ['forcedLabour', 'debtBondage'],
      penalty: years(5, 12, 50_000),
      iccs: '02042',
      mark: 'verified',
      source: 'Trafficking in Persons Report 2019, Bangladesh; read.cash, law to prevent human trafficking',
    }),
    offence({
      section: '10(1)',
      title: {
        en: 'Kidnapping, stealing or confining for trafficking',
        bn: 'পাচারের উদ্দেশ্যে অপহরণ, চুরি বা আটক',
      },
      category: 'trafficking',
      acts: ['harbouring', 'transfer'],
      means: ['abduction'],
      purposes: elements.purposes,
      penalty: years(5, 10, 20_000),
      iccs: '020221',
      mark: 'verified',
      source: 'read.cash, law to prevent human trafficking',
    }),
    offence({
      section: '10(2)',
      title: { en: 'Stealing a newborn child', bn: 'নবজাতক চুরি' },
      category: 'trafficking',
      acts: ['transfer'],
      purposes: ['other'],
      meansNeededFor: 'nobody',
      penalty: { ...years(5, null, 50_000), gravest: 'life' },
      iccs: '020221',
      mark: 'unverified',
      source: known,
    }),
    offence({
      section: '11',
      title: {
        en: 'Bringing or moving somebody for prostitution or other sexual exploitation',
        bn: 'পতিতাবৃত্তি বা অন্য যৌন শোষণের জন্য আমদানি বা স্থানান্তর',
      },
      category: 'trafficking',
      acts: ['transportation', 'transfer', 'receipt'],
      means: ['force', 'deception', 'vulnerability'],
      purposes: ['prostitution', 'otherSexual'],
      penalty: years(5, 7, 50_000),
      iccs: '02041',
      mark: 'unverified',
      source: `${known}; title: bdlaws.minlaw.gov.bd, part 446`,
    }),
    offence({
      section: '12',
      title: { en: 'Keeping a brothel or letting premises for one', bn: 'পতিতালয় চালানো বা ঘর দেওয়া' },
      penalty: years(3, 5, 20_000),
      iccs: '0302',
      mark: 'unverified',
      source: `${known}; title: bdlaws.minlaw.gov.bd, part 446`,
    }),
    offence({
      section: '13',
      title: { en: 'Soliciting for prostitution', bn: 'পতিতাবৃত্তির জন্য আহ্বান' },
      penalty: { ...years(null, 3, 20_000), fineInstead: true },
      mark: 'unverified',
      source: `${known}; title: bdlaws.minlaw.gov.bd, part 446`,
    }),
    offence({
      section: '14',
      title: { en: 'Threatening a victim, a witness or their family', bn: 'ভিকটিম, সাক্ষী বা পরিবারকে হুমকি' },
      penalty: years(3, 7, 20_000),
      mark: 'verified',
      source: 'bdlaws.minlaw.gov.bd, act 1086, section 14 (41719)',
    }),
    offence({
      section: '15',
      title: { en: 'False or harassing case or complaint', bn: 'মিথ্যা বা হয়রানিমূলক মামলা বা অভিযোগ' },
      penalty: years(2, 5, 20_000),
      mark: 'verified',
      source: 'advregan2017.blogspot.com, section 15',
    }),
    offence({
      section: '44',
      title: { en: 'Offences by companies', bn: 'কোম্পানির অপরাধ' },
      penalty: null,
      mark: 'unverified',
      source: 'Title only: blog.balurpar.com, chapter 7',
    }),
  ],
  limits: [
    {
      kind: 'investigation',
      section: '19(3)',
      amount: 90,
      unit: 'workingDays',
      institution: 'executive',
      mark: 'verified',
      source: 'bdlaws.minlaw.gov.bd, act 1086, part 447',
    },
    {
      kind: 'extensionRequest',
      section: '19(4)',
      amount: 3,
      unit: 'workingDays',
      institution: 'executive',
      mark: 'verified',
      source: 'bdlaws.minlaw.gov.bd, act 1086, part 447',
    },
    {
      kind: 'extension',
      section: '19(4)',
      amount: 30,
      unit: 'workingDays',
      institution: 'executive',
      mark: 'unverified',
      source: `${known}; that it can be asked for: part 447`,
    },
    {
      kind: 'trial',
      section: '24(1)',
      amount: 180,
      unit: 'workingDays',
      institution: 'court',
      mark: 'verified',
      source: 'judicialmagistratenazmulhasan.blogspot.com, section 24',
    },
    {
      kind: 'overrunReport',
      section: '24(2)',
      amount: 10,
      unit: 'workingDays',
      institution: 'court',
      mark: 'verified',
      source: 'judicialmagistratenazmulhasan.blogspot.com, section 24',
    },
    {
      kind: 'appeal',
      section: '31',
      amount: 30,
      unit: 'calendarDays',
      institution: 'court',
      mark: 'unverified',
      source: known,
    },
    {
      kind: 'victimInformation',
      section: '34(1)',
      amount: 1,
      unit: 'calendarMonths',
      institution: 'executive',
      mark: 'verified',
      source: 'bdlaws.minlaw.gov.bd, act 1086, section 34 (41740)',
    },
  ],
}

const unknownLimits = (source: string): LawText['limits'] =>
  (['investigation', 'extensionRequest', 'extension', 'trial', 'overrunReport', 'appeal'] as const).map(
    (kind) => ({
      kind,
      section: null,
      amount: null,
      unit: 'workingDays',
      institution: kind === 'trial' || kind === 'overrunReport' || kind === 'appeal' ? 'court' : 'executive',
      mark: 'unverified',
      source,
    }),
  )

const ordinance2026: LawText = {
  jurisdiction: 'BD',
  code: 'HTSM-2026',
  edition: '2026',
  title: {
    en: 'Prevention and Suppression of Human Trafficking and Smuggling of Migrants Ordinance, 2026',
    bn: 'মানব পাচার ও অভিবাসী চোরাচালান প্রতিরোধ ও দমন অধ্যাদেশ, ২০২৬',
  },
  scope: 'trafficking',
  validFrom: '2026-01-06',
  validTo: null,
  status: 'statusUnknown',
  currency: 'BDT',
  note: {
    en: 'An ordinance that Parliament does not enact lapses; whether this one was enacted, changed or lapsed is not known. Its time limits are not known: none is counted.',
    bn: 'সংসদ পাস না করলে অধ্যাদেশের কার্যকারিতা লোপ পায়; এটি পাস, পরিবর্তন বা লোপ হয়েছে কি না জানা নেই। এর সময়সীমা জানা নেই: কোনোটিই গোনা হয় না।',
  },
  mark: 'verified',
  source: 'bdlaws.minlaw.gov.bd, act 1598; newsflash71.com, 17 January 2026; prachyabani.com, report 32412',
  definition: null,
  offences: [
    offence({
      section: null,
      title: { en: 'Human trafficking', bn: 'মানব পাচার' },
      category: 'trafficking',
      penalty: { ...none, gravest: 'life' },
      procedure: null,
      iccs: '0204',
      mark: 'unverified',
      source: 'prachyabani.com, report 32412, as a report of what was said; the text has not been read',
    }),
    offence({
      section: null,
      title: { en: 'Trafficking by an organised group', bn: 'সংঘবদ্ধ মানব পাচার' },
      category: 'trafficking',
      penalty: { ...none, gravest: 'death' },
      procedure: null,
      iccs: '0204',
      mark: 'verified',
      source: 'newsflash71.com, 17 January 2026: death or imprisonment for life',
    }),
    offence({
      section: null,
      title: { en: 'Smuggling of migrants, or an attempt', bn: 'অভিবাসী চোরাচালান বা তার চেষ্টা' },
      category: 'smuggling',
      penalty: { ...none, gravest: 'years', maxMonths: 120 },
      procedure: null,
      iccs: '08051',
      mark: 'verified',
      source: 'newsflash71.com, 17 January 2026: at most ten years',
    }),
    offence({
      section: null,
      title: {
        en: 'Publishing a victim’s picture or identity without the Tribunal’s leave',
        bn: 'ট্রাইব্যুনালের অনুমতি ছাড়া ভিকটিমের ছবি বা পরিচয় প্রকাশ',
      },
      penalty: { ...none, gravest: 'years', maxMonths: 6 },
      procedure: null,
      mark: 'verified',
      source: 'prachyabani.com, report 32412: six months',
    }),
  ],
  limits: unknownLimits('Not found in what has been published of the ordinance'),
}

const act2000: LawText = {
  jurisdiction: 'BD',
  code: 'NSND-2000',
  edition: '2000',
  title: {
    en: 'Women and Children Repression Prevention Act, 2000 (sections 5 and 6)',
    bn: 'নারী ও শিশু নির্যাতন দমন আইন, ২০০০ (ধারা ৫ ও ৬)',
  },
  scope: 'trafficking',
  validFrom: '2000-02-14',
  validTo: '2012-02-19',
  status: 'repealed',
  currency: 'BDT',
  note: {
    en: 'Its two sections on trafficking gave way to the Act of 2012. Men were not protected by it, and a child was somebody of at most sixteen.',
    bn: 'পাচার বিষয়ে এর দুটি ধারার স্থান নেয় ২০১২ সালের আইন। এতে পুরুষের সুরক্ষা ছিল না, এবং শিশু বলতে অনধিক ষোলো বছর বোঝাত।',
  },
  mark: 'unverified',
  source: `${known}; age of a child: bdlawguide.jaberit.com`,
  definition: {
    section: '5, 6',
    acts: ['transportation', 'transfer', 'harbouring'],
    means: [],
    purposes: ['prostitution', 'otherSexual'],
    covers: 'womenAndChildren',
    childUnder: null,
    childNeedsMeans: false,
    consentIrrelevant: null,
    mark: 'unverified',
    source: known,
  },
  offences: [
    offence({
      section: '5',
      title: { en: 'Trafficking in women', bn: 'নারী পাচার' },
      category: 'trafficking',
      acts: ['transportation', 'transfer', 'harbouring'],
      purposes: ['prostitution', 'otherSexual'],
      meansNeededFor: 'nobody',
      penalty: { ...none, gravest: 'death' },
      procedure: null,
      iccs: '02041',
      mark: 'unverified',
      source: known,
    }),
    offence({
      section: '6',
      title: { en: 'Trafficking in children', bn: 'শিশু পাচার' },
      category: 'trafficking',
      acts: ['transportation', 'transfer', 'harbouring'],
      purposes: ['prostitution', 'otherSexual', 'other'],
      meansNeededFor: 'nobody',
      penalty: { ...none, gravest: 'death' },
      procedure: null,
      iccs: '0204',
      mark: 'unverified',
      source: known,
    }),
  ],
  limits: unknownLimits('The text has not been read for its time limits'),
}

const childrenAct: LawText = {
  jurisdiction: 'BD',
  code: 'CHILD-2013',
  edition: '2013',
  title: { en: 'Children Act, 2013', bn: 'শিশু আইন, ২০১৩' },
  scope: 'instrument',
  validFrom: '2013-08-21',
  validTo: null,
  status: 'inForce',
  currency: 'BDT',
  note: {
    en: 'Everybody under eighteen is a child; it goes before other laws (section 3).',
    bn: 'আঠারোর কম বয়সী সবাই শিশু; এটি অন্য আইনের ওপর প্রাধান্য পায় (ধারা ৩)।',
  },
  mark: 'verified',
  source: 'scribd.com, 332330987 (Imman Ali J.)',
  definition: null,
  offences: [],
  limits: [],
}

const migrantsTitle = {
  en: 'Overseas Employment and Migrants Act, 2013',
  bn: 'বৈদেশিক কর্মসংস্থান ও অভিবাসী আইন, ২০১৩',
}

const sendingAbroad = offence({
  section: '31',
  title: { en: 'Sending somebody abroad to work against the Act', bn: 'আইন লঙ্ঘন করে বিদেশে কর্মী পাঠানো' },
  penalty: years(null, 5, 100_000),
  procedure: null,
  mark: 'unverified',
  source: known,
})

const visaTrade = {
  section: '33',
  title: {
    en: 'Getting or trading in demand letters, visas or work permits unlawfully',
    bn: 'অবৈধভাবে চাহিদাপত্র, ভিসা বা কার্যানুমতিপত্র সংগ্রহ বা কেনাবেচা',
  },
  procedure: null,
} as const

const visaTradeSince2023 = offence({
  ...visaTrade,
  penalty: years(2, 7, 300_000),
  mark: 'verified',
  source: 'bdlaws.minlaw.gov.bd, act 1131, section 33 (43327), as amended',
})

const unregisteredSubAgent = offence({
  section: '35',
  title: { en: 'Appointing a sub-agent who is not registered', bn: 'অনিবন্ধিত সাব-এজেন্ট নিয়োগ' },
  penalty: null,
  procedure: null,
  mark: 'unverified',
  source: 'That it is punished: Financial Express, 25 October 2023; the penalty has not been read',
})

const migrantsActOf = (
  given: Pick<LawText, 'edition' | 'validFrom' | 'note' | 'offences' | 'source'>,
): LawText => ({
  jurisdiction: 'BD',
  code: 'OEMA-2013',
  title: migrantsTitle,
  scope: 'instrument',
  validTo: null,
  status: 'inForce',
  currency: 'BDT',
  mark: 'unverified',
  definition: null,
  limits: [],
  ...given,
})

const migrantsActs: readonly LawText[] = [
  migrantsActOf({
    edition: '2013',
    validFrom: '2013-10-27',
    note: {
      en: 'As it was before the amendment of 2023; the last day of this text has not been read.',
      bn: '২০২৩ সালের সংশোধনের আগে যেমন ছিল; এই পাঠের শেষ দিন পড়া হয়নি।',
    },
    source: 'bdlaws.minlaw.gov.bd, act 1131; first day as generally known',
    offences: [
      sendingAbroad,
      offence({
        ...visaTrade,
        penalty: null,
        mark: 'unverified',
        source: 'bdlaws.minlaw.gov.bd, act 1131, section 33; the penalty before 2023 has not been read',
      }),
    ],
  }),
  migrantsActOf({
    edition: '2023',
    validFrom: '2023-10-25',
    note: {
      en: 'Amended in 2023: the first day given is that of the report of it, and it holds from no earlier one. An administrative fine of Tk 50,000 to 200,000 stands beside the penalties.',
      bn: '২০২৩ সালে সংশোধিত: এখানে দেওয়া প্রথম দিনটি সংবাদ প্রকাশের, এর আগে থেকে বলবৎ নয়। শাস্তির পাশাপাশি ৫০,০০০ থেকে ২,০০,০০০ টাকা প্রশাসনিক জরিমানা আছে।',
    },
    source: 'Financial Express, 25 October 2023; observerbd.com 436826; first day as reported',
    offences: [sendingAbroad, visaTradeSince2023, unregisteredSubAgent],
  }),
  migrantsActOf({
    edition: '2024',
    validFrom: '2024-01-01',
    note: {
      en: 'Amended by ordinance in 2024, on a day that has not been read; the first day given is the earliest it can be.',
      bn: '২০২৪ সালের অধ্যাদেশে সংশোধিত, তারিখটি পড়া হয়নি; এখানে দেওয়া প্রথম দিনটি সম্ভাব্য সবচেয়ে আগের।',
    },
    source: 'New Age, print/post/248010; first day as the earliest possible',
    offences: [
      sendingAbroad,
      visaTradeSince2023,
      unregisteredSubAgent,
      offence({
        section: '35A',
        title: { en: 'Any other breach of the Act', bn: 'আইনের অন্য যেকোনো লঙ্ঘন' },
        penalty: { ...none, gravest: 'years', maxMonths: 6, maxFine: 50_000, fineInstead: true },
        procedure: null,
        mark: 'verified',
        source: 'New Age, print/post/248010: at most six months, a fine of at most Tk 50,000, or both',
      }),
    ],
  }),
]

const instrument = (
  given: Pick<LawText, 'code' | 'edition' | 'title' | 'status' | 'note' | 'mark' | 'source'>,
): LawText => ({
  jurisdiction: 'BD',
  scope: 'instrument',
  validFrom: null,
  validTo: null,
  currency: 'BDT',
  definition: null,
  offences: [],
  limits: [],
  ...given,
})

const rulesBesides: readonly LawText[] = [
  instrument({
    code: 'RULES-2017',
    edition: '2017',
    title: {
      en: 'Rules under the Act of 2012: implementing rules, National Authority rules, Fund rules',
      bn: '২০১২ সালের আইনের অধীন বিধিমালা: বাস্তবায়ন, জাতীয় কর্তৃপক্ষ ও তহবিল',
    },
    status: 'statusUnknown',
    note: {
      en: 'Made known in 2017. Whether they outlived the repeal of the Act is not known.',
      bn: '২০১৭ সালে প্রচারিত। আইন রহিত হওয়ার পর এগুলো বহাল আছে কি না জানা নেই।',
    },
    mark: 'unverified',
    source: 'Trafficking in Persons Reports 2019 and 2021, Bangladesh (state.gov); titles as generally known',
  }),
  instrument({
    code: 'RL-RULES-2025',
    edition: '2026',
    title: {
      en: 'Recruiting Agent Licence and Sub-agent Registration and Conduct Rules, 2025',
      bn: 'রিক্রুটিং এজেন্ট লাইসেন্স এবং সাব-এজেন্ট নিবন্ধন ও আচরণ বিধিমালা, ২০২৫',
    },
    status: 'inForce',
    note: {
      en: 'Amended on 5 January 2026: the deposit is Tk 35 lakh instead of 50, and one licensed agent may work through another.',
      bn: '৫ জানুয়ারি ২০২৬ তারিখে সংশোধিত: জামানত ৫০ লাখের বদলে ৩৫ লাখ টাকা, আর এক লাইসেন্সধারী অন্যের মাধ্যমে কাজ করতে পারেন।',
    },
    mark: 'verified',
    source: 'prachyabani.com, report 31630',
  }),
  instrument({
    code: 'PDPA-2026',
    edition: '2026',
    title: { en: 'Personal Data Protection Act, 2026', bn: 'ব্যক্তিগত উপাত্ত সুরক্ষা আইন, ২০২৬' },
    status: 'inForce',
    note: {
      en: 'Law 63 of 2026, in place of the ordinance of November 2025. Its penalties and complaints come into force later; on which day has not been read in the Act.',
      bn: '২০২৬ সালের ৬৩ নম্বর আইন, নভেম্বর ২০২৫-এর অধ্যাদেশের স্থলে। এর শাস্তি ও অভিযোগের বিধান পরে বলবৎ হবে; কোন দিন থেকে, আইনে তা পড়া হয়নি।',
    },
    mark: 'verified',
    source: 'programmerschallenge.tech, p=959; Daily Star 4213751',
  }),
]

/** The laws of Bangladesh that offences of trafficking are judged by, as far as they are known. */
export const lawsOfBangladesh: readonly LawText[] = [
  act2000,
  act2012,
  ordinance2026,
  childrenAct,
  ...migrantsActs,
  ...rulesBesides,
]
