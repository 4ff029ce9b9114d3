import { type CodeOf, defineCodes } from '../codes.ts'
import { mayBecome, type Transitions } from '../transitions.ts'
import type { AgeBand } from './age-bands.ts'
import type { AgeCertainty } from './person-lists.ts'

/** How a question was answered. The last two say nothing against anybody, and are never counted as a no. */
export const screeningAnswers = defineCodes('setu:screening-answer', '2026-11', [
  { code: 'yes', en: 'Yes', bn: 'হ্যাঁ' },
  { code: 'no', en: 'No', bn: 'না' },
  { code: 'notAsked', en: 'Not asked', bn: 'জিজ্ঞাসা করা হয়নি' },
  { code: 'didNotWish', en: 'Did not wish to answer', bn: 'উত্তর দিতে চাননি' },
])

/** How a question was answered. */
export type ScreeningAnswer = CodeOf<typeof screeningAnswers>

/** The answers of a screening by question. */
export type ScreeningAnswers = Readonly<Record<string, ScreeningAnswer>>

/** The six dimensions of the ILO operational indicators. */
export const screeningDimensions = defineCodes('ilo:dimension', '2009', [
  { code: 'deception', en: 'Deceived when recruited', bn: 'সংগ্রহের সময় প্রতারণা' },
  { code: 'coercedRecruitment', en: 'Forced when recruited', bn: 'সংগ্রহের সময় জোর' },
  {
    code: 'vulnerabilityAtRecruitment',
    en: 'Weakness used when recruited',
    bn: 'সংগ্রহের সময় অসহায়ত্বের সুযোগ নেওয়া',
  },
  { code: 'exploitation', en: 'Exploited', bn: 'শোষণ' },
  { code: 'coercion', en: 'Forced at the destination', bn: 'গন্তব্যে জোর' },
  {
    code: 'vulnerabilityAtDestination',
    en: 'Weakness used at the destination',
    bn: 'গন্তব্যে অসহায়ত্বের সুযোগ নেওয়া',
  },
])

/** A dimension of the ILO operational indicators. */
export type ScreeningDimension = CodeOf<typeof screeningDimensions>

/** How much an indicator weighs; `null` where the published weight is not known here. */
export type IndicatorWeight = 'strong' | 'medium' | 'weak'

/** How many indicators of each weight were answered with yes. */
export interface WeightCounts {
  readonly strong: number
  readonly medium: number
  readonly weak: number
}

/** Whether a dimension holds: rule a–d of the ILO operational indicators (2009). */
export function dimensionHolds({ strong, medium, weak }: WeightCounts): boolean {
  if (strong >= 2) return true
  if (strong === 1) return medium + weak >= 1
  return medium >= 3 || (medium === 2 && weak >= 1)
}

/** What a screening found, as far as it goes, before a person decides. */
export interface ScreeningFound {
  readonly holds: Readonly<Record<ScreeningDimension, boolean>>
  /** Somebody recruited, moved, sheltered or received the person. */
  readonly act: boolean
  /** What it was meant to lead to is plain, though it has not come to it. */
  readonly purposeEvident: boolean
  /** Under eighteen, or not surely over it. */
  readonly child: boolean
}

/** To what the answers point. It prompts; a person decides. */
export const screeningPrompts = defineCodes('setu:screening-prompt', '2026-11', [
  { code: 'presumed', en: 'Points to trafficking', bn: 'পাচারের দিকে নির্দেশ করে' },
  {
    code: 'interrupted',
    en: 'Points to trafficking that was stopped before exploitation',
    bn: 'শোষণের আগেই থেমে যাওয়া পাচারের দিকে নির্দেশ করে',
  },
  {
    code: 'recruitedAndExploited',
    en: 'Recruited wrongly and exploited, not forced there: refer, and let a supervisor look',
    bn: 'অন্যায়ভাবে নেওয়া ও শোষণ, তবে সেখানে জোর নেই: রেফার করুন, সুপারভাইজার দেখবেন',
  },
  {
    code: 'exploitationOnly',
    en: 'Exploited: a matter of labour rights too. Keep the door open',
    bn: 'শোষণ: শ্রম অধিকারেরও বিষয়। পথ খোলা রাখুন',
  },
  { code: 'notReached', en: 'The answers so far point nowhere', bn: 'এ পর্যন্ত উত্তর কোনো দিকে নির্দেশ করে না' },
  { code: 'askFurther', en: 'Ask further: begin a full screening', bn: 'আরও জানুন: পূর্ণ যাচাই শুরু করুন' },
  {
    code: 'cannotBeScored',
    en: 'Cannot be counted: the weights of this list are not all known. Decide by what was said',
    bn: 'গণনা করা যায় না: এ তালিকার সব মান জানা নেই। যা বলা হয়েছে তা দেখে সিদ্ধান্ত নিন',
  },
])

