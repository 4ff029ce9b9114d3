import { Button } from '@mantine/core'
import type { Board, DueView } from '@setu/records/api'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { Assign } from '../cases/door.ts'
import { useDueLabel } from '../due-label.ts'
import styles from './board-screen.module.css'

interface BoardItemProps {
  readonly due: DueView
  readonly colleagues: Board['colleagues']
}

/** One promise on the board, and putting its case into other hands with two keys. */
export function BoardItem({ due, colleagues }: BoardItemProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  const labelOf = useDueLabel()
  const { cases } = useDoors()
  const [id, setId] = useState(newId)
  const [account, setAccount] = useState('')
  const spoken = dates.dueMoment(new Date(due.due))
  const file = due.case
  const assign = useCommand(
    (given: Assign) => cases.assign(file ?? due, given),
    () => {
      toast(say('board.reassigned', { code: file?.code ?? '' }))
      setId(newId())
      setAccount('')
    },
  )
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={spoken.standing}>
      <div>
        <div className={lists['line']}>
          <DueMark due={spoken} />
          <span className={lists['strong']}>{labelOf(due.kind)}</span>
        </div>
        <div className={lists['line']}>
          {file && (
            <Link to="/cases/$org/$id" params={file} className={lists['code']}>
              {file.code}
            </Link>
          )}
          <span className={lists['quiet']}>{due.holder.account?.name ?? name(due.holder.name)}</span>
        </div>
      </div>
      {file && (
        <form
          className={styles['reassign']}
          onSubmit={(event) => {
            event.preventDefault()
            if (account === '') return
            const instead = due.holder.account?.id
            assign.run({ id, account, lead: true, ...(instead === undefined ? {} : { instead }) })
          }}
        >
          <select
            aria-label={say('board.reassign-whom', { code: file.code })}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          >
            <option value="">{say('board.reassign')}</option>
            {colleagues
              .filter((colleague) => colleague.id !== due.holder.account?.id)
              .map((colleague) => (
                <option key={colleague.id} value={colleague.id}>
                  {colleague.name}
                </option>
              ))}
          </select>
          <Button type="submit" variant="default" disabled={account === ''} loading={assign.pending}>
            {say('board.reassign-now')}
          </Button>
        </form>
      )}
      <RefusalNote error={assign.refused} />
    </li>
  )
}
