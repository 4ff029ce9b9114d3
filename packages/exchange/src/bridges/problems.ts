import type { Language } from '@setu/vocabulary'
import { htcdsProblems, type ProblemWeight, type RowProblem } from '../htcds/problems.ts'

/** Everything that can be wrong with a file of another system, beside what can be wrong with any value. */
export const bridgeProblems = {
  ...htcdsProblems,
  'bridge.shape': {
    weight: 'refusal',
    en: 'This is not a file of that system: neither a list of cases in JSON nor a table with its fields.',
    bn: 'এটি ওই ব্যবস্থার ফাইল নয়: কেসের JSON তালিকা বা ওই ব্যবস্থার ঘরসহ সারণি নয়।',
  },
  'bridge.no-id': {
    weight: 'error',
    en: 'Case {row} has no number of its own, so it could not be known again.',
    bn: '{row} নম্বর কেসের নিজস্ব নম্বর নেই, তাই পরে চেনা যাবে না।',
  },
  'bridge.id-twice': {
    weight: 'error',
    en: 'Case {row} has the number of an earlier one.',
    bn: '{row} নম্বর কেসের নম্বরটি আগের একটি কেসেরও।',
  },
  'bridge.value-left-out': {
    weight: 'warning',
    en: 'Case {row}, {field}: a value that nothing here stands for. It is left out.',
    bn: '{row} নম্বর কেস, {field}: এখানে এর কোনো সমতুল্য মান নেই। এটি বাদ থাকবে।',
  },
  'bridge.not-flat': {
    weight: 'warning',
    en: 'Case {row}, {field}: holds further records, which are left out.',
    bn: '{row} নম্বর কেস, {field}: এতে আরও নথি আছে, সেগুলো বাদ থাকবে।',
  },
} as const satisfies Readonly<
  Record<string, { readonly weight: ProblemWeight; readonly en: string; readonly bn: string }>
>

/** The name of one thing that can be wrong with a file of another system. */
export type BridgeProblemCode = keyof typeof bridgeProblems

/** One thing wrong in a file of another system: where and what, never what stands there. */
export type BridgeProblem = Omit<RowProblem, 'code'> & { readonly code: BridgeProblemCode }

/** What people are told about it. */
export function tellBridgeProblem({ code, row, field, about }: BridgeProblem, language: Language): string {
  const values: Readonly<Record<string, string | number | null>> = { ...about, row, field }
  return bridgeProblems[code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(values[name] ?? '–'),
  )
}