/** To what the answers point. */
export type ScreeningPrompt = CodeOf<typeof screeningPrompts>

/** To what the dimensions point together. Of a child no means is asked: an act and exploitation are enough. */
export function promptOf({ holds, act, purposeEvident, child }: ScreeningFound): ScreeningPrompt {
  const recruited = holds.deception || holds.coercedRecruitment || holds.vulnerabilityAtRecruitment
  const { exploitation } = holds
  if (child) {
    const moved = act || recruited
    if (moved && exploitation) return 'presumed'
    if (moved && purposeEvident) return 'interrupted'
    return exploitation ? 'exploitationOnly' : 'notReached'
  }
  if (!exploitation) return recruited && purposeEvident ? 'interrupted' : 'notReached'
  if (!recruited) return 'exploitationOnly'
  return holds.coercion || holds.vulnerabilityAtDestination ? 'presumed' : 'recruitedAndExploited'
}

/** Whether the rule for children holds: under eighteen, or not surely over it. */
export function treatedAsChild(age: AgeBand, sure: boolean): boolean {
  if (age === 'unknown') return true
  const childish: readonly AgeBand[] = ['0-4', '5-9', '10-14', '15-17', 'childUnknown']
  return childish.includes(age) || (!sure && (age === '18-24' || age === 'adultUnknown'))
}

/** The same by what stands in the facts of a case: an age that was only estimated is not sure. */
export function treatedAsChildBy(age: AgeBand | null, certainty: AgeCertainty | null): boolean {
  return treatedAsChild(age ?? 'unknown', certainty === 'documented' || certainty === 'stated')
}

/** One question of an instrument. */
export interface ScreeningItem {
  readonly id: string
  readonly dimension: ScreeningDimension | null
  readonly weight: IndicatorWeight | null
  readonly en: string
  readonly bn: string
}

/** A list of questions of one version. Whoever answered keeps the version that they were asked from. */
export interface ScreeningInstrument {
  readonly id: string
  readonly version: string
  /** `ilo` is counted by the ILO rule; of a checklist any yes asks for more. */
  readonly counted: 'ilo' | 'checklist'
  /** Whether all of its questions and weights are known here. */
  readonly complete: boolean
  readonly forChild: boolean
  readonly label: { readonly en: string; readonly bn: string }
  readonly items: readonly ScreeningItem[]
}

/** The two questions beside the indicators that the rules ask for. */
export const framingQuestions = defineCodes('setu:screening-frame', '2026-11', [
  {
    code: 'act',
    en: 'Did somebody recruit, take, hand over, shelter or receive the person?',
    bn: 'কেউ কি তাঁকে সংগ্রহ করেছে, নিয়ে গেছে, হস্তান্তর করেছে, রেখেছে বা গ্রহণ করেছে?',
  },
  {
    code: 'purposeEvident',
    en: 'Is it plain that exploitation was meant, though it has not come to it?',
    bn: 'শোষণ না ঘটলেও, উদ্দেশ্য যে শোষণ তা কি স্পষ্ট?',
  },
])

const none: WeightCounts = { strong: 0, medium: 0, weak: 0 }

