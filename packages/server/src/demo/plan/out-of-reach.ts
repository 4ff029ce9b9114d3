import { day } from './moments.ts'
import type { Telling } from './telling.ts'

/** Whether a closed case ends because nobody could be reached any more; then it was tried for six weeks. */
export function endsOutOfReach(telling: Telling, closed: Date): boolean {
  const draws = telling.draws.stream('out of reach')
  return closed.getTime() - telling.opened.getTime() > 150 * day && draws.percent(18)
}
