import type { Language } from '@setu/vocabulary'
import { fileProblems, type ProblemWords, refusal } from '../spreadsheets/file-problem.ts'

/**
 * What a problem means for the file.
 *
 * `refusal`: nothing was read. `error`: must be mended or decided before anything is stored. `warning`:
 * somebody should look. `note`: a value was rewritten by a rule; notes are counted by column, not listed.
 */
export type ProblemWeight = 'refusal' | 'error' | 'warning' | 'note'

interface HtcdsProblem extends ProblemWords {
  readonly weight: ProblemWeight
}

function error(en: string, bn: string) {
  return { weight: 'error', en, bn } as const
}

function warning(en: string, bn: string) {
  return { weight: 'warning', en, bn } as const
}

function note(en: string, bn: string) {
  return { weight: 'note', en, bn } as const
}

/** Everything that can be wrong with an HTCDS file, and what people are told in place of the code. */
export const htcdsProblems = {
  ...fileProblems,
  'sheet.not-found': refusal(
    'None of the {sheets} sheets has the columns of the standard.',
    '{sheets}টি শিটের কোনোটিতেই মানদণ্ডের কলাম নেই।',
  ),
  'header.not-found': refusal('The row with the names of the columns is missing.', 'কলামের নাম লেখা সারিটি নেই।'),
  'header.sideways': refusal(
    'The names of the fields stand below one another: this describes a form. Choose the file with the answers.',
    'ঘরের নামগুলো একটির নিচে আরেকটি: এটি ফরমের বর্ণনা। উত্তর আছে এমন ফাইল বেছে নিন।',
  ),
  'header.merged': refusal(
    'Cells of the header are merged (column {column}). Unmerge them and try again.',
    'শিরোনামের ঘর একত্র করা আছে ({column} কলাম)। আলাদা করে আবার চেষ্টা করুন।',
  ),
  'columns.all-unknown': refusal(
    'The columns have names, but none is a field of the standard.',
    'কলামগুলোর নাম আছে, কিন্তু কোনোটিই মানদণ্ডের ঘর নয়।',
  ),
  'rows.none': refusal('The file has columns but no rows.', 'ফাইলে কলাম আছে, কিন্তু কোনো সারি নেই।'),
  'rows.too-many': refusal(
    'The file has more than {most} rows. Split it into smaller files.',
    'ফাইলে {most}টির বেশি সারি আছে। ছোট ছোট ফাইলে ভাগ করুন।',
  ),
  'version.unknown': error(
    'The file was written with a code list this node does not know.',
    'ফাইলটি এমন কোড-তালিকায় লেখা, যা এই নোড চেনে না।',
  ),
  'column.duplicate': error(
    'Column {column} holds {field} a second time. Choose which one counts.',
    '{column} কলামে {field} দ্বিতীয়বার আছে। কোনটি ধরা হবে তা বেছে নিন।',
  ),
  'column.undecided': error(
    'Column {column}: its name and its label say different things. Choose what it holds.',
    '{column} কলাম: নাম আর লেবেল দুই রকম বলছে। এতে কী আছে তা বেছে নিন।',
  ),
  'column.unknown': warning(
    'Column {column} is not part of the standard and is left out.',
    '{column} কলামটি মানদণ্ডে নেই, তাই বাদ দেওয়া হলো।',
  ),
  'row.ragged': error(
    'Row {row} has {length} cells where the header has {most}.',
    '{row} নম্বর সারিতে {length}টি ঘর, কিন্তু শিরোনামে {most}টি।',
  ),
  'cell.too-long': error(
    'Row {row}, {field}: {length} characters, where {most} is the most.',
    '{row} নম্বর সারি, {field}: {length} অক্ষর, সর্বোচ্চ {most}।',
  ),
  'cell.nul': error(
    'Row {row}, {field}: holds the character NUL or half a character.',
    '{row} নম্বর সারি, {field}: এতে NUL বা অসম্পূর্ণ অক্ষর আছে।',
  ),
  'cell.control-characters': error(
    'Row {row}, {field}: holds control characters.',
    '{row} নম্বর সারি, {field}: এতে নিয়ন্ত্রণ-অক্ষর আছে।',
  ),
  'cell.formula-error': error(
    'Row {row}, {field}: the formula ended in an error such as #REF!.',
    '{row} নম্বর সারি, {field}: সূত্রটি #REF! ধরনের ত্রুটি দিয়েছে।',
  ),
  'cell.uncalculated': error(
    'Row {row}, {field}: the formula was never worked out. Open the file, save it and try again.',
    '{row} নম্বর সারি, {field}: সূত্রের ফল নেই। ফাইলটি খুলে সংরক্ষণ করে আবার চেষ্টা করুন।',
  ),
  'cell.merged': error(
    'Row {row}, column {column}: cells are merged, so it is unclear to which row the value belongs.',
    '{row} নম্বর সারি, {column} কলাম: ঘর একত্র করা, তাই মানটি কোন সারির তা পরিষ্কার নয়।',
  ),
  'code.unknown': error(
    'Row {row}, {field}: not a code of the standard.',
    '{row} নম্বর সারি, {field}: এটি মানদণ্ডের কোনো কোড নয়।',
  ),
  'code.several': error(
    'Row {row}, {field}: takes one code, but {length} are given.',
    '{row} নম্বর সারি, {field}: একটি কোড হবে, কিন্তু {length}টি দেওয়া আছে।',
  ),
  'code.several-kept': warning(
    'Row {row}, {field}: the published form asks for several codes where the standard takes one; {length} are kept.',
    '{row} নম্বর সারি, {field}: প্রকাশিত ফরম একাধিক কোড চায়, মানদণ্ড একটি নেয়; {length}টি রাখা হলো।',
  ),
  'code.repeated': note('{field}: the same code was given twice.', '{field}: একই কোড দুবার দেওয়া ছিল।'),
  'code.by-label': note('{field}: labels were read as their codes.', '{field}: লেবেলকে কোড হিসেবে পড়া হয়েছে।'),
  'code.added': warning(
    'Row {row}, {field}: a name outside the list, which the standard allows here.',
    '{row} নম্বর সারি, {field}: তালিকার বাইরের নাম, যা মানদণ্ড এখানে অনুমোদন করে।',
  ),
  'code.mark-invalid': error(
    'Row {row}, column {column}: a column of one choice takes 1 or 0.',
    '{row} নম্বর সারি, {column} কলাম: একটি বিকল্পের কলামে 1 বা 0 হবে।',
  ),
  'code.columns-disagree': error(
    'Row {row}, {field}: the column of all choices and the columns of single choices say different things.',
    '{row} নম্বর সারি, {field}: সব বিকল্পের কলাম আর একক বিকল্পের কলামগুলো দুই রকম বলছে।',
  ),
  'code.text-kept': warning(
    'Row {row}, {field}: the published form asks in free words; the words are kept as details and the code is “Other”.',
    '{row} নম্বর সারি, {field}: প্রকাশিত ফরম নিজের ভাষায় লিখতে বলে; লেখাটি বিস্তারিতে রাখা হলো, কোড “Other”।',
  ),
  'date.invalid': error(
    'Row {row}, {field}: not a date. Write YYYY-MM-DD, or only the year.',
    '{row} নম্বর সারি, {field}: এটি তারিখ নয়। YYYY-MM-DD বা শুধু সাল লিখুন।',
  ),
  'date.ambiguous': error(
    'Row {row}, {field}: day and month could be either way round. Write YYYY-MM-DD.',
    '{row} নম্বর সারি, {field}: দিন ও মাস কোনটি তা বোঝা যায় না। YYYY-MM-DD লিখুন।',
  ),
  'date.number': error(
    'Row {row}, {field}: a bare number. Format the column as dates.',
    '{row} নম্বর সারি, {field}: শুধু একটি সংখ্যা। কলামটি তারিখ বিন্যাসে আনুন।',
  ),
  'date.future': error(
    'Row {row}, {field}: lies in the future.',
    '{row} নম্বর সারি, {field}: তারিখটি ভবিষ্যতের।',
  ),
  'date.out-of-range': error(
    'Row {row}, {field}: the year lies before 1900 or after 2100.',
    '{row} নম্বর সারি, {field}: সালটি ১৯০০-র আগে বা ২১০০-র পরে।',
  ),
  'date.rewritten': note(
    '{field}: dates were written out as YYYY-MM-DD.',
    '{field}: তারিখ YYYY-MM-DD আকারে লেখা হয়েছে।',
  ),
  'number.invalid': error('Row {row}, {field}: not a number.', '{row} নম্বর সারি, {field}: এটি সংখ্যা নয়।'),
  'number.not-whole': error(
    'Row {row}, {field}: takes a whole number.',
    '{row} নম্বর সারি, {field}: পূর্ণ সংখ্যা হতে হবে।',
  ),
  'number.too-small': error(
    'Row {row}, {field}: smaller than {least}.',
    '{row} নম্বর সারি, {field}: {least}-এর চেয়ে ছোট।',
  ),
  'number.too-large': error(
    'Row {row}, {field}: larger than {most}.',
    '{row} নম্বর সারি, {field}: {most}-এর চেয়ে বড়।',
  ),
  'number.digits-lost': error(
    'Row {row}, {field}: kept as a number, which drops digits. Format the column as text and type it again.',
    '{row} নম্বর সারি, {field}: সংখ্যা হিসেবে রাখা, তাই অঙ্ক হারিয়েছে। কলামটি লেখা বিন্যাসে এনে আবার লিখুন।',
  ),
  'checkbox.invalid': error(
    'Row {row}, {field}: takes TRUE or FALSE.',
    '{row} নম্বর সারি, {field}: TRUE বা FALSE হবে।',
  ),
  'phone.invalid': error(
    'Row {row}, {field}: not a phone number.',
    '{row} নম্বর সারি, {field}: এটি ফোন নম্বর নয়।',
  ),
  'phone.rewritten': note('{field}: spaces and marks were taken out.', '{field}: ফাঁকা ও চিহ্ন বাদ দেওয়া হয়েছে।'),
  'phone.national': note(
    '{field}: phone numbers without a country code were kept as they are.',
    '{field}: দেশের কোড ছাড়া ফোন নম্বর যেমন ছিল তেমনই রাখা হয়েছে।',
  ),
  'email.invalid': error(
    'Row {row}, {field}: not an e-mail address.',
    '{row} নম্বর সারি, {field}: এটি ই-মেইল ঠিকানা নয়।',
  ),
  'country.unknown': error(
    'Row {row}, {field}: not a country. Write its two-letter code.',
    '{row} নম্বর সারি, {field}: এটি কোনো দেশ নয়। দেশের দুই অক্ষরের কোড লিখুন।',
  ),
  'country.rewritten': note(
    '{field}: countries were written as two-letter codes.',
    '{field}: দেশ দুই অক্ষরের কোডে লেখা হয়েছে।',
  ),
  'language.unknown': error(
    'Row {row}, {field}: not a language. Write its three-letter code.',
    '{row} নম্বর সারি, {field}: এটি কোনো ভাষা নয়। ভাষার তিন অক্ষরের কোড লিখুন।',
  ),
  'language.rewritten': note(
    '{field}: languages were written as three-letter codes.',
    '{field}: ভাষা তিন অক্ষরের কোডে লেখা হয়েছে।',
  ),
  'number.rounded': warning(
    'Row {row}, {field}: more digits than can be kept; the number is rounded.',
    '{row} নম্বর সারি, {field}: যত অঙ্ক রাখা যায় তার চেয়ে বেশি; সংখ্যাটি কাছাকাছি মানে রাখা হলো।',
  ),
  'code.first-kept': warning(
    'Row {row}, {field}: of several codes the first becomes the answer here; all of them are kept beside it.',
    '{row} নম্বর সারি, {field}: একাধিক কোডের প্রথমটি এখানে উত্তর হবে; সবগুলো পাশে রাখা হলো।',
  ),
  'code.own-ignored': warning(
    'Row {row}, {field}: our own column beside it does not say the same. The column of the standard counts.',
    '{row} নম্বর সারি, {field}: পাশের নিজস্ব কলামে অন্য কথা আছে। মানদণ্ডের কলামটিই ধরা হলো।',
  ),
  'case.repeated': error(
    'Row {row}: repeats the case of an earlier row. Only further events, plans, persons and comments may follow.',
    '{row} নম্বর সারি: আগের একটি সারির কেস আবার এসেছে। পরে শুধু আরও ঘটনা, পরিকল্পনা, ব্যক্তি ও মন্তব্য থাকতে পারে।',
  ),
  'case.left-out': warning(
    'Row {row}: whoever made this file could not open all parts of this case, so some of it is missing here.',
    '{row} নম্বর সারি: যিনি ফাইলটি বানিয়েছেন তিনি কেসটির সব অংশ খুলতে পারেননি, তাই এখানে কিছু নেই।',
  ),
  'case.here-same': warning(
    'Row {row}: this case is here already, just the same. It is left out.',
    '{row} নম্বর সারি: কেসটি এখানে হুবহু আছে। এটি বাদ থাকবে।',
  ),
  'case.here-differs': warning(
    'Row {row}: this case is here already and differs in {field}. It is left out, and nothing is overwritten.',
    '{row} নম্বর সারি: কেসটি এখানে আছে, তবে {field} ভিন্ন। এটি বাদ থাকবে, কিছুই মুছে যাবে না।',
  ),
} as const satisfies Readonly<Record<string, HtcdsProblem>>