/** How many indicators of each weight hold in each dimension; only a yes counts. */
export function countsOf(
  { items }: Pick<ScreeningInstrument, 'items'>,
  answers: ScreeningAnswers,
): Readonly<Record<ScreeningDimension, WeightCounts>> {
  const counted = (dimension: ScreeningDimension): WeightCounts =>
    items.reduce(
      (sum, { id, dimension: of, weight }) =>
        of === dimension && weight !== null && answers[id] === 'yes'
          ? { ...sum, [weight]: sum[weight] + 1 }
          : sum,
      none,
    )
  return {
    deception: counted('deception'),
    coercedRecruitment: counted('coercedRecruitment'),
    vulnerabilityAtRecruitment: counted('vulnerabilityAtRecruitment'),
    exploitation: counted('exploitation'),
    coercion: counted('coercion'),
    vulnerabilityAtDestination: counted('vulnerabilityAtDestination'),
  }
}

/** What the answers to an instrument show. */
export function foundBy(
  instrument: ScreeningInstrument,
  answers: ScreeningAnswers,
  child: boolean,
): ScreeningFound {
  const counts = countsOf(instrument, answers)
  return {
    holds: {
      deception: dimensionHolds(counts.deception),
      coercedRecruitment: dimensionHolds(counts.coercedRecruitment),
      vulnerabilityAtRecruitment: dimensionHolds(counts.vulnerabilityAtRecruitment),
      exploitation: dimensionHolds(counts.exploitation),
      coercion: dimensionHolds(counts.coercion),
      vulnerabilityAtDestination: dimensionHolds(counts.vulnerabilityAtDestination),
    },
    act: answers['act'] === 'yes',
    purposeEvident: answers['purposeEvident'] === 'yes',
    child,
  }
}

/** To what the answers to an instrument point. */
export function screeningPrompt(
  instrument: ScreeningInstrument,
  answers: ScreeningAnswers,
  child: boolean,
): ScreeningPrompt {
  if (!instrument.complete) return 'cannotBeScored'
  if (instrument.counted === 'checklist')
    return instrument.items.some(({ id }) => answers[id] === 'yes') ? 'askFurther' : 'notReached'
  return promptOf(foundBy(instrument, answers, child))
}

/** What comes before every other question. One yes, and safety is seen to before the next. */
export const dangerQuestions = defineCodes('setu:screening-danger', '2026-11', [
  { code: 'hurtNow', en: 'Hurt or ill, and needs a doctor now', bn: 'আহত বা অসুস্থ, এখনই চিকিৎসা দরকার' },
  {
    code: 'inReach',
    en: 'Somebody dangerous is near, or can find the person',
    bn: 'বিপজ্জনক কেউ কাছে আছে বা খুঁজে পেতে পারে',
  },
  {
    code: 'selfHarm',
    en: 'Thinks of ending their life or hurting themselves',
    bn: 'নিজের জীবন শেষ করা বা ক্ষতি করার কথা ভাবছেন',
  },
  { code: 'childAlone', en: 'A child without anybody to look after them', bn: 'শিশু, দেখার কেউ নেই' },
  {
    code: 'othersHeld',
    en: 'Others are held where the person came from',
    bn: 'যেখান থেকে এসেছেন সেখানে অন্যরা আটকে আছেন',
  },
])

/** What is done at once when there is danger. */
export const safetySteps = defineCodes('setu:safety-step', '2026-11', [
  { code: 'movedToSafety', en: 'Moved to a safe place', bn: 'নিরাপদ জায়গায় নেওয়া হয়েছে' },
  { code: 'doctor', en: 'Doctor or ambulance called', bn: 'চিকিৎসক বা অ্যাম্বুলেন্স ডাকা হয়েছে' },
  { code: 'notAlone', en: 'Somebody trusted stays with the person', bn: 'বিশ্বস্ত কেউ সঙ্গে আছেন' },
  { code: 'childProtection', en: 'Child protection called', bn: 'শিশু সুরক্ষায় জানানো হয়েছে' },
  { code: 'emergencyNumber', en: 'Emergency number called', bn: 'জরুরি নম্বরে কল করা হয়েছে' },
  { code: 'personDecided', en: 'The person decided what to do', bn: 'কী করা হবে তা তিনি নিজে ঠিক করেছেন' },
])

