import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Named } from '../door-types.ts'
import { useDoors } from '../doors.ts'
import { useCommand } from '../use-command.ts'

/** Every device on which one is signed in, so that a lost phone can be shut out. */
export function Devices(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const { data } = useQuery({ queryKey: ['devices'], queryFn: session.devices, throwOnError: false })
  if (data === undefined) return null
  return (
    <Card title={say('devices.title')}>
      <ul className={lists['rows']}>
        {data.items.map(({ id, device, seen, thisOne }) => (
          <li key={id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{device}</span>
              {thisOne && <span className={lists['quiet']}> · {say('devices.this')}</span>}
              <div className={lists['quiet']}>
                {say('devices.seen')} <MomentText moment={seen} />
              </div>
            </div>
            {!thisOne && <EndDevice id={id} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function EndDevice({ id }: { readonly id: string }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const end = useCommand((named: Named) => session.endDevice(id, named))
  return (
    <>
      <Button variant="default" loading={end.pending} onClick={() => end.run({})}>
        {say('devices.end')}
      </Button>
      <RefusalNote error={end.refused} />
    </>
  )
}