/** The name of one thing that can be wrong with an HTCDS file. */
export type HtcdsProblemCode = keyof typeof htcdsProblems

/** Whether a word is the code of one of these problems. */
export function isProblemCode(word: string): word is HtcdsProblemCode {
  return Object.hasOwn(htcdsProblems, word)
}

/** The codes of one weight. */
export type CodeOfWeight<Weight extends ProblemWeight> = {
  [Code in HtcdsProblemCode]: (typeof htcdsProblems)[Code]['weight'] extends Weight ? Code : never
}[HtcdsProblemCode]

/** One thing wrong in a file: where and what, never the content of a cell. */
export interface RowProblem {
  readonly code: HtcdsProblemCode
  readonly weight: ProblemWeight
  /** As a spreadsheet program numbers it. Null for the file or a whole column. */
  readonly row: number | null
  /** The letters of the column. */
  readonly column: string | null
  readonly field: string | null
  /** Lengths and limits. */
  readonly about: Readonly<Record<string, number>>
}

/** What people are told about a problem. */
export function tellHtcdsProblem(problem: RowProblem, language: Language): string {
  const { row, column, field, about } = problem
  const values: Readonly<Record<string, string | number | null>> = {
    ...about,
    row,
    column,
    field: field ?? column,
  }
  return htcdsProblems[problem.code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? '–'),
  )
}
