import type { Language } from '@setu/vocabulary'
import type { ProblemWeight } from '../htcds/problems.ts'

interface FtmWords {
  readonly weight: ProblemWeight
  readonly en: string
  readonly bn: string
}

/** Everything that can be wrong with a file of FollowTheMoney entities, and what people are told of it. */
export const ftmProblems = {
  'ftm.too-large': {
    weight: 'refusal',
    en: 'The file is larger than {most} MB. Split it into smaller files.',
    bn: 'ফাইলটি {most} মেগাবাইটের চেয়ে বড়। ছোট ছোট ফাইলে ভাগ করুন।',
  },
  'ftm.too-many': {
    weight: 'refusal',
    en: 'The file holds more than {most} entities. Split it into smaller files.',
    bn: 'ফাইলে {most}টির বেশি এন্টিটি আছে। ছোট ছোট ফাইলে ভাগ করুন।',
  },
  'ftm.shape': {
    weight: 'refusal',
    en: 'This is not a file of FollowTheMoney entities: it should hold one entity in JSON a line.',
    bn: 'এটি FollowTheMoney ফাইল নয়: প্রতি লাইনে JSON-এ একটি এন্টিটি থাকার কথা।',
  },
  'ftm.entity': {
    weight: 'error',
    en: 'Line {line}: no entity with an id, a schema and properties that are lists of words.',
    bn: '{line} নম্বর লাইন: আইডি, স্কিমা ও শব্দের তালিকাসহ বৈশিষ্ট্য নেই।',
  },
  'ftm.id-twice': {
    weight: 'error',
    en: 'Line {line}: has the id of an earlier entity.',
    bn: '{line} নম্বর লাইন: আইডিটি আগের একটি এন্টিটিরও।',
  },
  'ftm.text': {
    weight: 'error',
    en: 'Line {line}, {property}: empty, or with signs that cannot be kept. Correct it in the file.',
    bn: '{line} নম্বর লাইন, {property}: খালি, অথবা এমন চিহ্ন আছে যা রাখা যায় না। ফাইলে ঠিক করুন।',
  },
  'ftm.order': {
    weight: 'error',
    en: 'Line {line}, {property}: the tie ends before it begins. Correct it in the file.',
    bn: '{line} নম্বর লাইন, {property}: সম্পর্কটি শুরুর আগেই শেষ। ফাইলে ঠিক করুন।',
  },
  'ftm.schema': {
    weight: 'warning',
    en: 'Line {line}: {schema} has no place in a network here. It is left out.',
    bn: '{line} নম্বর লাইন: {schema} এখানকার নেটওয়ার্কে রাখার জায়গা নেই। বাদ থাকবে।',
  },
  'ftm.value': {
    weight: 'warning',
    en: 'Line {line}, {property}: a value that cannot be read. It is left out.',
    bn: '{line} নম্বর লাইন, {property}: মানটি পড়া যায় না। বাদ থাকবে।',
  },
  'ftm.property': {
    weight: 'note',
    en: 'Line {line}, {property}: has no place here. It is left out.',
    bn: '{line} নম্বর লাইন, {property}: এখানে রাখার জায়গা নেই। বাদ থাকবে।',
  },
  'ftm.end': {
    weight: 'warning',
    en: 'Line {line}: ties something that is not in the file, or that it cannot tie. It is left out.',
    bn: '{line} নম্বর লাইন: এমন কিছুকে যুক্ত করছে যা ফাইলে নেই বা যুক্ত হতে পারে না। বাদ থাকবে।',
  },
} as const satisfies Readonly<Record<string, FtmWords>>

/** The name of one thing that can be wrong with a file of entities. */
export type FtmProblemCode = keyof typeof ftmProblems

/** One thing wrong in a file of entities: where and what, never what stands there. */
export interface FtmProblem {
  readonly code: FtmProblemCode
  readonly weight: ProblemWeight
  readonly line: number | null
  readonly about: Readonly<Record<string, string | number>>
}

/** What people are told about it. */
export function tellFtmProblem({ code, line, about }: FtmProblem, language: Language): string {
  const values: Readonly<Record<string, string | number | null>> = { ...about, line }
  return ftmProblems[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? '–'),
  )
}
