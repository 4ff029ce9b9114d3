import { alertRules } from '../prosecution/alert-rules.ts'
import { figureRules } from '../prosecution/figures.ts'
import type { Words } from '../words.ts'
import { caseStates } from './case-states.ts'
import { caseloadRules } from './caseload.ts'
import { childRules } from './children.ts'
import { caseClocks, type ReferralStep, reminders, serviceLevels } from './clocks.ts'
import { identificationRules } from './identification.ts'
import { tellingRules } from './oversight.ts'
import { urgencies } from './referral-states.ts'
import { textRules } from './reminder-texts.ts'
import { type RiskLevel, riskLevels } from './risk.ts'
import type { Setting, SettingSet, TimeUnit } from './settings.ts'
import { tipRules } from './tips.ts'

const hoursAndDays: readonly TimeUnit[] = ['hours', 'calendarDays', 'workingDays']
const wholeDays: readonly TimeUnit[] = ['calendarDays', 'workingDays', 'calendarMonths']
const daysOnly: readonly TimeUnit[] = ['calendarDays']

/** In days: the shortest time in which anybody can do anything. */
const anHour = 1 / 24

const time = (
  at: string,
  en: string,
  bn: string,
  units = hoursAndDays,
  days: readonly [least: number, most: number] = [anHour, 730],
): Setting => ({
  at,
  kind: 'time',
  units,
  most: 3650,
  days,
  label: { en, bn },
})
const count = (at: string, least: number, most: number, label: Words): Setting => ({
  at,
  kind: 'count',
  least,
  most,
  label,
})

/** How many days at most lie between two looks at somebody, by how great the risk was. */
const mostBetweenLooks: Readonly<Record<RiskLevel, number>> = { low: 180, medium: 90, high: 30, imminent: 7 }

const referralSteps: Readonly<Record<ReferralStep, Words>> = {
  acknowledge: { en: 'Confirm receipt', bn: 'প্রাপ্তি স্বীকার' },
  answer: { en: 'Answer', bn: 'উত্তর' },
  start: { en: 'Start the service', bn: 'সেবা শুরু' },
  feedback: { en: 'Tell what came of it', bn: 'ফলাফল জানানো' },
  expire: { en: 'Lapses without an answer', bn: 'উত্তর ছাড়া মেয়াদ শেষ' },
}

/**
 * What an administrator lays down on the screen for rules, and between which bounds. Other rules have screens of their
 * own, beside what they are about.
 */
