import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { SecretField } from '../first-run/secret-field.tsx'
import type { KeyRenewal } from '../session-door.ts'
import { useCommand } from '../use-command.ts'

/** A new key for oneself under the password that one has; a new password brings one anyway. */
export function OwnKey(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const renew = useCommand(
    (given: KeyRenewal) => session.renewKey(given),
    () => {
      setPassword('')
      setTried(false)
      toast(say('own-key.renewed'))
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password !== '') renew.run({ password })
  }
  return (
    <Card title={say('own-key.title')}>
      <form className={lists['stack']} onSubmit={onSubmit} noValidate>
        <p className={lists['quiet']}>{say('own-key.what')}</p>
        <SecretField
          label={say('password.now')}
          known
          fault={tried && password === '' ? 'missing' : null}
          value={password}
          onChange={setPassword}
        />
        <RefusalNote error={renew.refused} />
        <div className={lists['acts']}>
          <Button type="submit" variant="default" loading={renew.pending}>
            {say('own-key.renew')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
