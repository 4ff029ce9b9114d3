import type { LawDefinition, LawOffence, LawText, Penalty } from '../law.ts'

const known = 'General knowledge; the text has not been read for it'
const none: Penalty = {
  gravest: null,
  minMonths: null,
  maxMonths: null,
  minFine: null,
  maxFine: null,
  fineInstead: null,
}
const years = (least: number | null, most: number | null): Penalty => ({
  ...none,
  gravest: 'years',
  minMonths: least === null ? null : least * 12,
  maxMonths: most === null ? null : most * 12,
  fineInstead: false,
})
const life = (least: number | null): Penalty => ({ ...years(least, null), gravest: 'life' })

const offence = (
  given: Pick<LawOffence, 'section' | 'title' | 'penalty' | 'mark' | 'source'> & Partial<LawOffence>,
): LawOffence => ({
  category: 'trafficking',
  acts: [],
  means: [],
  purposes: [],
  meansNeededFor: null,
  procedure: null,
  iccs: '0204',
  ...given,
})

const every = ['recruitment', 'transportation', 'transfer', 'harbouring', 'receipt'] as const

const nyayaText = 'Bharatiya Nyaya Sanhita, 2023, section 143 (law.emunshi.ai, vakilflow.com)'
const nyayaElements = {
  acts: every,
  means: ['force', 'otherCoercion', 'abduction', 'fraud', 'deception', 'power', 'payment'],
  purposes: ['otherSexual', 'slavery', 'similarToSlavery', 'servitude', 'begging', 'organs', 'other'],
} as const
const penalText = 'Indian Penal Code, section 370 after 2013 (ipclaws.in, accountabilityhub.org)'
const penalElements = {
  ...nyayaElements,
  purposes: ['otherSexual', 'slavery', 'similarToSlavery', 'servitude', 'organs', 'other'],
} as const

const indianDefinition = (section: string, elements: typeof nyayaElements | typeof penalElements) =>
  ({
    section,
    ...elements,
    covers: 'everybody',
    childUnder: 18,
    childNeedsMeans: true,
    consentIrrelevant: true,
    mark: 'verified',
  }) as const

