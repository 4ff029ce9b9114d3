import { Button } from '@mantine/core'
import type { KeyWaits } from '@setu/records/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { keptFresh } from '../../shell/asking.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { useCommand } from '../use-command.ts'
import { sessionQuery, useSignedIn } from '../use-session.ts'
import styles from './key-waits.module.css'
import { KeysGoOn } from './unit-keys.tsx'

/** Says to a newcomer that a colleague still has to let them in, and to those who hold the key who waits for them. */
export function KeysThatWait(): ReactNode {
  const { units } = useSignedIn()
  const holds = units.some(({ key }) => key === 'held')
  const waits = units.filter(({ key }) => key === 'waits')
  return (
    <div className={styles['cards']}>
      {waits.length > 0 && <WaitingMyself units={waits} />}
      {holds && <WaitingColleagues />}
      {holds && <KeysGoOn />}
    </div>
  )
}

type Unit = ReturnType<typeof useSignedIn>['units'][number]

function WaitingMyself({ units }: { readonly units: readonly Unit[] }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const queries = useQueryClient()
  const doors = useDoors()
  return (
    <Card title={say('keys.you-wait')}>
      <p>{say('keys.you-wait-why', { units: units.map((unit) => name(unit.name)).join(', ') })}</p>
      <Button
        className={styles['act'] ?? ''}
        size="sm"
        variant="default"
        onClick={() => void queries.fetchQuery({ ...sessionQuery(doors), staleTime: 0 })}
      >
        {say('keys.look-again')}
      </Button>
    </Card>
  )
}

function WaitingColleagues(): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { keys } = useDoors()
  const { data } = useQuery({ queryKey: ['keys-waiting'], queryFn: keys.waiting, ...keptFresh })
  const [asked, setAsked] = useState<KeyWaits | null>(null)
  const items = data?.items ?? []
  if (items.length === 0) return null
  return (
    <Card title={say('keys.colleagues-wait')}>
      <ul className={lists['rows']}>
        {items.map((one) => (
          <li
            key={`${one.unit} ${one.account}`}
            className={`${lists['row']} ${lists['marked']}`}
            data-standing="due"
          >
            <div>
              <div className={lists['line']}>
                <span className={lists['strong']}>{one.name}</span>
                <span>{name(one.post)}</span>
              </div>
              <div className={lists['line']}>
                <span className={lists['quiet']}>{name(one.unitName)}</span>
              </div>
              <Button
                className={styles['act'] ?? ''}
                size="sm"
                variant="default"
                onClick={() => setAsked(one)}
              >
                {say('keys.look')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {asked !== null && <LetIn colleague={asked} onClose={() => setAsked(null)} />}
    </Card>
  )
}

interface LetInProps {
  readonly colleague: KeyWaits
  readonly onClose: () => void
}

function LetIn({ colleague, onClose }: LetInProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { keys } = useDoors()
  const { account, unit, unitName } = colleague
  const admit = useCommand(keys.letIn, () => {
    toast(say('keys.let-in-done', { name: colleague.name }))
    onClose()
  })
  return (
    <Dialog title={say('keys.let-in-title', { name: colleague.name })} onClose={onClose}>
      <p>
        {say('keys.let-in-why', { name: colleague.name, post: name(colleague.post), unit: name(unitName) })}
      </p>
      <p>{say('keys.let-in-sure')}</p>
      <RefusalNote error={admit.refused} />
      <DialogActs onCancel={onClose}>
        <Button loading={admit.pending} onClick={() => admit.run({ unit, account })}>
          {say('keys.let-in')}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
