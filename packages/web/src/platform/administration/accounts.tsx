import { Button } from '@mantine/core'
import type { AccountView } from '@setu/records/api'
import { roles } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Card } from '../../shell/card.tsx'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { AccountDialog } from './account-dialog.tsx'
import { NewAccountDialog } from './new-account-dialog.tsx'

/** Who may sign in, for which work. */
export function Accounts(): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { administration } = useDoors()
  const [adding, setAdding] = useState(false)
  const [changing, setChanging] = useState<AccountView | null>(null)
  const { data } = useQuery({ queryKey: ['accounts'], queryFn: administration.accounts })
  if (data === undefined) return <Pending />
  return (
    <Card
      title={say('admin.accounts')}
      act={
        <Button leftSection={<Icon name="add" size={18} />} onClick={() => setAdding(true)}>
          {say('admin.account-add')}
        </Button>
      }
    >
      <ul className={lists['rows']}>
        {data.items.map((account) => (
          <li key={account.id} className={lists['row']}>
            <div>
              <div className={lists['line']}>
                <span className={lists['strong']}>{account.name}</span>
                <span className={lists['quiet']}>{account.signInName}</span>
                {account.disabled && <strong>{say('admin.disabled')}</strong>}
              </div>
              <div className={lists['quiet']}>
                {[name(account.post), account.roles.map((role) => code(roles, role)).join(', ')]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <Button variant="default" onClick={() => setChanging(account)}>
              {say('admin.change')}
              <span className="heard"> {account.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {adding && <NewAccountDialog onClose={() => setAdding(false)} />}
      {changing && <AccountDialog account={changing} onClose={() => setChanging(null)} />}
    </Card>
  )
}
