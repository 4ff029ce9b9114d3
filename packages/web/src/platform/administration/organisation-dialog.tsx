import { Button } from '@mantine/core'
import { isCode, organisationTypes } from '@setu/vocabulary'
import { type FormEvent, type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import type { Fault } from '../../forms/faults.ts'
import { PhoneField, TextField } from '../../forms/text-fields.tsx'
import { useDistricts } from '../../forms/use-lists.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { SecretField } from '../first-run/secret-field.tsx'
import { newId } from '../ids.ts'
import { useCommand } from '../use-command.ts'
import { accountFaults } from './account-faults.ts'
import type { OrganisationAdd } from './door.ts'

const texts = ['nameEn', 'nameBn', 'unitEn', 'unitBn', 'name', 'signInName', 'postEn', 'postBn'] as const

type Texts = Readonly<Record<(typeof texts)[number] | 'password', string>>

const labels: Readonly<Record<(typeof texts)[number], WordId>> = {
  nameEn: 'first-run.organisation-en',
  nameBn: 'first-run.organisation-bn',
  unitEn: 'first-run.unit-en',
  unitBn: 'first-run.unit-bn',
  name: 'first-run.name',
  signInName: 'first-run.sign-in-name',
  postEn: 'admin.post-en',
  postBn: 'admin.post-bn',
}

const nothing: Texts = {
  nameEn: '',
  nameBn: '',
  unitEn: '',
  unitBn: '',
  name: '',
  signInName: '',
  postEn: '',
  postBn: '',
  password: '',
}

function faultsOf(given: Texts): Fault[] {
  const names = (['nameEn', 'nameBn', 'unitEn', 'unitBn'] as const)
    .filter((field) => given[field].trim() === '')
    .map((field): Fault => ({ field, fault: 'missing' }))
  return [...names, ...accountFaults(given)]
}

/** A new agency with its first team and the person who will let the others in. */
export function OrganisationDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { administration } = useDoors()
  const places = useDistricts()
  const [ids] = useState(() => ({ organisation: newId(), unit: newId(), account: newId() }))
  const [given, setGiven] = useState(nothing)
  const [type, setType] = useState<string | null>(null)
  const [district, setDistrict] = useState<string | null>(null)
  const [phone, setPhone] = useState<unknown>(null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const add = useCommand(
    (organisation: OrganisationAdd) => administration.addOrganisation(organisation),
    () => {
      toast(say('admin.organisation-added'))
      onClose()
    },
  )
  const faultOf = (field: string) => faults.find((fault) => fault.field === field)?.fault ?? null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOf(given)
    setFaults(found)
    if (found.length > 0 || !isCode(organisationTypes, type)) return
    const { nameEn, nameBn, unitEn, unitBn, ...account } = given
    add.run({
      id: ids.organisation,
      nameEn,
      nameBn,
      type,
      district,
      phone: typeof phone === 'string' ? phone : null,
      first: {
        unit: { id: ids.unit, nameEn: unitEn, nameBn: unitBn },
        account: { id: ids.account, ...account, language },
      },
    })
  }
  return (
    <Dialog title={say('admin.organisation-add')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        <OneOf
          name="type"
          label={say('first-run.type')}
          required
          fault={faults.length > 0 && type === null ? 'missing' : null}
          options={organisationTypes.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={type}
          onAnswer={setType}
        />
        {texts.map((field) => (
          <TextField
            key={field}
            name={field}
            label={say(labels[field])}
            required
            fault={faultOf(field)}
            answer={given[field]}
            onAnswer={(answer) => setGiven({ ...given, [field]: typeof answer === 'string' ? answer : '' })}
          />
        ))}
        <SecretField
          label={say('admin.first-password')}
          why={say('first-run.password-why')}
          fault={faultOf('password')}
          value={given.password}
          onChange={(password) => setGiven({ ...given, password })}
        />
        <OneOf
          name="district"
          label={say('admin.district')}
          required={false}
          fault={null}
          options={places}
          answer={district}
          onAnswer={setDistrict}
        />
        <PhoneField
          name="phone"
          label={say('admin.phone')}
          required={false}
          fault={null}
          answer={phone}
          onAnswer={setPhone}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" loading={add.pending}>
            {say('admin.organisation-add')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
