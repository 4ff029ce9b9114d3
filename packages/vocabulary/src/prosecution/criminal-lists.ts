import { type CodeOf, defineCodes } from '../codes.ts'

/** What the code of a criminal case begins with, so that nobody takes it for the code of somebody who was harmed. */
export const criminalPrefix = 'CC-'

/** What the police say in a final report. */
export const finalReportKinds = defineCodes('setu:final-report', '2026-11', [
  { code: 'trueNoClue', en: 'True, but no clue', bn: 'ঘটনা সত্য, সূত্র পাওয়া যায়নি' },
  { code: 'false', en: 'False', bn: 'মিথ্যা' },
  { code: 'mistakeOfFact', en: 'Mistake of fact', bn: 'তথ্যগত ভুল' },
  { code: 'mistakeOfLaw', en: 'Mistake of law', bn: 'আইনগত ভুল' },
  { code: 'nonCognizable', en: 'Not cognizable', bn: 'আমলযোগ্য নয়' },
  { code: 'accusedDied', en: 'The accused has died', bn: 'আসামি মারা গেছেন' },
])

/** What the police say in a final report. */
export type FinalReportKind = CodeOf<typeof finalReportKinds>

/** The exploitation that a criminal case is about, as statistics of trafficking ask. */
export const criminalCategories = defineCodes('setu:criminal-category', '2026-11', [
  { code: 'sex', en: 'Sexual exploitation', bn: 'যৌন শোষণ' },
  { code: 'labour', en: 'Forced labour', bn: 'জবরদস্তিমূলক শ্রম' },
  { code: 'sexAndLabour', en: 'Both', bn: 'উভয়ই' },
  { code: 'organ', en: 'Organ removal', bn: 'অঙ্গ অপসারণ' },
  { code: 'criminality', en: 'Forced crime', bn: 'অপরাধে বাধ্য করা' },
  { code: 'otherForm', en: 'Other', bn: 'অন্যান্য' },
  { code: 'unspecified', en: 'Not said', bn: 'উল্লেখ নেই' },
])

/** The exploitation that a criminal case is about. */
export type CriminalCategory = CodeOf<typeof criminalCategories>

/** Trafficking and smuggling are different offences, and a case may be about both. */
export const criminalMatters = defineCodes('setu:criminal-matter', '2026-11', [
  { code: 'trafficking', en: 'Human trafficking', bn: 'মানব পাচার' },
  { code: 'smuggling', en: 'Smuggling of migrants', bn: 'অভিবাসী চোরাচালান' },
  { code: 'trafficksAndSmuggles', en: 'Both', bn: 'উভয়ই' },
])

/** Whether a criminal case is about trafficking, smuggling or both. */
export type CriminalMatter = CodeOf<typeof criminalMatters>

/** Who brought a criminal case, as a kind. Nobody is named. */
export const complainantKinds = defineCodes('setu:complainant', '2026-11', [
  { code: 'survivor', en: 'Survivor', bn: 'সারভাইভার' },
  { code: 'family', en: 'Family', bn: 'পরিবার' },
  { code: 'police', en: 'Police', bn: 'পুলিশ' },
  { code: 'ngo', en: 'Non-governmental organisation', bn: 'বেসরকারি সংস্থা' },
  { code: 'otherPerson', en: 'Somebody else', bn: 'অন্য কেউ' },
])

/** Who brought a criminal case. */
export type ComplainantKind = CodeOf<typeof complainantKinds>

/** What a court may do so that witnesses can speak safely. */
export const protectiveMeasures = defineCodes('setu:protective-measure', '2026-11', [
  { code: 'inCamera', en: 'Closed courtroom', bn: 'রুদ্ধদ্বার বিচার' },
  { code: 'screen', en: 'Screen', bn: 'পর্দার আড়াল' },
  { code: 'video', en: 'Testimony by video', bn: 'ভিডিওর মাধ্যমে সাক্ষ্য' },
  { code: 'namesWithheld', en: 'Names withheld', bn: 'নাম গোপন' },
  { code: 'escort', en: 'Escort to court', bn: 'আদালতে যাতায়াতে নিরাপত্তা' },
])

/** A court of a register of courts. */
export const courtKinds = defineCodes('setu:court', '2026-11', [
  {
    code: 'traffickingTribunal',
    en: 'Anti-Human Trafficking Offence Tribunal',
    bn: 'মানব পাচার অপরাধ দমন ট্রাইব্যুনাল',
  },
  { code: 'womenAndChildrenTribunal', en: 'Women and children tribunal', bn: 'নারী ও শিশু নির্যাতন দমন ট্রাইব্যুনাল' },
  { code: 'sessions', en: 'Sessions court', bn: 'দায়রা আদালত' },
  { code: 'magistrate', en: 'Magistrate court', bn: 'ম্যাজিস্ট্রেট আদালত' },
  { code: 'children', en: 'Children’s court', bn: 'শিশু আদালত' },
  { code: 'high', en: 'High court', bn: 'হাইকোর্ট' },
  { code: 'supreme', en: 'Supreme court', bn: 'আপিল বিভাগ' },
])

