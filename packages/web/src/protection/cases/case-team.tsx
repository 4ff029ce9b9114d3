import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { conflictAnswers } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'

/** Who works on this case, and what they declared before they began. */
export function CaseTeam({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { account: reader, roles } = useSignedIn()
  const assigns = file.may.assign && roles.includes('supervisor')
  const [asking, setAsking] = useState<'assign' | { readonly declare: string } | null>(null)
  if (file.team.length === 0 && !assigns) return null
  return (
    <Card
      title={say('case.team')}
      act={
        assigns && (
          <Button variant="default" onClick={() => setAsking('assign')}>
            {say('case.assign')}
          </Button>
        )
      }
    >
      <p className={lists['quiet']}>{name(file.ownerUnit.name)}</p>
      <ul className={lists['rows']}>
        {file.team.map(({ id, account, lead, conflict, ended }) => (
          <li key={id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{account.name}</span>
              {lead && <span className={lists['quiet']}> · {say('case.lead')}</span>}
              {ended !== null && <span className={lists['quiet']}> · {say('case.ended')}</span>}
              <div className={lists['quiet']}>
                {conflict === 'pending' ? say('conflict.pending') : code(conflictAnswers, conflict)}
              </div>
            </div>
            {account.id === reader.id && ended === null && conflict !== 'none' && (
              <Button variant="default" onClick={() => setAsking({ declare: id })}>
                {say('waiting.declare')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asking === 'assign' && <AssignDialog file={file} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'assign' && (
        <ConflictDialog file={file} assignment={asking.declare} onClose={() => setAsking(null)} />
      )}
    </Card>
  )
}