const india: readonly LawText[] = [
  {
    jurisdiction: 'IN',
    code: 'IPC-370',
    edition: '1860',
    title: { en: 'Indian Penal Code, section 370, before 2013', bn: 'ভারতীয় দণ্ডবিধি, ধারা ৩৭০, ২০১৩-এর আগে' },
    scope: 'trafficking',
    validFrom: '1862-01-01',
    validTo: '2013-02-02',
    status: 'repealed',
    currency: 'INR',
    note: {
      en: 'It knew only the buying and selling of slaves. Trafficking for prostitution fell under the Act of 1956.',
      bn: 'এতে কেবল দাস কেনাবেচার কথা ছিল। পতিতাবৃত্তির জন্য পাচার ১৯৫৬ সালের আইনে পড়ত।',
    },
    mark: 'verified',
    source: 'mynation.net, Indian Penal Code, section 370; first day as generally known',
    definition: null,
    offences: [
      offence({
        section: '370',
        title: { en: 'Buying or disposing of any person as a slave', bn: 'দাস হিসেবে কেনা বা বেচা' },
        acts: ['transportation', 'transfer', 'receipt', 'harbouring'],
        purposes: ['slavery'],
        meansNeededFor: 'nobody',
        penalty: years(null, 7),
        procedure: {
          cognizable: false,
          bailable: true,
          compoundable: false,
          mark: 'verified',
          source: 'mynation.net, Indian Penal Code, section 370',
        },
        iccs: '0203',
        mark: 'verified',
        source: 'mynation.net, Indian Penal Code, section 370',
      }),
    ],
    limits: [],
  },
  {
    jurisdiction: 'IN',
    code: 'IPC-370',
    edition: '2013',
    title: {
      en: 'Indian Penal Code, sections 370 and 370A, from 2013',
      bn: 'ভারতীয় দণ্ডবিধি, ধারা ৩৭০ ও ৩৭০ক, ২০১৩ থেকে',
    },
    scope: 'trafficking',
    validFrom: '2013-02-03',
    validTo: '2024-06-30',
    status: 'repealed',
    currency: 'INR',
    note: null,
    mark: 'unverified',
    source: 'Act 13 of 2013 (legalserviceindia.com); first and last day as generally known',
    definition: { ...indianDefinition('370', penalElements), source: penalText },
    offences: [
      offence({
        section: '370(2)',
        title: { en: 'Trafficking of a person', bn: 'ব্যক্তি পাচার' },
        ...penalElements,
        meansNeededFor: 'everybody',
        penalty: years(7, 10),
        mark: 'verified',
        source: penalText,
      }),
      offence({
        section: '370(4)',
        title: { en: 'Trafficking of a minor', bn: 'অপ্রাপ্তবয়স্ক পাচার' },
        ...penalElements,
        meansNeededFor: 'everybody',
        penalty: life(10),
        mark: 'verified',
        source: penalText,
      }),
      offence({
        section: '370A(1)',
        title: { en: 'Sexual exploitation of a trafficked minor', bn: 'পাচার হওয়া অপ্রাপ্তবয়স্কের যৌন শোষণ' },
        acts: ['receipt'],
        purposes: ['otherSexual'],
        meansNeededFor: 'nobody',
        penalty: years(5, 7),
        iccs: '03022',
        mark: 'verified',
        source: 'Indian Penal Code, section 370A (kaanoon.com)',
      }),
      offence({
        section: '370A(2)',
        title: { en: 'Sexual exploitation of a trafficked person', bn: 'পাচার হওয়া ব্যক্তির যৌন শোষণ' },
        acts: ['receipt'],
        purposes: ['otherSexual'],
        meansNeededFor: 'nobody',
        penalty: years(3, 5),
        iccs: '0302',
        mark: 'verified',
        source: 'Indian Penal Code, section 370A (kaanoon.com)',
      }),
    ],
    limits: [],
  },
  {
    jurisdiction: 'IN',
    code: 'BNS-2023',
    edition: '2023',
    title: {
      en: 'Bharatiya Nyaya Sanhita, 2023, sections 143 to 146',
      bn: 'ভারতীয় ন্যায় সংহিতা, ২০২৩, ধারা ১৪৩ থেকে ১৪৬',
    },
    scope: 'trafficking',
    validFrom: '2024-07-01',
    validTo: null,
    status: 'inForce',
    currency: 'INR',
    note: null,
    mark: 'unverified',
    source: `${nyayaText}; first day as generally known`,
    definition: { ...indianDefinition('143', nyayaElements), source: nyayaText },
    offences: [
      offence({
        section: '143(2)',
        title: { en: 'Trafficking of a person', bn: 'ব্যক্তি পাচার' },
        ...nyayaElements,
        meansNeededFor: 'everybody',
        penalty: years(7, 10),
        mark: 'verified',
        source: nyayaText,
      }),
      offence({
        section: '143(3)',
        title: { en: 'Trafficking of more than one person', bn: 'একাধিক ব্যক্তি পাচার' },
        ...nyayaElements,
        meansNeededFor: 'everybody',
        penalty: life(10),
        mark: 'verified',
        source: nyayaText,
      }),
      offence({
        section: '143(4)',
        title: { en: 'Trafficking of a child', bn: 'শিশু পাচার' },
        ...nyayaElements,
        meansNeededFor: 'everybody',
        penalty: life(10),
        mark: 'verified',
        source: nyayaText,
      }),
      offence({
        section: '143(5)',
        title: { en: 'Trafficking of more than one child', bn: 'একাধিক শিশু পাচার' },
        ...nyayaElements,
        meansNeededFor: 'everybody',
        penalty: life(14),
        mark: 'verified',
        source: nyayaText,
      }),
      offence({
        section: '144(1)',
        title: { en: 'Sexual exploitation of a trafficked child', bn: 'পাচার হওয়া শিশুর যৌন শোষণ' },
        acts: ['receipt'],
        purposes: ['otherSexual'],
        meansNeededFor: 'nobody',
        penalty: years(5, 10),
        iccs: '03022',
        mark: 'verified',
        source: 'Bharatiya Nyaya Sanhita, 2023, section 144 (apnilaw.com)',
      }),
      offence({
        section: '144(2)',
        title: { en: 'Sexual exploitation of a trafficked person', bn: 'পাচার হওয়া ব্যক্তির যৌন শোষণ' },
        acts: ['receipt'],
        purposes: ['otherSexual'],
        meansNeededFor: 'nobody',
        penalty: years(3, 7),
        iccs: '0302',
        mark: 'verified',
        source: 'Bharatiya Nyaya Sanhita, 2023, section 144 (apnilaw.com)',
      }),
      offence({
        section: '145',
        title: { en: 'Habitual dealing in slaves', bn: 'অভ্যাসগতভাবে দাস কেনাবেচা' },
        acts: ['transportation', 'transfer'],
        purposes: ['slavery'],
        meansNeededFor: 'nobody',
        penalty: life(null),
        iccs: '0203',
        mark: 'unverified',
        source: known,
      }),
      offence({
        section: '146',
        title: { en: 'Unlawful compulsory labour', bn: 'বেআইনি বাধ্যতামূলক শ্রম' },
        category: 'related',
        penalty: { ...years(null, 1), fineInstead: true },
        iccs: '0203',
        mark: 'unverified',
        source: known,
      }),
    ],
    limits: [],
  },
  {
    jurisdiction: 'IN',
    code: 'ITPA-1956',
    edition: '1986',
    title: { en: 'Immoral Traffic (Prevention) Act, 1956', bn: 'অনৈতিক ব্যবসা (প্রতিরোধ) আইন, ১৯৫৬' },
    scope: 'instrument',
    validFrom: null,
    validTo: null,
    status: 'inForce',
    currency: 'INR',
    note: {
      en: 'It protects from prostitution only, consent or not. A person may be kept in a protective home for at most three years (section 17).',
      bn: 'এটি কেবল পতিতাবৃত্তি থেকে সুরক্ষা দেয়, সম্মতি থাকুক বা না থাকুক। সুরক্ষা নিবাসে সর্বোচ্চ তিন বছর রাখা যায় (ধারা ১৭)।',
    },
    mark: 'verified',
    source: 'ruralindiaonline.org, Immoral Traffic (Prevention) Act; casemine.com',
    definition: null,
    offences: [
      offence({
        section: '3',
        title: { en: 'Keeping a brothel', bn: 'পতিতালয় চালানো' },
        category: 'related',
        penalty: { ...years(1, 3), maxFine: 2000 },
        iccs: '0302',
        mark: 'verified',
        source: 'casemine.com, Immoral Traffic (Prevention) Act, section 3',
      }),
      offence({
        section: '5',
        title: { en: 'Procuring or taking somebody for prostitution', bn: 'পতিতাবৃত্তির জন্য সংগ্রহ বা নেওয়া' },
        acts: ['recruitment', 'transportation'],
        purposes: ['prostitution'],
        meansNeededFor: 'nobody',
        penalty: { ...years(3, 7), maxFine: 2000 },
        iccs: '02041',
        mark: 'verified',
        source: 'ruralindiaonline.org, Immoral Traffic (Prevention) Act',
      }),
      offence({
        section: '6',
        title: { en: 'Detaining somebody where prostitution is carried on', bn: 'পতিতাবৃত্তির স্থানে আটকে রাখা' },
        acts: ['harbouring'],
        purposes: ['prostitution'],
        meansNeededFor: 'nobody',
        penalty: life(7),
        iccs: '02041',
        mark: 'verified',
        source: 'actsofindia.in, act 104 of 1956, section 6',
      }),
    ],
    limits: [],
  },
]

