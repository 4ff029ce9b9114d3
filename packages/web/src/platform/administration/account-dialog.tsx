import { Button } from '@mantine/core'
import type { AccountView } from '@setu/records/api'
import { isCode, type Role, roles } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import type { Named } from '../door-types.ts'
import { useDoors } from '../doors.ts'
import { SecretField } from '../first-run/secret-field.tsx'
import { useCommand } from '../use-command.ts'
import type { AccountChange, Membership } from './door.ts'
import { RolesAndUnits } from './roles-and-units.tsx'

interface AccountDialogProps {
  readonly account: AccountView
  readonly onClose: () => void
}

/** What somebody may do from now on. Their open sessions follow at once. */
export function AccountDialog({ account, onClose }: AccountDialogProps): ReactNode {
  const say = useWords()
  const { administration } = useDoors()
  const [held, setHeld] = useState<readonly Role[]>(
    account.roles.flatMap((role) => (isCode(roles, role) ? [role] : [])),
  )
  const [units, setUnits] = useState<readonly Membership[]>(account.units)
  const [password, setPassword] = useState('')
  const change = useCommand(
    (changed: AccountChange) => administration.changeAccount(account.id, changed),
    () => {
      toast(say('admin.account-changed', { name: account.name }))
      onClose()
    },
  )
  const reset = useCommand(
    (named: Named) => administration.resetFactors(account.id, named),
    () => {
      toast(say('admin.factors-reset', { name: account.name }))
      onClose()
    },
  )
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (held.length === 0) return
    change.run({ base: account.version, roles: held, units, ...(password === '' ? {} : { password }) })
  }
  return (
    <Dialog title={account.name} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        <RolesAndUnits roles={held} units={units} onRoles={setHeld} onUnits={setUnits} />
        <SecretField
          label={say('admin.new-password')}
          why={say('admin.new-password-why')}
          fault={null}
          value={password}
          onChange={setPassword}
        />
        <RefusalNote error={change.refused ?? reset.refused} />
        <div className={dialogs['acts']}>
          <Button type="submit" loading={change.pending}>
            {say('dialog.keep')}
          </Button>
          <Button
            variant="default"
            loading={change.pending}
            onClick={() => change.run({ base: account.version, disabled: !account.disabled })}
          >
            {say(account.disabled ? 'admin.enable' : 'admin.disable')}
          </Button>
          <Button variant="default" loading={reset.pending} onClick={() => reset.run({})}>
            {say('admin.reset-factors')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
