import {
  ageBands,
  dangerQuestions,
  framingQuestions,
  type Language,
  labelOf,
  presentationSigns,
  safetySteps,
  screeningAnswers,
  screeningOutcomes,
  screeningPrompt,
  screeningPrompts,
} from '@setu/vocabulary'
import { type Asked, childOf, instrumentOf, type ScreeningRow } from './screening-store.ts'

const most = 9900

const words = {
  title: { en: 'Screening', bn: 'প্রাথমিক যাচাই' },
  signs: { en: 'Seen, not asked', bn: 'দেখা গেছে, জিজ্ঞাসা করা হয়নি' },
  safety: { en: 'Done at once for safety', bn: 'নিরাপত্তার জন্য সঙ্গে সঙ্গে করা হয়েছে' },
  points: { en: 'The answers pointed to', bn: 'উত্তরগুলো যা নির্দেশ করেছে' },
  decided: { en: 'Decided by a person', bn: 'একজন মানুষের সিদ্ধান্ত' },
  child: { en: 'The rule for children was used.', bn: 'শিশুদের নিয়ম ব্যবহার করা হয়েছে।' },
} as const

/** All that was said in a screening, as it is written into the case so that nobody asks again. */
export function screeningNote(
  row: ScreeningRow,
  { who, answers, signs, safety }: Asked,
  reasons: string | null,
  language: Language,
): string {
  const instrument = instrumentOf(row)
  const questions = [
    ...dangerQuestions.entries.map((one) => ({ id: one.code, text: one[language] })),
    ...framingQuestions.entries.map((one) => ({ id: one.code, text: one[language] })),
    ...instrument.items.map((one) => ({ id: one.id, text: one[language] })),
  ]
  const said = questions.flatMap(({ id, text }) => {
    const answer = answers[id]
    return answer === undefined ? [] : [`${text}: ${labelOf(screeningAnswers, answer, language)}`]
  })
  const seen = presentationSigns.entries
    .filter(({ code }) => signs.includes(code))
    .map((one) => one[language])
  const done = safetySteps.entries
    .filter(({ code }) => safety?.steps.includes(code))
    .map((one) => one[language])
  const prompt = screeningPrompt(instrument, answers, childOf(row))
  const lines = [
    `${words.title[language]}: ${instrument.label[language]} (${instrument.id} ${instrument.version}), ${row.began.slice(0, 10)}`,
    who ?? '',
    labelOf(ageBands, row.ageBand, language),
    childOf(row) ? words.child[language] : '',
    ...said,
    seen.length > 0 ? `${words.signs[language]}: ${seen.join(', ')}` : '',
    done.length > 0 ? `${words.safety[language]}: ${done.join(', ')}. ${safety?.words ?? ''}` : '',
    `${words.points[language]}: ${labelOf(screeningPrompts, prompt, language)}`,
    row.outcome === null
      ? ''
      : `${words.decided[language]}: ${labelOf(screeningOutcomes, row.outcome, language)}. ${reasons ?? ''}`,
  ]
  return lines.filter(Boolean).join('\n').slice(0, most)
}