const nepalText =
  'Human Trafficking and Transportation (Control) Act, 2064 (asianlii.org, kaanun.app section 15)'

const nepal: LawText = {
  jurisdiction: 'NP',
  code: 'HTTCA-2007',
  edition: '2007',
  title: {
    en: 'Human Trafficking and Transportation (Control) Act, 2064 (2007)',
    bn: 'মানব পাচার ও পরিবহন (নিয়ন্ত্রণ) আইন, ২০৬৪ (২০০৭)',
  },
  scope: 'trafficking',
  validFrom: '2007-07-24',
  validTo: null,
  status: 'inForce',
  currency: 'NPR',
  note: {
    en: 'It counts trafficking and transportation apart, and punishes whoever is engaged in prostitution too (section 15(1)(d)).',
    bn: 'এতে পাচার ও পরিবহন আলাদা, এবং পতিতাবৃত্তিতে যুক্ত ব্যক্তিরও শাস্তি আছে (ধারা ১৫(১)(ঘ))।',
  },
  mark: 'unverified',
  source: `${nepalText}; first day as generally known`,
  definition: {
    section: '2(e), 4',
    acts: ['transfer', 'transportation', 'harbouring', 'receipt'],
    means: [],
    purposes: ['prostitution', 'slavery', 'debtBondage', 'organs'],
    covers: 'everybody',
    childUnder: 18,
    childNeedsMeans: null,
    consentIrrelevant: null,
    mark: 'verified',
    source: nepalText,
  },
  offences: [
    offence({
      section: '15(1)(a)',
      title: { en: 'Selling or buying a human being', bn: 'মানুষ বিক্রি বা কেনা' },
      acts: ['transfer'],
      purposes: ['prostitution', 'slavery', 'other'],
      meansNeededFor: 'nobody',
      penalty: { ...years(20, 20), minFine: 200_000, maxFine: 200_000 },
      mark: 'verified',
      source: nepalText,
    }),
    offence({
      section: '15(1)(c)',
      title: { en: 'Taking an organ outside the law', bn: 'আইনবহির্ভূত অঙ্গ অপসারণ' },
      acts: ['receipt'],
      purposes: ['organs'],
      meansNeededFor: 'nobody',
      penalty: { ...years(10, 10), minFine: 200_000, maxFine: 500_000 },
      iccs: '02043',
      mark: 'verified',
      source: nepalText,
    }),
    offence({
      section: '15(1)(e)(1)',
      title: {
        en: 'Taking a person out of the country to be sold or prostituted',
        bn: 'বিক্রি বা পতিতাবৃত্তির জন্য দেশের বাইরে নেওয়া',
      },
      acts: ['transportation'],
      purposes: ['prostitution', 'slavery'],
      meansNeededFor: 'nobody',
      penalty: { ...years(10, 15), minFine: 50_000, maxFine: 100_000 },
      mark: 'verified',
      source: nepalText,
    }),
    offence({
      section: '15(1)(e)(1), child',
      title: {
        en: 'Taking a child out of the country to be sold or prostituted',
        bn: 'বিক্রি বা পতিতাবৃত্তির জন্য শিশুকে দেশের বাইরে নেওয়া',
      },
      acts: ['transportation'],
      purposes: ['prostitution', 'slavery'],
      meansNeededFor: 'nobody',
      penalty: { ...years(15, 20), minFine: 100_000, maxFine: 200_000 },
      mark: 'verified',
      source: nepalText,
    }),
  ],
  limits: [],
}

