import type { MyDay } from '@setu/records/api'
import { caseEventKinds } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'

/** Something that happened in one of my cases. */
export function ChangedRow({ event }: { readonly event: MyDay['changed'][number] }): ReactNode {
  const { code, name } = useLabels()
  const who = event.by === null ? null : (event.by.person ?? name(event.by.office))
  return (
    <li className={lists['row']}>
      <div>
        <div className={lists['strong']}>{code(caseEventKinds, event.kind)}</div>
        <div className={lists['line']}>
          <Link to="/cases/$org/$id" params={event.case} className={lists['code']}>
            {event.case.code}
          </Link>
          <span className={lists['quiet']}>
            <MomentText moment={event.recorded} />
            {who && ` · ${who}`}
          </span>
        </div>
      </div>
    </li>
  )
}
