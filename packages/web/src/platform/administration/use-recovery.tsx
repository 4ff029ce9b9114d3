import { Button } from '@mantine/core'
import type { RecoveryView } from '@setu/records/api'
import { type FormEvent, type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { Refusal } from '../refusal.ts'
import { useCommand } from '../use-command.ts'

interface UseRecoveryProps {
  readonly units: RecoveryView['units']
  readonly onClose: () => void
}

const slips: Readonly<Record<string, WordId>> = {
  letter: 'recovery-key.slip-letter',
  mistyped: 'recovery-key.slip-mistyped',
  missing: 'recovery-key.slip-missing',
  tooLong: 'recovery-key.slip-long',
  mixed: 'recovery-key.slip-mixed',
}

/** Where in which of the two shares somebody slipped, as the node names it. */
function Slip({ error }: { readonly error: unknown }): ReactNode {
  const say = useWords()
  if (!(error instanceof Refusal) || error.code !== 'share-mistyped') return null
  const { share = '', row = '', why = '' } = error.about
  const word = slips[why]
  return word === undefined ? null : <p role="alert">{say(word, { share, row })}</p>
}

const nobody = 'nobody'

/** Two shares are typed in, and for each team that nobody can open somebody is named who is let in. */
export function UseRecovery({ units, onClose }: UseRecoveryProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { administration } = useDoors()
  const [lost] = useState(() => units.filter((unit) => unit.lost))
  const [shares, setShares] = useState<readonly [string, string]>(['', ''])
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const use = useCommand(administration.useRecovery, () => {
    toast(say('recovery-key.used'))
    onClose()
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (shares.some((share) => share.trim() === '') || lost.some(({ unit }) => chosen[unit] === undefined))
      return
    use.run({
      shares: [...shares],
      units: lost.map(({ unit }) => {
        const account = chosen[unit] ?? nobody
        return { unit, account: account === nobody ? null : account }
      }),
    })
  }
  return (
    <Dialog title={say('recovery-key.use')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        <p>{say('recovery-key.use-what')}</p>
        {shares.map((share, at) => (
          <LongTextField
            // The two fields have no other name than their place.
            key={at === 0 ? 'first' : 'second'}
            name={`share${at + 1}`}
            label={say(at === 0 ? 'recovery-key.one-share' : 'recovery-key.other-share')}
            required
            fault={tried && share.trim() === '' ? 'missing' : null}
            answer={share}
            onAnswer={(answer) => {
              const typed = typeof answer === 'string' ? answer : ''
              setShares(at === 0 ? [typed, shares[1]] : [shares[0], typed])
            }}
          />
        ))}
        {lost.map(({ unit, unitName, members }) => (
          <OneOf
            key={unit}
            name={`unit-${unit}`}
            label={say('recovery-key.let-in', { unit: name(unitName) })}
            required
            fault={tried && chosen[unit] === undefined ? 'missing' : null}
            options={[
              ...members.map(({ account, name: label }) => ({ value: account, label })),
              { value: nobody, label: say('recovery-key.nobody') },
            ]}
            answer={chosen[unit] ?? null}
            onAnswer={(answer) => setChosen({ ...chosen, ...(answer === null ? {} : { [unit]: answer }) })}
          />
        ))}
        <p>{say('recovery-key.use-once')}</p>
        <Slip error={use.refused} />
        <RefusalNote error={use.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" loading={use.pending}>
            {say('recovery-key.open')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
