import { Button } from '@mantine/core'
import type { Language, Role } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { Fault } from '../../forms/faults.ts'
import { TextField } from '../../forms/text-fields.tsx'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { SecretField } from '../first-run/secret-field.tsx'
import { newId } from '../ids.ts'
import { languageNames } from '../preferences/language-names.ts'
import { useCommand } from '../use-command.ts'
import { accountFaults, type NewAccount } from './account-faults.ts'
import type { AccountAdd, Membership } from './door.ts'
import { RolesAndUnits } from './roles-and-units.tsx'

const nobody: NewAccount = { name: '', signInName: '', postEn: '', postBn: '', password: '' }

const texts = ['name', 'signInName', 'postEn', 'postBn'] as const

/** Somebody new: a name, the work, the teams, and a first password to be changed. */
export function NewAccountDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { administration } = useDoors()
  const [id] = useState(newId)
  const [person, setPerson] = useState(nobody)
  const [language, setLanguage] = useState<Language>('bn')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [units, setUnits] = useState<readonly Membership[]>([])
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const add = useCommand(
    (account: AccountAdd) => administration.addAccount(account),
    () => {
      toast(say('admin.account-added', { name: person.name }))
      onClose()
    },
  )
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.fault ?? null
  const labels = {
    name: say('first-run.name'),
    signInName: say('first-run.sign-in-name'),
    postEn: say('admin.post-en'),
    postBn: say('admin.post-bn'),
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const found = accountFaults(person)
    setFaults(found)
    if (found.length === 0 && roles.length > 0) add.run({ id, ...person, language, roles, units })
  }
  return (
    <Dialog title={say('admin.account-add')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        {texts.map((field) => (
          <TextField
            key={field}
            name={field}
            label={labels[field]}
            required
            fault={faultOf(field)}
            answer={person[field]}
            onAnswer={(answer) => setPerson({ ...person, [field]: typeof answer === 'string' ? answer : '' })}
          />
        ))}
        <Choice
          name="account-language"
          label={say('settings.language')}
          options={languageNames}
          value={language}
          onChoose={setLanguage}
        />
        <RolesAndUnits roles={roles} units={units} onRoles={setRoles} onUnits={setUnits} />
        <SecretField
          label={say('admin.first-password')}
          why={say('first-run.password-why')}
          fault={faultOf('password')}
          value={person.password}
          onChange={(password) => setPerson({ ...person, password })}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" loading={add.pending}>
            {say('admin.account-add')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
