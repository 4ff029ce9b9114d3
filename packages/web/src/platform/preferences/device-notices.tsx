import { Button } from '@mantine/core'
import type { NoticeChannels } from '@setu/records/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { newId } from '../ids.ts'
import {
  askToBeTold,
  canShowNotices,
  markOfThisDevice,
  type NotTold,
  noticesForbidden,
  stopShowing,
} from './this-device.ts'

const whyNot: Readonly<Record<NotTold, WordId>> = {
  forbidden: 'device.forbidden',
  undecided: 'device.undecided',
  unreachable: 'device.unreachable',
}

/** Notices while the page is closed: on this device, and on which others, each ended by a press. */
export function DeviceNotices(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const { data: channels } = useQuery({
    queryKey: ['channels'],
    queryFn: session.channels,
    throwOnError: false,
  })
  const { data: mark } = useQuery({
    queryKey: ['this-device'],
    queryFn: markOfThisDevice,
    throwOnError: false,
  })
  if (channels === undefined || mark === undefined) return null
  const here = channels.devices.find((device) => device.mark === mark)
  return (
    <Card title={say('device.title')}>
      <div className={lists['stack']}>
        <p>{say('device.what')}</p>
        <ThisDevice channels={channels} on={here !== undefined} />
        {channels.devices.length > 0 && (
          <ul className={lists['rows']} aria-label={say('device.list')}>
            {channels.devices.map((device) => (
              <DeviceRow key={device.id} device={device} here={device === here} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

/** The switch for the device in hand, or why there is none. */
function ThisDevice({
  channels,
  on,
}: {
  readonly channels: NoticeChannels
  readonly on: boolean
}): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const queries = useQueryClient()
  const [refused, setRefused] = useState<NotTold | null>(noticesForbidden() ? 'forbidden' : null)
  const begin = useMutation({
    mutationFn: async (pushKey: string) => {
      const told = await askToBeTold(pushKey)
      if (typeof told === 'string') return told
      await session.tellThisDevice({ command: newId(), channel: 'push', ...told })
      return null
    },
    onSuccess: async (outcome) => {
      setRefused(outcome)
      if (outcome === null) toast(say('device.kept'))
      await queries.invalidateQueries({ queryKey: ['this-device'] })
      await queries.invalidateQueries({ queryKey: ['channels'] })
    },
  })
  if (on) return <p className={lists['strong']}>{say('device.on')}</p>
  const { pushKey } = channels
  if (pushKey === null) return <p className={lists['quiet']}>{say('device.not-sent')}</p>
  if (!canShowNotices()) return <p className={lists['quiet']}>{say('device.cannot')}</p>
  return (
    <>
      <p className={lists['quiet']}>{say('device.leaving')}</p>
      <div role="status">{refused && <p>{say(whyNot[refused])}</p>}</div>
      <RefusalNote error={begin.error} />
      <div className={lists['acts']}>
        <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate(pushKey)}>
          {say('device.begin')}
        </Button>
      </div>
    </>
  )
}

interface DeviceRowProps {
  readonly device: NoticeChannels['devices'][number]
  readonly here: boolean
}

function DeviceRow({ device: { id, device, made }, here }: DeviceRowProps): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => session.stopTellingDevice(id),
    onSuccess: async () => {
      if (here) stopShowing()
      toast(say('device.ended'))
      await queries.invalidateQueries({ queryKey: ['this-device'] })
      await queries.invalidateQueries({ queryKey: ['channels'] })
    },
  })
  return (
    <li className={lists['row']}>
      <div>
        <span className={lists['strong']}>{device}</span>
        {here && <span className={lists['quiet']}> · {say('devices.this')}</span>}
        <div className={lists['quiet']}>
          {say('device.since')} <MomentText moment={made} />
        </div>
      </div>
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {say('device.end')}
        <span className="heard"> {device}</span>
      </Button>
      <RefusalNote error={end.error} />
    </li>
  )
}
