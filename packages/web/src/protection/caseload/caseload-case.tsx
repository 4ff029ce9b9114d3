import type { Board, CaseloadCase } from '@setu/records/api'
import { caseStates, riskLevels } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { Reassign } from '../board/reassign.tsx'

interface CaseloadRowProps {
  readonly file: CaseloadCase
  readonly from?: string
  /** To whom it may be given; nobody where it may not be. */
  readonly colleagues: Board['colleagues'] | null
}

/** One case: how much work it is and why, and putting it into other hands. */
export function CaseloadRow({ file, from, colleagues }: CaseloadRowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const why = [
    code(caseStates, file.state),
    file.risk === null
      ? say('caseload.risk-unknown')
      : say('caseload.risk', { level: code(riskLevels, file.risk) }),
    file.child && say('caseload.child'),
  ].filter(Boolean)
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={file.overdue > 0 ? 'late' : undefined}
    >
      <div>
        <div className={lists['line']}>
          <Link to="/cases/$org/$id" params={{ org: file.org, id: file.id }} className={lists['code']}>
            {file.code}
          </Link>
          <span className={lists['strong']}>
            {say('caseload.points', { points: dates.number(file.points) })}
          </span>
          <span className={lists['quiet']}>{why.join(' · ')}</span>
        </div>
        {(file.overdue > 0 || file.soon > 0) && (
          <div className={lists['line']}>
            {file.overdue > 0 && (
              <span>{say('caseload.overdue', { count: dates.number(file.overdue) })}</span>
            )}
            {file.soon > 0 && (
              <span className={lists['quiet']}>
                {say('caseload.soon', { count: dates.number(file.soon) })}
              </span>
            )}
          </div>
        )}
      </div>
      {colleagues && <Reassign file={file} from={from} colleagues={colleagues} />}
    </li>
  )
}
