import { Button } from '@mantine/core'
import type { RecoveryShares } from '@setu/records/api'
import { type FormEvent, type ReactNode, useState } from 'react'
import { TextField } from '../../forms/text-fields.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { useCommand } from '../use-command.ts'

interface MakeRecoveryProps {
  readonly anew: boolean
  readonly onMade: (shares: RecoveryShares) => void
  readonly onClose: () => void
}

const numbers = [1, 2, 3] as const

/** Who is given which share; the shares come back in the answer, once. */
export function MakeRecovery({ anew, onMade, onClose }: MakeRecoveryProps): ReactNode {
  const say = useWords()
  const { administration } = useDoors()
  const [holders, setHolders] = useState<readonly string[]>(['', '', ''])
  const [tried, setTried] = useState(false)
  const make = useCommand(administration.makeRecovery, onMade)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (holders.every((holder) => holder.trim() !== '')) make.run({ holders })
  }
  return (
    <Dialog title={say(anew ? 'recovery-key.anew' : 'recovery-key.make')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        <p>{say('recovery-key.make-what')}</p>
        {anew && <p>{say('recovery-key.anew-what')}</p>}
        {numbers.map((number) => (
          <TextField
            key={number}
            name={`holder${number}`}
            label={say('recovery-key.holder', { number })}
            required
            fault={tried && (holders[number - 1] ?? '').trim() === '' ? 'missing' : null}
            answer={holders[number - 1]}
            onAnswer={(answer) =>
              setHolders(holders.with(number - 1, typeof answer === 'string' ? answer : ''))
            }
          />
        ))}
        <RefusalNote error={make.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" loading={make.pending}>
            {say('recovery-key.make-now')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
