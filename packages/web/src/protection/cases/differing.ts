import { type Answers, isEmpty } from '../../forms/faults.ts'

function same(mine: unknown, theirs: unknown): boolean {
  if (isEmpty(mine) && isEmpty(theirs)) return true
  return JSON.stringify(mine) === JSON.stringify(theirs)
}

/** The questions that were answered here and are answered otherwise on the node. */
export function differing(answers: Answers, current: Answers): string[] {
  return Object.keys(answers).filter((key) => !same(answers[key], current[key]))
}