/** Why a hearing is held. */
export const hearingPurposes = defineCodes('setu:hearing-purpose', '2026-11', [
  { code: 'cognizance', en: 'Cognizance', bn: 'অপরাধ আমলে গ্রহণ' },
  { code: 'bail', en: 'Bail', bn: 'জামিন শুনানি' },
  { code: 'naraji', en: 'Naraji petition', bn: 'নারাজি দরখাস্ত' },
  { code: 'charge', en: 'Framing of charge', bn: 'অভিযোগ গঠন' },
  { code: 'prosecutionEvidence', en: 'Prosecution evidence', bn: 'রাষ্ট্রপক্ষের সাক্ষ্যগ্রহণ' },
  { code: 'examination', en: 'Examination of the accused', bn: 'আসামি পরীক্ষা (৩৪২ ধারা)' },
  { code: 'defenceEvidence', en: 'Defence evidence', bn: 'আসামিপক্ষের সাক্ষ্যগ্রহণ' },
  { code: 'argument', en: 'Argument', bn: 'যুক্তিতর্ক' },
  { code: 'judgment', en: 'Judgment', bn: 'রায়' },
  { code: 'appeal', en: 'Appeal', bn: 'আপিল' },
  { code: 'otherHearing', en: 'Other', bn: 'অন্যান্য' },
])

/** Why a hearing was put off. */
export const adjournmentReasons = defineCodes('setu:adjournment', '2026-11', [
  { code: 'witnessAbsent', en: 'Witness absent', bn: 'সাক্ষী অনুপস্থিত' },
  { code: 'investigatorAbsent', en: 'Investigating officer absent', bn: 'তদন্তকারী কর্মকর্তা অনুপস্থিত' },
  { code: 'prosecutorAbsent', en: 'Prosecutor absent', bn: 'প্রসিকিউটর অনুপস্থিত' },
  { code: 'accusedNotProduced', en: 'Accused not produced', bn: 'আসামি হাজির করা হয়নি' },
  { code: 'judgeAbsent', en: 'Judge on leave, or post vacant', bn: 'বিচারক ছুটিতে বা পদ শূন্য' },
  { code: 'timePetition', en: 'Time asked for', bn: 'সময়ের আবেদন' },
  { code: 'courtClosed', en: 'Strike or holiday', bn: 'ধর্মঘট বা ছুটি' },
  { code: 'recordNotReceived', en: 'Record not received', bn: 'নথি আসেনি' },
  { code: 'stayed', en: 'Stayed by the High Court', bn: 'হাইকোর্টের স্থগিতাদেশ' },
  { code: 'noTime', en: 'The court ran out of time', bn: 'আদালতের সময় শেষ' },
])

/** Who asked that a hearing be put off. */
export const adjournmentAskers = defineCodes('setu:adjournment-asker', '2026-11', [
  { code: 'prosecution', en: 'Prosecution', bn: 'রাষ্ট্রপক্ষ' },
  { code: 'defence', en: 'Defence', bn: 'আসামিপক্ষ' },
  { code: 'courtItself', en: 'The court', bn: 'আদালত' },
  { code: 'nobody', en: 'Nobody', bn: 'কেউ নয়' },
])

/** The kinds of witnesses. A witness has a number in the case and no name. */
export const witnessKinds = defineCodes('setu:witness', '2026-11', [
  { code: 'complainant', en: 'Complainant', bn: 'এজাহারকারী' },
  { code: 'survivor', en: 'Survivor', bn: 'সারভাইভার' },
  { code: 'public', en: 'Local witness', bn: 'স্থানীয় সাক্ষী' },
  { code: 'investigator', en: 'Investigating officer', bn: 'তদন্তকারী কর্মকর্তা' },
  { code: 'police', en: 'Other police', bn: 'অন্য পুলিশ' },
  { code: 'doctor', en: 'Doctor', bn: 'চিকিৎসক' },
  { code: 'magistrate', en: 'Magistrate', bn: 'ম্যাজিস্ট্রেট' },
  { code: 'expert', en: 'Expert', bn: 'বিশেষজ্ঞ' },
])