export const settingSets: readonly SettingSet[] = [
  {
    kind: 'caseClocks',
    first: { ...caseClocks },
    label: { en: 'Deadlines of a case', bn: 'কেসের সময়সীমা' },
    what: {
      en: 'By when each step of the work is due. What was promised before keeps the time it was promised for.',
      bn: 'কাজের কোন ধাপ কত দিনের মধ্যে করতে হবে। আগে যা ঠিক হয়েছে তার সময় বদলায় না।',
    },
    groups: [
      {
        label: { en: 'At the beginning', bn: 'শুরুতে' },
        settings: [
          time('completeScreening', 'Complete a screening', 'প্রাথমিক যাচাই শেষ'),
          time('completeIntake', 'Complete the intake', 'প্রাথমিক গ্রহণ শেষ'),
          time('assessRisk', 'Look at the risks', 'ঝুঁকি নিরূপণ', hoursAndDays, [anHour, 30]),
          time('assessNeeds', 'Assess the needs', 'চাহিদা নিরূপণ'),
          time('identify', 'Decide on identification', 'শনাক্তকরণের সিদ্ধান্ত'),
          time('reflect', 'Time to recover', 'সামলে ওঠার সময়', daysOnly, [30, 730]),
        ],
      },
      {
        label: { en: 'Plan and money', bn: 'পরিকল্পনা ও অর্থ' },
        settings: [
          time('makePlan', 'Make the service plan', 'সেবা পরিকল্পনা তৈরি'),
          time('approvePlan', 'Approve a plan or a payment', 'পরিকল্পনা বা অর্থ অনুমোদন'),
          time('reviewPlan', 'Go through the plan again', 'পরিকল্পনা আবার দেখা', wholeDays),
          time('keepReceipt', 'Keep the receipt', 'রসিদ রাখা'),
        ],
      },
      {
        label: { en: 'Risk and safety', bn: 'ঝুঁকি ও নিরাপত্তা' },
        settings: [
          time('makeSafetyPlan', 'Make the safety plan', 'নিরাপত্তা পরিকল্পনা তৈরি', hoursAndDays, [anHour, 14]),
          time('lookAfterEvent', 'Look again after something happened', 'কিছু ঘটার পর আবার দেখা', hoursAndDays, [
            anHour,
            14,
          ]),
          ...riskLevels.entries.map(({ code, en, bn }) =>
            time(
              `reassessRisk.${code}`,
              `Look again, risk: ${en.toLowerCase()}`,
              `আবার দেখা, ঝুঁকি: ${bn}`,
              hoursAndDays,
              [anHour, mostBetweenLooks[code]],
            ),
          ),
        ],
      },
      {
        label: { en: 'Consent, shelter and contact', bn: 'সম্মতি, আশ্রয় ও যোগাযোগ' },
        settings: [
          time(
            'consentLasts',
            'A consent lasts',
            'সম্মতির মেয়াদ',
            ['calendarDays', 'calendarMonths'],
            [30, 366],
          ),
          count('askAgain.daysBefore', 1, 365, {
            en: 'Days before its end on which it is asked for again',
            bn: 'মেয়াদ শেষের যত দিন আগে আবার জিজ্ঞাসা করা হয়',
          }),
          time('answerShelter', 'A home answers', 'আশ্রয়কেন্দ্রের উত্তর', hoursAndDays, [anHour, 14]),
          time('longStay', 'A stay is long after', 'দীর্ঘ অবস্থান ধরা হয়', daysOnly),
          count('unreachable.attempts', 1, 20, {
            en: 'Safe attempts before somebody counts as out of reach',
            bn: 'যোগাযোগ হারিয়েছে ধরার আগে নিরাপদ চেষ্টা',
          }),
          time('unreachable.over', 'Spread over at least', 'অন্তত এত সময় ধরে', daysOnly),
          count('missedBeforeTracing', 1, 20, {
            en: 'Follow-ups missed before somebody is safely looked for',
            bn: 'নিরাপদে খোঁজার আগে যতটি খোঁজ বাদ পড়ে',
          }),
        ],
      },
    ],
  },
  {
    kind: 'serviceLevels',
    first: { ...serviceLevels },
    label: { en: 'Deadlines of a referral', bn: 'রেফারেলের সময়সীমা' },
    what: {
      en: 'What an office that is asked for help owes at each step, counted from when it was asked.',
      bn: 'সহায়তা চাওয়া হলে কার্যালয় কোন ধাপ কত সময়ে করবে, চাওয়ার সময় থেকে গোনা।',
    },
    groups: urgencies.entries.map(({ code, en, bn }) => ({
      label: { en, bn },
      settings: Object.keys(serviceLevels.levels[code]).flatMap((step) => {
        const label = Object.entries(referralSteps).find(([name]) => name === step)?.[1]
        return label === undefined
          ? []
          : [
              time(`levels.${code}.${step}`, label.en, label.bn, hoursAndDays, [
                step === 'start' ? 0 : anHour,
                90,
              ]),
            ]
      }),
    })),
  },
  {
    kind: 'childRules',
    first: { ...childRules },
    label: { en: 'Children', bn: 'শিশু' },
    what: {
      en: 'Who counts as a child in doubt, and what waits until the best interests were looked into.',
      bn: 'সন্দেহ থাকলে কে শিশু, এবং সর্বোত্তম কল্যাণ দেখার আগে কী করা যায় না।',
    },
    groups: [
      {
        label: { en: 'Children', bn: 'শিশু' },
        settings: [
          {
            at: 'doubtIsChild',
            kind: 'yesNo',
            label: {
              en: 'Whoever may be a child is treated as one',
              bn: 'যিনি শিশু হতে পারেন তাঁকে শিশু ধরা হয়',
            },
          },
          count('gates.goToFamily:determination.afterDays', 0, 3650, {
            en: 'Days away from the family after which going back to it needs a decision',
            bn: 'পরিবার থেকে যত দিন দূরে থাকলে ফেরার আগে সিদ্ধান্ত লাগে',
          }),
          count('gates.stayLonger:determination.afterDays', 0, 3650, {
            en: 'Days in a home after which staying needs a decision',
            bn: 'আশ্রয়কেন্দ্রে যত দিন থাকলে আরও থাকতে সিদ্ধান্ত লাগে',
          }),
        ],
      },
    ],
  },
  {
    kind: 'identificationRules',
    first: { ...identificationRules },
    label: { en: 'Appeals', bn: 'আপিল' },
    what: {
      en: 'How long a survivor may contest a no, and how soon that is answered.',
      bn: 'না সিদ্ধান্তের বিরুদ্ধে সারভাইভার কত দিন আপিল করতে পারেন, আর কত দিনে উত্তর দিতে হয়।',
    },
    groups: [
      {
        label: { en: 'Appeals', bn: 'আপিল' },
        settings: [
          time('bringAppeal', 'An appeal may be brought within', 'আপিল করা যায়', daysOnly, [30, 730]),
          time('answerAppeal', 'An appeal is answered within', 'আপিলের উত্তর দিতে হয়', daysOnly, [anHour, 90]),
        ],
      },
    ],
  },
  {
    kind: 'tipRules',
    first: { ...tipRules },
    label: { en: 'Tips', bn: 'খবর' },
    what: {
      en: 'How long a tip may wait, how long it is kept without a case, and whom the public page says to call.',
      bn: 'খবর কত সময় অপেক্ষা করতে পারে, কেস ছাড়া কত দিন রাখা হয়, আর উন্মুক্ত পাতায় কোন নম্বরে ফোন করতে বলা হয়।',
    },
    groups: [
      {
        label: { en: 'Tips', bn: 'খবর' },
        settings: [
          time('triage', 'Look at a tip', 'খবর দেখা', ['hours'], [anHour, 14]),
          time('keepWithoutCase', 'Keep a tip without a case', 'কেস ছাড়া খবর রাখা', daysOnly, [30, 180]),
          time(
            'keepScreeningWithoutCase',
            'Keep a screening without a case',
            'কেস ছাড়া প্রাথমিক যাচাই রাখা',
            daysOnly,
            [180, 730],
          ),
          {
            at: 'numbers',
            kind: 'numbers',
            most: 8,
            label: { en: 'Numbers to call', bn: 'ফোন করার নম্বর' },
          },
        ],
      },
    ],
  },
  {
    kind: 'caseloadRules',
    first: { ...caseloadRules },
    label: { en: 'Caseload', bn: 'কাজের ভার' },
    what: {
      en: 'How much work a case is, in points, and how many points one full-time caseworker can carry.',
      bn: 'একটি কেসে কত পয়েন্টের কাজ, আর একজন পূর্ণকালীন কেস ওয়ার্কার কত পয়েন্ট বহন করতে পারেন।',
    },
    groups: [
      {
        label: { en: 'By where the work stands', bn: 'কাজ কোন ধাপে' },
        settings: caseStates.entries
          .filter(({ code }) => code !== 'closed' && code !== 'transferred')
          .map(({ code, en, bn }) => count(`stage.${code}`, 0, 50, { en, bn })),
      },
      {
        label: { en: 'More by the greatest risk', bn: 'সবচেয়ে বড় ঝুঁকির জন্য আরও' },
        settings: [
          ...riskLevels.entries.map(({ code, en, bn }) => count(`risk.${code}`, 0, 50, { en, bn })),
          count('riskUnknown', 0, 50, { en: 'Not looked at yet', bn: 'এখনো দেখা হয়নি' }),
        ],
      },
      {
        label: { en: 'Others', bn: 'অন্যান্য' },
        settings: [
          count('child', 0, 50, { en: 'More for a child', bn: 'শিশুর জন্য আরও' }),
          count('capacity', 1, 1000, { en: 'What one person can carry', bn: 'একজন যত পয়েন্ট বহন করতে পারেন' }),
        ],
      },
    ],
  },
  {
    kind: 'figureRules',
    first: { ...figureRules },
    label: { en: 'Figures of criminal cases', bn: 'মামলার পরিসংখ্যান' },
    what: {
      en: 'A reporting year is twelve months. Years that were kept stay as they were counted.',
      bn: 'প্রতিবেদনের বছর বারো মাসের। যে বছরের সংখ্যা রাখা হয়েছে তা যেমন গোনা হয়েছিল তেমনই থাকে।',
    },
    groups: [
      {
        label: { en: 'Reporting year', bn: 'প্রতিবেদনের বছর' },
        settings: [
          count('yearBegins', 1, 12, {
            en: 'Month in which it begins (1 to 12)',
            bn: 'যে মাসে শুরু (১ থেকে ১২)',
          }),
        ],
      },
    ],
  },
  {
    kind: 'tellingRules',
    first: { ...tellingRules },
    label: { en: 'Numbers told outside', bn: 'বাইরে জানানো সংখ্যা' },
    what: {
      en: 'From how many people on a number is told to those who work no cases. It is never fewer than five. Tables that were told before keep their rounding.',
      bn: 'যাঁরা কেসে কাজ করেন না তাঁদের কতজন থেকে সংখ্যা জানানো হয়। পাঁচের কম কখনো নয়। যে সারণি আগে জানানো হয়েছে, তার পূর্ণ করার একক একই থাকে।',
    },
    groups: [
      {
        label: { en: 'Numbers told outside', bn: 'বাইরে জানানো সংখ্যা' },
        settings: [
          count('least', 5, 100, { en: 'Inside one organisation', bn: 'একটি সংস্থার ভেতরে' }),
          count('leastBetween', 5, 100, {
            en: 'Where organisations stand side by side',
            bn: 'যেখানে একাধিক সংস্থা পাশাপাশি',
          }),
          count('roundedTo', 5, 100, { en: 'Rounded to', bn: 'যে এককে পূর্ণ করা হয়' }),
        ],
      },
    ],
  },
  {
    kind: 'reminders',
    first: { ...reminders },
    label: { en: 'Reminders', bn: 'মনে করানো' },
    what: {
      en: 'How long before a promise is due somebody is reminded, and how long after it a supervisor hears of it at the latest.',
      bn: 'সময় ফুরানোর কতক্ষণ আগে মনে করানো হয়, আর পেরোলে সুপারভাইজার সর্বোচ্চ কত পরে জানেন।',
    },
    groups: [
      {
        label: { en: 'Reminders', bn: 'মনে করানো' },
        settings: [
          time('remindBefore', 'Before it is due', 'সময় ফুরানোর আগে', ['hours']),
          time('escalateAtMost', 'A supervisor hears within', 'সুপারভাইজার জানেন', ['hours']),
        ],
      },
    ],
  },
  {
    kind: 'textRules',
    first: { ...textRules },
    label: { en: 'Texts that go out by themselves', bn: 'নিজে থেকে যাওয়া বার্তা' },
    what: {
      en: 'Between which hours of the day a survivor’s telephone may sound, and how often a text is tried.',
      bn: 'দিনের কোন সময়ে সারভাইভারের ফোন বাজতে পারে, আর একটি বার্তা কত বার চেষ্টা করা হয়।',
    },
    groups: [
      {
        label: { en: 'Texts', bn: 'বার্তা' },
        settings: [
          count('from', 6, 12, { en: 'Not before this hour', bn: 'এই ঘণ্টার আগে নয়' }),
          count('until', 13, 22, { en: 'Not from this hour on', bn: 'এই ঘণ্টা থেকে আর নয়' }),
          count('tries', 1, 50, { en: 'How often it is tried', bn: 'কত বার চেষ্টা' }),
          count('waitMinutes', 1, 240, { en: 'Minutes between tries', bn: 'দুই চেষ্টার মাঝে মিনিট' }),
        ],
      },
    ],
  },
  {
    kind: 'criminalAlerts',
    first: { ...alertRules },
    label: { en: 'Alerts of criminal cases', bn: 'ফৌজদারি মামলার সতর্কতা' },
    what: {
      en: 'When somebody is told that a criminal case stalls. Time limits themselves stand in the law; these are the days on which one is told of them, and thresholds of practice.',
      bn: 'ফৌজদারি মামলা থেমে গেলে কবে জানানো হয়। সময়সীমা আইনে থাকে; এখানে থাকে কবে তা মনে করানো হয়, আর কাজের অভিজ্ঞতা থেকে নেওয়া সীমা।',
    },
    groups: [
      {
        label: { en: 'Investigation, in working days', bn: 'তদন্ত, কর্মদিবসে' },
        settings: [
          count('investigationMarks.0', 20, 70, { en: 'First told after', bn: 'প্রথম জানানো হয় যত দিনে' }),
          count('investigationMarks.1', 71, 80, { en: 'Told again after', bn: 'আবার জানানো হয় যত দিনে' }),
          count('investigationMarks.2', 81, 89, {
            en: 'Told the last time after',
            bn: 'শেষবার জানানো হয় যত দিনে',
          }),
          count('extensionMarks.0', 4, 25, {
            en: 'Before the end of more time, first',
            bn: 'বাড়ানো সময় শেষের যত দিন আগে প্রথম',
          }),
          count('extensionMarks.1', 1, 3, {
            en: 'Before the end of more time, again',
            bn: 'বাড়ানো সময় শেষের যত দিন আগে আবার',
          }),
          count('noReportAfter', 90, 400, { en: 'No police report after', bn: 'পুলিশ প্রতিবেদন নেই যত দিনে' }),
        ],
      },
      {
        label: { en: 'Charge and trial', bn: 'অভিযোগ ও বিচার' },
        settings: [
          count('chargeNotFramedAfter', 14, 365, {
            en: 'Days from the charge sheet to the framing of the charge',
            bn: 'অভিযোগপত্র থেকে অভিযোগ গঠন পর্যন্ত দিন',
          }),
          count('trialMarks.0', 30, 120, {
            en: 'Trial, first told after working days',
            bn: 'বিচার, প্রথম জানানো যত কর্মদিবসে',
          }),
          count('trialMarks.1', 121, 179, {
            en: 'Trial, told again after working days',
            bn: 'বিচার, আবার জানানো যত কর্মদিবসে',
          }),
          count('noHearingAfter', 14, 180, { en: 'Days without a hearing', bn: 'শুনানি ছাড়া যত দিন' }),
        ],
      },
      {
        label: { en: 'Hearings', bn: 'শুনানি' },
        settings: [
          count('adjournedInRow', 2, 20, { en: 'Put off in a row', bn: 'পরপর মুলতবি' }),
          count('adjournedOften', 2, 50, { en: 'Put off in all', bn: 'মোট মুলতবি' }),
          count('adjournedAlike', 2, 20, { en: 'Put off for the same reason', bn: 'একই কারণে মুলতবি' }),
          count('witnessAbsent', 1, 20, {
            en: 'A witness stays away in a row',
            bn: 'একজন সাক্ষী পরপর অনুপস্থিত',
          }),
          count('witnessesAbsent', 1, 50, {
            en: 'Hearings from which most witnesses stay away',
            bn: 'যত শুনানিতে বেশির ভাগ সাক্ষী অনুপস্থিত',
          }),
        ],
      },
      {
        label: { en: 'After the judgment', bn: 'রায়ের পর' },
        settings: [
          count('appealMarks.0', 1, 24, {
            en: 'Time to appeal, first told after days',
            bn: 'আপিলের সময়, প্রথম জানানো যত দিনে',
          }),
          count('appealMarks.1', 25, 59, {
            en: 'Time to appeal, told again after days',
            bn: 'আপিলের সময়, আবার জানানো যত দিনে',
          }),
          count('compensationUnpaidAfter', 14, 365, {
            en: 'Compensation not paid after days',
            bn: 'ক্ষতিপূরণ দেওয়া হয়নি যত দিনে',
          }),
        ],
      },
      {
        label: { en: 'Answers', bn: 'উত্তর' },
        settings: [
          count('answerWithin', 1, 60, {
            en: 'Days without an answer after which the monitoring cell is told too',
            bn: 'উত্তর ছাড়া যত দিন পর মনিটরিং সেলকেও জানানো হয়',
          }),
        ],
      },
    ],
  },
]
