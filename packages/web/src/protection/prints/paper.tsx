import type { Printed } from '@setu/records/api'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ClosurePaper } from './closure-paper.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { MinutesPaper } from './minutes-paper.tsx'
import { PlanPaper } from './plan-paper.tsx'
import styles from './prints.module.css'

/**
 * A paper as it is printed. Who printed it stands at the head of every page, since browsers repeat the head of a
 * table that goes on over several.
 */
export function Paper({ printed }: { readonly printed: Printed }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  const { mark, paper } = printed
  const words = {
    code: mark.code,
    by: mark.by,
    office: name(mark.office),
    at: dates.moment(new Date(mark.at)),
  }
  return (
    <table className={styles['paper']} role="presentation" data-paper>
      <thead>
        <tr>
          <td className={styles['mark']}>{say('print.mark', words)}</td>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            {paper.kind === 'referralLetter' && <LetterPaper letter={paper} mark={mark} />}
            {paper.kind === 'servicePlan' && <PlanPaper plan={paper} mark={mark} />}
            {paper.kind === 'closureSummary' && <ClosurePaper summary={paper} mark={mark} />}
            {paper.kind === 'conferenceMinutes' && <MinutesPaper minutes={paper} mark={mark} />}
          </td>
        </tr>
      </tbody>
      <tfoot className={styles['foot']}>
        <tr>
          <td>{say('print.foot')}</td>
        </tr>
      </tfoot>
    </table>
  )
}