/** What is seen to before the first question: after the WHO standards for interviewing trafficked women. */
export const readySteps = defineCodes('setu:screening-ready', '2026-11', [
  { code: 'private', en: 'We are in a private place; nobody listens', bn: 'জায়গাটি নিরিবিলি; কেউ শুনছে না' },
  {
    code: 'interpreter',
    en: 'No interpreter is needed, or one who was checked and is not from the same community',
    bn: 'দোভাষী লাগবে না, অথবা যাচাই করা ও একই এলাকার নন এমন দোভাষী আছেন',
  },
  { code: 'referrals', en: 'I have the list of services at hand', bn: 'সেবার তালিকা হাতের কাছে আছে' },
  { code: 'emergencyPlan', en: 'I know what to do in an emergency', bn: 'জরুরি অবস্থায় কী করব তা জানি' },
  {
    code: 'consent',
    en: 'The person knows why I ask, that they may skip and stop, and agrees',
    bn: 'কেন জিজ্ঞাসা করছি, বাদ দেওয়া ও থামা যায়, তা তিনি জানেন ও রাজি আছেন',
  },
])

/** What is seen, not asked. It is written down apart and weighs nothing. */
export const presentationSigns = defineCodes('setu:screening-sign', '2026-11', [
  { code: 'injuries', en: 'Visible injuries', bn: 'দৃশ্যমান আঘাত' },
  { code: 'exhausted', en: 'Very tired or underfed', bn: 'খুব ক্লান্ত বা অপুষ্ট' },
  { code: 'watched', en: 'Watched, or somebody speaks for the person', bn: 'কেউ নজর রাখছে বা তাঁর হয়ে কথা বলছে' },
  { code: 'noPapers', en: 'Papers are with somebody else', bn: 'কাগজপত্র অন্যের কাছে' },
  { code: 'afraid', en: 'Afraid', bn: 'ভীত' },
])

/** What the person who screened decides. Services depend on none of these. */
export const screeningOutcomes = defineCodes('setu:screening-outcome', '2026-11', [
  { code: 'presumed', en: 'Presumed trafficked', bn: 'পাচারের শিকার বলে ধরে নেওয়া হলো' },
  { code: 'unclear', en: 'Not clear yet', bn: 'এখনো স্পষ্ট নয়' },
  { code: 'notPresumed', en: 'Not presumed trafficked', bn: 'পাচারের শিকার বলে ধরা হলো না' },
])

/** What the person who screened decides. */
export type ScreeningOutcome = CodeOf<typeof screeningOutcomes>

/** How far a screening has come. */
export const screeningStates = defineCodes('setu:screening-state', '2026-11', [
  { code: 'asking', en: 'Under way', bn: 'চলছে' },
  { code: 'stopped', en: 'Stopped, to be resumed', bn: 'থামানো, পরে আবার শুরু হবে' },
  { code: 'decided', en: 'Decided', bn: 'সিদ্ধান্ত হয়েছে' },
  { code: 'offered', en: 'Offered to a protection unit', bn: 'সুরক্ষা ইউনিটকে দেওয়া হয়েছে' },
  { code: 'caseOpened', en: 'A case was opened', bn: 'কেস খোলা হয়েছে' },
])

/** How far a screening has come. */
export type ScreeningState = CodeOf<typeof screeningStates>

/** What may follow each state of a screening. */
export const screeningTransitions: Transitions<ScreeningState> = {
  asking: ['stopped', 'decided'],
  stopped: ['asking'],
  decided: ['offered', 'caseOpened'],
  offered: ['decided', 'caseOpened'],
  caseOpened: [],
}

/** Whether a screening in one state may go to another. */
export const screeningMayBecome = (from: ScreeningState, to: ScreeningState): boolean =>
  mayBecome(screeningTransitions, from, to)

/** From which interview on the same matter we ask whether it is needed. */
export const interviewsBeforeWarning = 2
