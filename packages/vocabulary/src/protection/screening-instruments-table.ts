import {
  type IndicatorWeight,
  type ScreeningDimension,
  type ScreeningInstrument,
  type ScreeningItem,
  screeningDimensions,
} from './screening.ts'

type Letter = 'S' | 'M' | 'W' | '-'
type Line = readonly [id: string, adult: Letter, child: Letter, en: string, bn: string]

const weights: Readonly<Record<Exclude<Letter, '-'>, IndicatorWeight>> = {
  S: 'strong',
  M: 'medium',
  W: 'weak',
}

/**
 * The indicators of labour exploitation with their weights for adults and for children, after the ILO and European
 * Commission operational indicators (2009). They were keyed from a secondary table, so they are checked against the
 * published leaflet before use in the field. The words are ours.
 */
const labour: Readonly<Record<ScreeningDimension, readonly Line[]>> = {
  deception: [
    [
      'deceivedJob',
      'S',
      'S',
      'Told untruths about the work, the place or the employer',
      'কাজ, জায়গা বা মালিক সম্পর্কে মিথ্যা বলা হয়েছিল',
    ],
    ['deceivedPay', 'M', 'M', 'Told untruths about the pay', 'বেতন সম্পর্কে মিথ্যা বলা হয়েছিল'],
    [
      'deceivedConditions',
      'M',
      'M',
      'Told untruths about the conditions of the work',
      'কাজের পরিবেশ সম্পর্কে মিথ্যা বলা হয়েছিল',
    ],
    [
      'deceivedContract',
      'M',
      'M',
      'Told untruths about the contract, or whether it is lawful',
      'চুক্তি বা তার বৈধতা সম্পর্কে মিথ্যা বলা হয়েছিল',
    ],
    [
      'deceivedHousing',
      'M',
      'M',
      'Told untruths about where they would live',
      'থাকার ব্যবস্থা সম্পর্কে মিথ্যা বলা হয়েছিল',
    ],
    [
      'deceivedPapers',
      'M',
      'M',
      'Told untruths about papers or a lawful stay',
      'কাগজপত্র বা বৈধভাবে থাকা সম্পর্কে মিথ্যা বলা হয়েছিল',
    ],
    [
      'deceivedTravel',
      'M',
      'M',
      'Told untruths about the journey or the terms of recruitment',
      'যাত্রা বা নিয়োগের শর্ত সম্পর্কে মিথ্যা বলা হয়েছিল',
    ],
    [
      'deceivedFamily',
      'M',
      'M',
      'Told that they would join family, which was untrue',
      'পরিবারের কাছে যাওয়ার মিথ্যা আশ্বাস দেওয়া হয়েছিল',
    ],
    [
      'deceivedMarriage',
      'M',
      'M',
      'Promised marriage or adoption, which was untrue',
      'বিয়ে বা দত্তকের মিথ্যা প্রতিশ্রুতি দেওয়া হয়েছিল',
    ],
    ['deceivedSchool', 'W', 'S', 'Promised schooling, which was untrue', 'পড়াশোনার মিথ্যা প্রতিশ্রুতি দেওয়া হয়েছিল'],
  ],
  coercedRecruitment: [
    ['recruitedViolence', 'S', 'S', 'Was hurt to make them go', 'যেতে বাধ্য করতে মারধর করা হয়েছিল'],
    [
      'recruitedThreats',
      'M',
      'S',
      'Was threatened with violence to make them go',
      'যেতে বাধ্য করতে মারধরের হুমকি দেওয়া হয়েছিল',
    ],
    [
      'abducted',
      'M',
      'S',
      'Was abducted, sold, or given in marriage or adoption by force',
      'অপহরণ, বিক্রি, বা জোর করে বিয়ে বা দত্তক দেওয়া হয়েছিল',
    ],
    ['recruitedDebt', 'M', 'S', 'Was bound by a debt to make them go', 'ঋণে বেঁধে যেতে বাধ্য করা হয়েছিল'],
    [
      'recruitedPapersTaken',
      'M',
      'M',
      'Papers were taken from them before they went',
      'যাওয়ার আগেই কাগজপত্র কেড়ে নেওয়া হয়েছিল',
    ],
    [
      'recruitedConfined',
      'M',
      'M',
      'Was kept apart, locked in or watched before they went',
      'যাওয়ার আগে আলাদা, আটকে বা নজরে রাখা হয়েছিল',
    ],
    [
      'recruitedDenounce',
      'M',
      'M',
      'Was threatened with being reported to the authorities',
      'কর্তৃপক্ষকে ধরিয়ে দেওয়ার হুমকি দেওয়া হয়েছিল',
    ],
    [
      'recruitedShame',
      'M',
      'M',
      'Was threatened that family or others would be told',
      'পরিবার বা অন্যদের জানিয়ে দেওয়ার হুমকি দেওয়া হয়েছিল',
    ],
    [
      'recruitedFamilyHurt',
      'M',
      'M',
      'Family was hurt or threatened to make them go',
      'যেতে বাধ্য করতে পরিবারকে আঘাত বা হুমকি দেওয়া হয়েছিল',
    ],
    [
      'recruitedMoneyHeld',
      'M',
      'M',
      'Money of theirs was held back to make them go',
      'যেতে বাধ্য করতে টাকা আটকে রাখা হয়েছিল',
    ],
  ],
  vulnerabilityAtRecruitment: [
    ['usedFamilyTrouble', 'M', 'M', 'Trouble in the family was used', 'পরিবারের কষ্টের সুযোগ নেওয়া হয়েছে'],
    ['usedIllegalStay', 'M', 'M', 'Being without lawful stay was used', 'বৈধ কাগজ না থাকার সুযোগ নেওয়া হয়েছে'],
    [
      'usedNoSchool',
      'M',
      'M',
      'Little schooling, or not knowing the language, was used',
      'লেখাপড়া বা ভাষা না জানার সুযোগ নেওয়া হয়েছে',
    ],
    ['usedNoInformation', 'M', 'M', 'Not knowing how things are was used', 'তথ্য না জানার সুযোগ নেওয়া হয়েছে'],
    ['usedControl', 'M', 'M', 'Whoever recruited had them in their power', 'যে নিয়েছে তার নিয়ন্ত্রণে ছিলেন'],
    ['usedPoverty', 'M', 'M', 'Need of money was used', 'টাকার অভাবের সুযোগ নেওয়া হয়েছে'],
    [
      'falseSuccess',
      'M',
      'M',
      'Was told untrue stories of others who did well',
      'অন্যদের সফলতার মিথ্যা গল্প বলা হয়েছে',
    ],
    [
      'falseLaw',
      'M',
      '-',
      'Was told untruths about the law or the authorities',
      'আইন বা কর্তৃপক্ষ সম্পর্কে মিথ্যা বলা হয়েছে',
    ],
    [
      'usedFamilySituation',
      'M',
      'M',
      'Their place in the family was used',
      'পরিবারে তাঁর অবস্থানের সুযোগ নেওয়া হয়েছে',
    ],
    [
      'usedPersonalSituation',
      'M',
      'M',
      'Something in their own life was used',
      'ব্যক্তিগত অবস্থার সুযোগ নেওয়া হয়েছে',
    ],
    [
      'usedDependency',
      'M',
      'M',
      'Depended with heart or mind on whoever recruited',
      'যে নিয়েছে তার ওপর মানসিক বা আবেগের নির্ভরতা ছিল',
    ],
    [
      'usedLegalStatus',
      'M',
      'M',
      'Trouble with authorities or with their legal standing was used',
      'কর্তৃপক্ষ বা আইনি অবস্থার ঝামেলার সুযোগ নেওয়া হয়েছে',
    ],
    ['usedPast', 'M', 'M', 'Hardship in the past was used', 'অতীতের কষ্টের সুযোগ নেওয়া হয়েছে'],
    ['usedTravel', 'M', 'M', 'Could not have arranged the journey alone', 'নিজে যাত্রার ব্যবস্থা করতে পারতেন না'],
    ['usedBeliefs', 'W', 'M', 'Custom or belief was used', 'রীতি বা বিশ্বাসের সুযোগ নেওয়া হয়েছে'],
    [
      'usedContext',
      'W',
      'M',
      'The state of things where they lived was used',
      'এলাকার পরিস্থিতির সুযোগ নেওয়া হয়েছে',
    ],
  ],
  exploitation: [
    ['excessiveHours', 'S', 'S', 'Works far too many hours or days', 'অতিরিক্ত সময় বা দিন কাজ করানো হয়'],
    ['lowPay', 'M', 'M', 'Is paid little or nothing', 'বেতন কম বা নেই'],
    ['payManipulated', 'M', 'M', 'Pay is cut or reckoned falsely', 'বেতন কাটা হয় বা ভুল হিসাব দেওয়া হয়'],
    ['badLiving', 'M', 'M', 'Lives in bad conditions', 'থাকার জায়গা খারাপ'],
    ['badWorking', 'M', 'M', 'Works in very bad conditions', 'কাজের পরিবেশ খুব খারাপ'],
    ['hazardous', 'M', 'M', 'The work is dangerous', 'কাজটি বিপজ্জনক'],
    ['lawBroken', 'M', 'M', 'Labour law or the signed contract is not kept', 'শ্রম আইন বা সই করা চুক্তি মানা হয় না'],
    ['noProtection', 'M', '-', 'Has no contract or insurance', 'চুক্তি বা বিমা নেই'],
    ['noSchool', 'W', 'M', 'Cannot go to school', 'পড়াশোনার সুযোগ নেই'],
  ],
  coercion: [
    ['papersTaken', 'S', 'S', 'Papers are kept from them', 'কাগজপত্র আটকে রাখা হয়েছে'],
    ['debtBondage', 'S', 'S', 'Must work off a debt', 'ঋণ শোধ করতে কাজ করতে হয়'],
    ['confined', 'S', 'S', 'Is kept apart, locked in or watched', 'আলাদা, আটকে বা নজরে রাখা হয়'],
    ['violence', 'S', 'S', 'Is hurt', 'মারধর করা হয়'],
    ['threats', 'M', 'S', 'Is threatened with violence', 'মারধরের হুমকি দেওয়া হয়'],
    ['illicitActs', 'M', 'S', 'Is made to do what is against the law', 'বেআইনি কাজ করতে বাধ্য করা হয়'],
    [
      'forcedTasks',
      'M',
      'S',
      'Is made to do tasks or take clients against their will',
      'ইচ্ছার বিরুদ্ধে কাজ বা খদ্দের নিতে বাধ্য করা হয়',
    ],
    ['influence', 'M', 'S', 'Is under strong influence, or given drugs', 'প্রবল প্রভাবে রাখা বা মাদক দেওয়া হয়'],
    [
      'againstPeers',
      'M',
      'M',
      'Is made to act against others like them',
      'নিজের মতো অন্যদের বিরুদ্ধে কাজ করানো হয়',
    ],
    ['madeToLie', 'M', 'M', 'Is made to lie to authorities or family', 'কর্তৃপক্ষ বা পরিবারকে মিথ্যা বলানো হয়'],
    [
      'denounce',
      'M',
      'M',
      'Is threatened with being reported to the authorities',
      'কর্তৃপক্ষকে ধরিয়ে দেওয়ার হুমকি দেওয়া হয়',
    ],
    ['worseConditions', 'M', 'M', 'Is threatened with worse work', 'আরও খারাপ কাজের হুমকি দেওয়া হয়'],
    ['familyHurt', 'M', 'M', 'Family is hurt or threatened', 'পরিবারকে আঘাত বা হুমকি দেওয়া হয়'],
    ['wagesHeld', 'M', 'M', 'Wages are held back', 'মজুরি আটকে রাখা হয়'],
    [
      'shame',
      'W',
      'M',
      'Is threatened that family or others will be told',
      'পরিবার বা অন্যদের জানিয়ে দেওয়ার হুমকি দেওয়া হয়',
    ],
  ],
  vulnerabilityAtDestination: [
    ['dependsOnThem', 'M', 'M', 'Depends on whoever exploits them', 'যে শোষণ করে তার ওপর নির্ভর করতে হয়'],
    ['unknownArea', 'M', 'M', 'Does not know the place where they live', 'যেখানে থাকেন সেই এলাকা চেনেন না'],
    ['needOfMoney', 'M', 'M', 'Need of money keeps them there', 'টাকার অভাবে সেখানে থাকতে হয়'],
    [
      'familyKeeps',
      'M',
      'M',
      'The situation of the family keeps them there',
      'পরিবারের অবস্থার কারণে সেখানে থাকতে হয়',
    ],
    [
      'standingKeeps',
      'M',
      'M',
      'Trouble with authorities or lawful stay keeps them there',
      'কর্তৃপক্ষ বা বৈধতার ঝামেলায় সেখানে থাকতে হয়',
    ],
    ['pastKeeps', 'W', 'M', 'Hardship in the past keeps them there', 'অতীতের কষ্টের কারণে সেখানে থাকতে হয়'],
    ['personKeeps', 'W', 'M', 'Something in their own life keeps them there', 'ব্যক্তিগত কারণে সেখানে থাকতে হয়'],
  ],
}

