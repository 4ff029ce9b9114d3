import { type Answers, isEmpty } from '../../forms/faults.ts'

function same(mine: unknown, theirs: unknown): boolean {
  if (isEmpty(mine) && isEmpty(theirs)) return true
  return JSON.stringify(mine) === JSON.stringify(theirs)
}

/**
 * The questions that were answered here and, since the form was begun, otherwise by somebody else. What is
 * sealed cannot be compared, and so is always asked about.
 */
export function differing(
  answers: Answers,
  current: Answers,
  seen: Answers,
  sealed: readonly string[] = [],
): string[] {
  return Object.keys(answers).filter(
    (key) => !same(answers[key], current[key]) && (sealed.includes(key) || !same(current[key], seen[key])),
  )
}