const pakistanText =
  'dailytimes.com.pk 243717; Trafficking in Persons Report 2019, Pakistan (state.gov): the Act of 2018'
const pakistanElements = {
  acts: ['recruitment', 'transportation', 'harbouring', 'receipt'],
  means: ['force', 'otherCoercion', 'fraud'],
  purposes: ['forcedLabour', 'prostitution', 'otherSexual'],
} as const

const pakistan: LawText = {
  jurisdiction: 'PK',
  code: 'PTPA-2018',
  edition: '2018',
  title: { en: 'Prevention of Trafficking in Persons Act, 2018', bn: 'মানব পাচার প্রতিরোধ আইন, ২০১৮' },
  scope: 'trafficking',
  validFrom: null,
  validTo: null,
  status: 'inForce',
  currency: 'PKR',
  note: {
    en: 'The day on which it came into force has not been read: somebody has to say under which law an offence of 2018 falls. Smuggling of migrants has an Act of its own of the same year.',
    bn: 'কোন দিন থেকে বলবৎ তা পড়া হয়নি: ২০১৮ সালের অপরাধ কোন আইনে পড়ে কাউকে তা বলতে হবে। অভিবাসী চোরাচালানের জন্য একই বছরের আলাদা আইন আছে।',
  },
  mark: 'unverified',
  source: pakistanText,
  definition: {
    section: '3',
    ...pakistanElements,
    covers: 'everybody',
    childUnder: 18,
    childNeedsMeans: null,
    consentIrrelevant: null,
    mark: 'unverified',
    source: known,
  },
  offences: [
    offence({
      section: '3(1)',
      title: { en: 'Trafficking in persons', bn: 'মানব পাচার' },
      ...pakistanElements,
      meansNeededFor: null,
      penalty: { ...years(null, 7), maxFine: 1_000_000, fineInstead: true },
      mark: 'verified',
      source: pakistanText,
    }),
    offence({
      section: '3(2)',
      title: { en: 'Trafficking of a woman or a child', bn: 'নারী বা শিশু পাচার' },
      ...pakistanElements,
      meansNeededFor: null,
      penalty: { ...years(2, 10), maxFine: 1_000_000, fineInstead: true },
      mark: 'verified',
      source: pakistanText,
    }),
  ],
  limits: [],
}

