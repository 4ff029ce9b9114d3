import type { Board, DueView } from '@setu/records/api'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDueLabel } from '../due-label.ts'
import { Reassign } from './reassign.tsx'

interface BoardItemProps {
  readonly due: DueView
  readonly colleagues: Board['colleagues']
}

/** One promise on the board, and putting its case into other hands. */
export function BoardItem({ due, colleagues }: BoardItemProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  const labelOf = useDueLabel()
  const spoken = dates.dueMoment(new Date(due.due))
  const file = due.case
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={spoken.standing}>
      <div>
        <div className={lists['line']}>
          <DueMark due={spoken} />
          <span className={lists['strong']}>{labelOf(due.kind)}</span>
        </div>
        {due.office && <div>{say('due.office', { office: name(due.office) })}</div>}
        <div className={lists['line']}>
          {file && (
            <Link to="/cases/$org/$id" params={file} className={lists['code']}>
              {file.code}
            </Link>
          )}
          <span className={lists['quiet']}>{due.holder.account?.name ?? name(due.holder.name)}</span>
        </div>
      </div>
      {file && <Reassign file={file} from={due.holder.account?.id} colleagues={colleagues} />}
    </li>
  )
}
