import { Button } from '@mantine/core'
import type { KnownDeviceView } from '@setu/records/api'
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
            {!thisOne && (
              <Ending
                label={say('devices.end')}
                device={device}
                end={(named) => session.endDevice(id, named)}
              />
            )}
          </li>
        ))}
      </ul>
      {data.known.length > 0 && <KnownDevices devices={data.known} />}
    </Card>
  )
}

/** Browsers that are known: what is brought from them does not wait behind strangers. */
function KnownDevices({ devices }: { readonly devices: readonly KnownDeviceView[] }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  return (
    <section className={lists['stack']} aria-labelledby="known-devices">
      <h3 id="known-devices" className={lists['strong']}>
        {say('devices.known')}
      </h3>
      <p className={lists['quiet']}>{say('devices.known-why')}</p>
      <ul className={lists['rows']}>
        {devices.map(({ id, device, seen, thisOne }) => (
          <li key={id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{device}</span>
              {thisOne && <span className={lists['quiet']}> · {say('devices.this')}</span>}
              <div className={lists['quiet']}>
                {say('devices.seen')} <MomentText moment={seen} />
              </div>
            </div>
            <Ending
              label={say('devices.forget')}
              device={device}
              end={(named) => session.forgetDevice(id, named)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface EndingProps {
  readonly label: string
  readonly device: string
  readonly end: (named: Named) => Promise<void>
}

function Ending({ label, device, end }: EndingProps): ReactNode {
  const ending = useCommand(end)
  return (
    <>
      <Button variant="default" loading={ending.pending} onClick={() => ending.run({})}>
        {label}
        <span className="heard"> {device}</span>
      </Button>
      <RefusalNote error={ending.refused} />
    </>
  )
}