const dimensions = screeningDimensions.entries.map(({ code }) => code)

function itemsOf(who: 'adult' | 'child'): readonly ScreeningItem[] {
  return dimensions.flatMap((dimension) =>
    labour[dimension].flatMap(([id, adult, child, en, bn]) => {
      const letter = who === 'adult' ? adult : child
      return letter === '-' ? [] : [{ id, dimension, weight: weights[letter], en, bn }]
    }),
  )
}

/** The same questions where the published weights were not found; those that are known are said. */
function weightless(who: 'adult' | 'child', known: Readonly<Record<string, IndicatorWeight>>) {
  return itemsOf(who).map((item) => ({ ...item, weight: known[item.id] ?? null }))
}

const border = (id: string, en: string, bn: string): ScreeningItem => ({
  id,
  dimension: null,
  weight: null,
  en,
  bn,
})

/** Every list of questions that a screening can use, in the order in which people choose among them. */
export const screeningInstruments: readonly ScreeningInstrument[] = [
  {
    id: 'border',
    version: 'setu-2026-11',
    counted: 'checklist',
    complete: true,
    forChild: false,
    label: { en: 'Short list for borders and ports', bn: 'সীমান্ত ও বন্দরের সংক্ষিপ্ত তালিকা' },
    items: [
      border(
        'knowsDestination',
        'Does not know where they are going, or to whom',
        'কোথায় বা কার কাছে যাচ্ছেন জানেন না',
      ),
      border('othersHoldPapers', 'Somebody else holds the ticket or the papers', 'টিকিট বা কাগজপত্র অন্যের কাছে'),
      border('newCompanion', 'Travels with somebody whom they hardly know', 'যার সঙ্গে যাচ্ছেন তাঁকে প্রায় চেনেন না'),
      border('paidByOthers', 'Somebody else paid, and they owe it', 'অন্যে খরচ দিয়েছে, তা শোধ করতে হবে'),
      border(
        'workUnclear',
        'Goes for work, and the work or the pay is unclear',
        'কাজে যাচ্ছেন, কিন্তু কাজ বা বেতন স্পষ্ট নয়',
      ),
      border('toldWhatToSay', 'Was told what to say', 'কী বলতে হবে শিখিয়ে দেওয়া হয়েছে'),
      border('familyUnaware', 'Family does not know of the journey', 'পরিবার যাত্রার কথা জানে না'),
      border('wantsBack', 'Does not want to go on', 'আর যেতে চান না'),
    ],
  },
  {
    id: 'iloAdultLabour',
    version: 'ilo-2009-1',
    counted: 'ilo',
    complete: true,
    forChild: false,
    label: { en: 'Adult, work', bn: 'প্রাপ্তবয়স্ক, শ্রম' },
    items: itemsOf('adult'),
  },
  {
    id: 'iloChildLabour',
    version: 'ilo-2009-1',
    counted: 'ilo',
    complete: true,
    forChild: true,
    label: { en: 'Child, work', bn: 'শিশু, শ্রম' },
    items: itemsOf('child'),
  },
  {
    id: 'iloAdultSexual',
    version: 'ilo-2009-part',
    counted: 'ilo',
    complete: false,
    forChild: false,
    label: { en: 'Adult, sexual exploitation', bn: 'প্রাপ্তবয়স্ক, যৌন শোষণ' },
    items: weightless('adult', { forcedTasks: 'strong' }),
  },
  {
    id: 'iloChildSexual',
    version: 'ilo-2009-part',
    counted: 'ilo',
    complete: false,
    forChild: true,
    label: { en: 'Child, sexual exploitation', bn: 'শিশু, যৌন শোষণ' },
    items: weightless('child', {}),
  },
]

/** A list of questions as it stood when somebody was asked from it. */
export function screeningInstrument(id: string, version: string): ScreeningInstrument | null {
  return screeningInstruments.find((one) => one.id === id && one.version === version) ?? null
}