const lankaText = 'Penal Code (Amendment) Act 16 of 2006, section 360C (mylawyer.forumotion.com, t112)'
const lankaElements = {
  acts: every,
  means: ['force', 'deception', 'fraud', 'vulnerability'],
  purposes: ['prostitution', 'otherSexual', 'forcedLabour', 'slavery', 'servitude', 'organs'],
} as const

const sriLanka: LawText = {
  jurisdiction: 'LK',
  code: 'PC-360C',
  edition: '2006',
  title: { en: 'Penal Code, section 360C (from 2006)', bn: 'দণ্ডবিধি, ধারা ৩৬০গ (২০০৬ থেকে)' },
  scope: 'trafficking',
  validFrom: '2006-04-24',
  validTo: null,
  status: 'inForce',
  currency: 'LKR',
  note: {
    en: 'It does not say that the consent of an adult is of no account; of a child it is not asked.',
    bn: 'প্রাপ্তবয়স্কের সম্মতি অগ্রাহ্য, এমন কথা এতে নেই; শিশুর ক্ষেত্রে সম্মতি বিবেচ্য নয়।',
  },
  mark: 'unverified',
  source: `${lankaText}; first day as generally known`,
  definition: {
    section: '360C(1)',
    ...lankaElements,
    covers: 'everybody',
    childUnder: 18,
    childNeedsMeans: false,
    consentIrrelevant: false,
    mark: 'unverified',
    source: lankaText,
  },
  offences: [
    offence({
      section: '360C(2)',
      title: { en: 'Trafficking', bn: 'পাচার' },
      ...lankaElements,
      meansNeededFor: 'adults',
      penalty: years(2, 20),
      mark: 'unverified',
      source: `${known}; at most twenty years: Trafficking in Persons Report 2015, Sri Lanka`,
    }),
    offence({
      section: '360C(3)',
      title: { en: 'Trafficking of a child', bn: 'শিশু পাচার' },
      ...lankaElements,
      means: [],
      meansNeededFor: 'nobody',
      penalty: years(3, 20),
      mark: 'unverified',
      source: known,
    }),
  ],
  limits: [],
}

