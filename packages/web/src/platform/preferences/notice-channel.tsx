import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { faultOf } from '../../forms/faults.ts'
import { EmailField } from '../../forms/text-fields.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import type { EmailChannel } from '../session-door.ts'
import { useCommand } from '../use-command.ts'

const asEmail = { kind: 'email', reach: 'agency', label: { en: '', bn: '' }, required: true } as const

/** Whether one wants to be told elsewhere, too, that something waits: an e-mail that says no more than that. */
export function NoticeChannel(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [address, setAddress] = useState<unknown>(null)
  const [tried, setTried] = useState(false)
  const keep = useCommand(
    (channel: EmailChannel) => session.tellByEmail(channel),
    () => toast(say('notices.kept')),
  )
  const queries = useQueryClient()
  const { data: channels } = useQuery({
    queryKey: ['channels'],
    queryFn: session.channels,
    throwOnError: false,
  })
  const now = channels?.email ?? null
  const stop = useMutation({
    mutationFn: session.stopTelling,
    onSuccess: () => {
      toast(say('notices.stopped'))
      return queries.invalidateQueries({ queryKey: ['channels'] })
    },
  })
  const fault = faultOf(asEmail, address)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fault === null && typeof address === 'string') keep.run({ channel: 'email', address })
  }
  return (
    <Card title={say('notices.title')}>
      <form className={lists['stack']} onSubmit={onSubmit} noValidate>
        <p>{say('notices.what')}</p>
        {now !== null && <p>{say('notices.now-to', { address: now })}</p>}
        <EmailField
          name="address"
          label={say('notices.address')}
          required
          fault={tried ? fault : null}
          answer={address}
          onAnswer={setAddress}
        />
        <RefusalNote error={keep.refused ?? stop.error} />
        <div className={lists['acts']}>
          <Button type="submit" variant="default" loading={keep.pending}>
            {say('notices.keep')}
          </Button>
          {now !== null && (
            <Button variant="subtle" loading={stop.isPending} onClick={() => stop.mutate()}>
              {say('notices.stop')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  )
}