/** What became of a witness on a day: each says that what stands before it was so, too. */
export const witnessDays = defineCodes('setu:witness-day', '2026-11', [
  { code: 'summoned', en: 'Summoned, did not come', bn: 'সমন দেওয়া হয়েছে, আসেননি' },
  { code: 'attended', en: 'Came, not heard', bn: 'এসেছেন, সাক্ষ্য হয়নি' },
  { code: 'examined', en: 'Heard', bn: 'সাক্ষ্য দিয়েছেন' },
  { code: 'hostile', en: 'Heard, declared hostile', bn: 'সাক্ষ্য দিয়েছেন, বৈরী ঘোষিত' },
])

/** What an accused is said to have been, beside the roles of HTCDS: words of the region. */
export const accusedRoles = defineCodes('setu:accused-role', '2026-11', [
  { code: 'dalal', en: 'Broker (dalal)', bn: 'দালাল', htcds: 'RecruiterOrIntermediary' },
  {
    code: 'recruitingAgency',
    en: 'Recruiting-agency officer',
    bn: 'রিক্রুটিং এজেন্সির কর্মী',
    htcds: 'BrokerTravelAgent',
  },
  {
    code: 'guide',
    en: 'Guide across the border (lineman)',
    bn: 'সীমান্ত পারাপারকারী (লাইনম্যান)',
    htcds: 'TravellingPartner',
  },
  { code: 'transporter', en: 'Transporter', bn: 'পরিবহনকারী', htcds: 'Transporter' },
  { code: 'boatOwner', en: 'Boat owner', bn: 'নৌকার মালিক', htcds: 'Transporter' },
  { code: 'forger', en: 'Forger of documents', bn: 'কাগজ জালকারী', htcds: 'Other' },
  { code: 'moneyCollector', en: 'Collected money (hundi)', bn: 'টাকা সংগ্রহকারী (হুন্ডি)', htcds: 'Other' },
  { code: 'harboured', en: 'Kept people hidden', bn: 'লুকিয়ে রেখেছিলেন', htcds: 'HarbouredIndividual' },
  { code: 'sold', en: 'Sold people', bn: 'বিক্রি করেছিলেন', htcds: 'SoldIndividual' },
  { code: 'bought', en: 'Bought people', bn: 'কিনেছিলেন', htcds: 'BoughtIndividual' },
  { code: 'received', en: 'Received people', bn: 'গ্রহণ করেছিলেন', htcds: 'ReceivedIndividual' },
  { code: 'controlled', en: 'Controlled people', bn: 'নিয়ন্ত্রণ করেছিলেন', htcds: 'ControlledIndividual' },
  { code: 'exploiter', en: 'Exploited people', bn: 'শোষণকারী', htcds: 'Exploiter' },
  { code: 'abuser', en: 'Abused people', bn: 'নির্যাতনকারী', htcds: 'Abuser' },
  { code: 'kidnapper', en: 'Kidnapped people', bn: 'অপহরণকারী', htcds: 'Kidnapper' },
  { code: 'smuggler', en: 'Smuggler', bn: 'চোরাচালানকারী', htcds: 'Smuggler' },
  { code: 'official', en: 'Official', bn: 'সরকারি কর্মচারী', htcds: 'Other' },
  { code: 'otherRole', en: 'Other', bn: 'অন্যান্য', htcds: 'Other' },
])

/** Whether an accused was grown up on the day of the offence. A child is never shown in a register. */
export const accusedAges = defineCodes('setu:accused-age', '2026-11', [
  { code: 'adult', en: 'Adult', bn: 'প্রাপ্তবয়স্ক' },
  { code: 'child', en: 'Child', bn: 'শিশু' },
  { code: 'unknown', en: 'Not known', bn: 'জানা নেই' },
])

/** What a sentence is made of. */
export const sentenceKinds = defineCodes('setu:sentence', '2026-11', [
  { code: 'death', en: 'Death', bn: 'মৃত্যুদণ্ড' },
  { code: 'life', en: 'Imprisonment for life', bn: 'যাবজ্জীবন কারাদণ্ড' },
  { code: 'imprisonment', en: 'Imprisonment', bn: 'কারাদণ্ড' },
  { code: 'fine', en: 'Fine', bn: 'অর্থদণ্ড' },
  { code: 'compensation', en: 'Compensation to the survivor', bn: 'সারভাইভারের ক্ষতিপূরণ' },
  { code: 'confiscation', en: 'Confiscation', bn: 'বাজেয়াপ্ত' },
  { code: 'suspended', en: 'Suspended', bn: 'দণ্ড স্থগিত' },
])

/** What a sentence is made of. */
export type SentenceKind = CodeOf<typeof sentenceKinds>

/** What stands on every screen and paper that shows an accused person. */
export const presumedInnocent = {
  en: 'Accused persons are presumed innocent until a court has found them guilty. What stands here is no proof of guilt.',
  bn: 'দোষী প্রমাণিত না হওয়া পর্যন্ত আসামি নির্দোষ। এখানে যা লেখা আছে, তা দোষের প্রমাণ নয়।',
} as const
