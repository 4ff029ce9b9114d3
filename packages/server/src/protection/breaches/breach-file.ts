import type { BreachView } from '@setu/records/api'
import {
  breachData,
  breachKinds,
  breachReasons,
  breachRisks,
  breachSteps,
  breachTold,
  type CodeList,
  type Language,
  labelOf,
  notToldReasons,
} from '@setu/vocabulary'

const words = {
  en: {
    title: 'Record of an incident with data',
    of: 'Organisation',
    what: 'What went wrong',
    noticed: 'Noticed',
    happened: 'Happened',
    notKnown: 'not known',
    data: 'Kinds of data',
    units: 'Units',
    cases: 'Cases, by code',
    said: 'Said by',
    risk: 'Risk to people',
    reasons: 'Because',
    judged: 'Judged',
    steps: 'What was done',
    told: 'Who was told',
    until: 'until',
    noEnd: 'no time limit is laid down',
    toldAt: 'told',
    notTold: 'not told',
    waits: 'not told yet',
    lessons: 'What was learnt',
    closed: 'Closed',
  },
  bn: {
    title: 'উপাত্ত-সংক্রান্ত ঘটনার বিবরণী',
    of: 'সংস্থা',
    what: 'কী ঘটেছে',
    noticed: 'টের পাওয়া গেছে',
    happened: 'ঘটেছে',
    notKnown: 'জানা নেই',
    data: 'কী ধরনের উপাত্ত',
    units: 'ইউনিট',
    cases: 'কেস, কোড অনুযায়ী',
    said: 'জানিয়েছেন',
    risk: 'মানুষের ঝুঁকি',
    reasons: 'কারণ',
    judged: 'মূল্যায়ন',
    steps: 'যা করা হয়েছে',
    told: 'কাকে জানানো হয়েছে',
    until: 'সময়সীমা',
    noEnd: 'সময়সীমা নির্ধারিত নেই',
    toldAt: 'জানানো হয়েছে',
    notTold: 'জানানো হয়নি',
    waits: 'এখনো জানানো হয়নি',
    lessons: 'যা শেখা গেছে',
    closed: 'সমাপ্ত',
  },
} as const satisfies Record<Language, Record<string, string>>

/** A moment to the minute, with where the clock stands. */
function moment(text: string): string {
  return `${text.slice(0, 16).replace('T', ' ')} UTC`
}

/** The whole record as a text that a person can read and an authority can keep. */
export function breachText(view: BreachView, language: Language): string {
  const say = words[language]
  const code = (list: CodeList, one: string) => labelOf(list, one, language)
  const line = (label: string, value: string) => `${label}: ${value}`
  const person = (name: string | null) => (name === null ? '' : ` · ${name}`)
  const steps = view.steps.map(
    ({ kind, at, person: by, words: said }) =>
      `- ${moment(at)} · ${code(breachSteps, kind)}${person(by)}${said === null ? '' : `\n  ${said}`}`,
  )
  const tellings = view.tellings.map(({ whom, to, code: file, due, toldAt, notNeeded, words: said }) => {
    const who = [code(breachTold, whom), to?.[language], file].filter(Boolean).join(' · ')
    const until = due === null ? say.noEnd : `${say.until} ${moment(due)}`
    const how =
      toldAt !== null
        ? `${say.toldAt} ${moment(toldAt)}`
        : notNeeded !== null
          ? `${say.notTold}: ${code(notToldReasons, notNeeded)}`
          : say.waits
    return `- ${who} · ${until} · ${how}${said === null ? '' : `\n  ${said}`}`
  })
  const lines = [
    say.title,
    '',
    line(say.of, view.from[language]),
    line(say.what, code(breachKinds, view.what)),
    line(say.noticed, moment(view.noticedAt)),
    line(say.happened, view.happenedOn ?? say.notKnown),
    line(say.data, view.data.map((one) => code(breachData, one)).join(', ')),
    ...(view.units.length > 0
      ? [line(say.units, view.units.map(({ name }) => name[language]).join(', '))]
      : []),
    line(say.cases, view.cases.map((one) => one.code).join(', ') || '–'),
    line(say.said, `${moment(view.openedAt)}${person(view.openedBy)}`),
    ...(view.words === null ? [] : ['', view.words]),
    '',
    line(say.risk, view.risk === null ? say.notKnown : code(breachRisks, view.risk)),
    line(say.reasons, view.reasons.map((one) => code(breachReasons, one)).join(', ') || '–'),
    ...(view.assessedAt === null
      ? []
      : [line(say.judged, `${moment(view.assessedAt)}${person(view.assessedBy)}`)]),
    ...(view.assessment === null ? [] : [view.assessment]),
    '',
    `${say.steps}:`,
    ...steps,
    '',
    `${say.told}:`,
    ...tellings,
    '',
    ...(view.lessons === null ? [] : [`${say.lessons}:`, view.lessons]),
    ...(view.closedAt === null ? [] : [line(say.closed, moment(view.closedAt))]),
  ]
  return `${lines.join('\n')}\n`
}
