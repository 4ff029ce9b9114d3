import { Button } from '@mantine/core'
import type { Board } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Assign } from '../cases/door.ts'
import styles from './board-screen.module.css'

interface ReassignProps {
  readonly file: { readonly org: string; readonly id: string; readonly code: string }
  /** Who has it now, in whose place the other comes. */
  readonly from?: string | undefined
  readonly colleagues: Board['colleagues']
}

/** Puts a case into other hands with two keys. */
export function Reassign({ file, from, colleagues }: ReassignProps): ReactNode {
  const say = useWords()
  const { cases } = useDoors()
  const [id, setId] = useState(newId)
  const [account, setAccount] = useState('')
  const assign = useCommand(
    (given: Assign) => cases.assign(file, given),
    () => {
      toast(say('board.reassigned', { code: file.code }))
      setId(newId())
      setAccount('')
    },
  )
  return (
    <>
      <form
        className={styles['reassign']}
        onSubmit={(event) => {
          event.preventDefault()
          if (account === '') return
          assign.run({ id, account, lead: true, ...(from === undefined ? {} : { instead: from }) })
        }}
      >
        <select
          aria-label={say('board.reassign-whom', { code: file.code })}
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        >
          <option value="">{say('board.reassign')}</option>
          {colleagues
            .filter((colleague) => colleague.id !== from)
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
      <RefusalNote error={assign.refused} />
    </>
  )
}
