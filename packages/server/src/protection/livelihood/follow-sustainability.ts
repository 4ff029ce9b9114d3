import { caseRecords } from '@setu/records'
import { standingOf, sustainabilityQuestions } from '@setu/vocabulary'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { rowsOf, stateOf } from '../cases/record-store.ts'
import type { Stepped } from '../cases/stepped.ts'

/** The version of the questions that is asked now. */
export function questionsNow(): string {
  return sustainabilityQuestions.at(-1)?.version ?? sustainabilityQuestions[0].version
}

/** Answers that are finished hold at least one; and there is one baseline, which nobody writes over. */
export async function followSustainability(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  if (to !== 'made') return
  if (String(values['takenOn']) > work.today) throw wrongField('takenOn', 'not-yet')
  const sides = standingOf(String(values['questions']), values)
  if (!sides.some(({ answered }) => answered > 0)) throw wrongField('incomeCovers', 'missing')
  if (values['occasion'] !== 'baseline') return
  const before = (await rowsOf(work, held, caseRecords.sustainability)).find(
    (row) => row.id !== id && stateOf(row) === 'made' && row['occasion'] === 'baseline',
  )
  if (before) throw new Problem('exists-already', { about: { id: before.id } })
}
