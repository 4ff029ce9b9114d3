import { Button } from '@mantine/core'
import { shortestPassword } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { SecretField } from '../first-run/secret-field.tsx'
import type { PasswordChange } from '../session-door.ts'
import { useCommand } from '../use-command.ts'

/** A new password for oneself; the old one proves that it is oneself who asks. */
export function PasswordForm(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [now, setNow] = useState('')
  const [next, setNext] = useState('')
  const [tried, setTried] = useState(false)
  const change = useCommand(
    (given: PasswordChange) => session.changePassword(given),
    () => {
      setNow('')
      setNext('')
      setTried(false)
      toast(say('password.changed'))
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (now !== '' && next.length >= shortestPassword) change.run({ now, next })
  }
  return (
    <Card title={say('password.title')}>
      <form className={lists['stack']} onSubmit={onSubmit} noValidate>
        <SecretField
          label={say('password.now')}
          known
          fault={tried && now === '' ? 'missing' : null}
          value={now}
          onChange={setNow}
        />
        <SecretField
          label={say('password.next')}
          why={say('first-run.password-why')}
          fault={tried && next.length < shortestPassword ? 'too-short' : null}
          value={next}
          onChange={setNext}
        />
        <RefusalNote error={change.refused} />
        <div className={lists['acts']}>
          <Button type="submit" variant="default" loading={change.pending}>
            {say('password.change')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