const myanmarText =
  'Anti Trafficking in Persons Law, 2005 (sherloc.unodc.org); penalties: ILO, observation on C029'
const myanmarElements = {
  acts: every,
  means: ['force', 'otherCoercion', 'abduction', 'fraud', 'deception', 'power', 'vulnerability', 'payment'],
  purposes: ['prostitution', 'otherSexual', 'forcedLabour', 'slavery', 'servitude', 'debtBondage', 'organs'],
} as const
const myanmarDefinition: LawDefinition = {
  section: '3(a)',
  ...myanmarElements,
  covers: 'everybody',
  childUnder: 16,
  childNeedsMeans: null,
  consentIrrelevant: true,
  mark: 'unverified',
  source: `${myanmarText}; ages of a child and a youth as generally known`,
}

const myanmar: readonly LawText[] = [
  {
    jurisdiction: 'MM',
    code: 'ATIP-2005',
    edition: '2005',
    title: { en: 'Anti Trafficking in Persons Law, 2005', bn: 'মানব পাচার বিরোধী আইন, ২০০৫' },
    scope: 'trafficking',
    validFrom: '2005-09-13',
    validTo: '2022-06-15',
    status: 'repealed',
    currency: 'MMK',
    note: {
      en: 'A child was somebody under sixteen, a youth somebody under eighteen; both are protected alike.',
      bn: 'ষোলোর কম বয়সীরা শিশু, আঠারোর কম বয়সীরা কিশোর; দুই দলের সুরক্ষা একই।',
    },
    mark: 'unverified',
    source: `${myanmarText}; first and last day as generally known`,
    definition: myanmarDefinition,
    offences: [
      offence({
        section: '24',
        title: { en: 'Trafficking of women, children and youth', bn: 'নারী, শিশু ও কিশোর পাচার' },
        ...myanmarElements,
        meansNeededFor: null,
        penalty: life(10),
        mark: 'verified',
        source: myanmarText,
      }),
      offence({
        section: '25',
        title: { en: 'Trafficking of others', bn: 'অন্যদের পাচার' },
        ...myanmarElements,
        meansNeededFor: null,
        penalty: years(5, 10),
        mark: 'verified',
        source: myanmarText,
      }),
    ],
    limits: [],
  },
  {
    jurisdiction: 'MM',
    code: 'ATIP-2022',
    edition: '2022',
    title: { en: 'Anti-Trafficking in Persons Law, 2022', bn: 'মানব পাচার বিরোধী আইন, ২০২২' },
    scope: 'trafficking',
    validFrom: '2022-06-16',
    validTo: null,
    status: 'statusUnknown',
    currency: 'MMK',
    note: {
      en: 'Laid down by the State Administration Council. Its text has not been read: definition and penalties are not known here.',
      bn: 'স্টেট অ্যাডমিনিস্ট্রেশন কাউন্সিলের করা। এর পাঠ পড়া হয়নি: সংজ্ঞা ও শাস্তি এখানে জানা নেই।',
    },
    mark: 'unverified',
    source: known,
    definition: null,
    offences: [
      offence({
        section: null,
        title: { en: 'Trafficking in persons', bn: 'মানব পাচার' },
        penalty: null,
        mark: 'unverified',
        source: known,
      }),
    ],
    limits: [],
  },
]

/** The laws of the neighbouring countries, as far as they are public. */
export const lawsOfTheRegion: readonly LawText[] = [...india, nepal, pakistan, sriLanka, ...myanmar]
