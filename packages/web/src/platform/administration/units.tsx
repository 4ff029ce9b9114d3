import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { placeName } from '../../directory/place-names.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { TextField } from '../../forms/text-fields.tsx'
import { useDistricts } from '../../forms/use-lists.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { newId } from '../ids.ts'
import { useCommand } from '../use-command.ts'
import { useSignedIn } from '../use-session.ts'
import type { UnitAdd } from './door.ts'

/** The teams of the organisation; a team is what holds cases together. */
export function Units(): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const own = useSignedIn().org.id
  const { directory } = useDoors()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  if (data === undefined) return <Pending />
  const units = data.items.find(({ id }) => id === own)?.units ?? []
  return (
    <Card
      title={say('admin.units')}
      act={
        <Button leftSection={<Icon name="add" size={18} />} onClick={() => setAdding(true)}>
          {say('admin.unit-add')}
        </Button>
      }
    >
      <ul className={lists['rows']}>
        {units.map((unit) => (
          <li key={unit.id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{name(unit.name)}</span>
              {unit.district && (
                <span className={lists['quiet']}> · {placeName(unit.district, language)}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
      {adding && <UnitDialog onClose={() => setAdding(false)} />}
    </Card>
  )
}

function UnitDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { administration } = useDoors()
  const places = useDistricts()
  const [id] = useState(newId)
  const [nameEn, setNameEn] = useState('')
  const [nameBn, setNameBn] = useState('')
  const [district, setDistrict] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const add = useCommand((unit: UnitAdd) => administration.addUnit(unit), onClose)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (nameEn.trim() !== '' && nameBn.trim() !== '') add.run({ id, nameEn, nameBn, district })
  }
  const text = (answer: unknown) => (typeof answer === 'string' ? answer : '')
  return (
    <Dialog title={say('admin.unit-add')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        <TextField
          name="nameEn"
          label={say('first-run.unit-en')}
          required
          fault={tried && nameEn.trim() === '' ? 'missing' : null}
          answer={nameEn}
          onAnswer={(answer) => setNameEn(text(answer))}
        />
        <TextField
          name="nameBn"
          label={say('first-run.unit-bn')}
          required
          fault={tried && nameBn.trim() === '' ? 'missing' : null}
          answer={nameBn}
          onAnswer={(answer) => setNameBn(text(answer))}
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
        <RefusalNote error={add.refused} />
        <div className={dialogs['acts']}>
          <Button type="submit" loading={add.pending}>
            {say('admin.unit-add')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
