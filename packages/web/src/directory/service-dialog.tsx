import { Button } from '@mantine/core'
import { isCode, type ServiceType, serviceTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { OneOf, SomeOf, SomeOfMany } from '../forms/choice-fields.tsx'
import { NumberField } from '../forms/text-fields.tsx'
import { useDistricts } from '../forms/use-lists.ts'
import { useDoors } from '../platform/doors.ts'
import { newId } from '../platform/ids.ts'
import { useCommand } from '../platform/use-command.ts'
import { useSignedIn } from '../platform/use-session.ts'
import { Dialog } from '../shell/dialog.tsx'
import { DialogActs } from '../shell/dialog-acts.tsx'
import dialogs from '../shell/dialog-parts.module.css'
import { RefusalNote } from '../shell/refusal-note.tsx'
import { toast } from '../shell/toasts.tsx'
import { useLabels } from '../words/use-labels.ts'
import { useWords } from '../words/use-words.ts'
import type { ServiceAdd } from './door.ts'
import { who } from './for-whom.ts'

/** Puts a service of one's own organisation into the directory, so that others can refer to it. */
export function ServiceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { directory } = useDoors()
  const own = useSignedIn().org.id
  const districts = useDistricts()
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const teams = data?.items.find((organisation) => organisation.id === own)?.units ?? []
  const [id] = useState(newId)
  const [unit, setUnit] = useState<string | null>(null)
  const [service, setService] = useState<ServiceType | null>(null)
  const [takes, setTakes] = useState<readonly string[]>([])
  const [reaches, setReaches] = useState<readonly string[]>([])
  const [places, setPlaces] = useState<unknown>(null)
  const add = useCommand(
    (given: ServiceAdd) => directory.addService(given),
    () => {
      toast(say('service.added'))
      onClose()
    },
  )
  const forWhom = who.flatMap(({ code }) => (takes.includes(code) ? [code] : []))
  const [only] = teams
  const chosenUnit = unit ?? (teams.length === 1 ? (only?.id ?? null) : null)
  const complete = chosenUnit !== null && service !== null && forWhom.length > 0
  const count = typeof places === 'number' ? places : null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (chosenUnit === null || service === null || !complete) return
    add.run({ id, unit: chosenUnit, service, takes: forWhom, districts: reaches, places: count, free: count })
  }
  return (
    <Dialog title={say('service.add')} onClose={onClose}>
      <form className={dialogs['parts']} onSubmit={onSubmit} noValidate>
        {teams.length > 1 && (
          <OneOf
            name="unit"
            label={say('service.which-unit')}
            required
            fault={null}
            options={teams.map((team) => ({ value: team.id, label: name(team.name) }))}
            answer={unit}
            onAnswer={setUnit}
          />
        )}
        <OneOf
          name="service"
          label={say('directory.service')}
          required
          fault={null}
          options={serviceTypes.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={service}
          onAnswer={(chosen) => setService(isCode(serviceTypes, chosen) ? chosen : null)}
        />
        <SomeOf
          name="takes"
          label={say('service.for-whom')}
          required
          fault={null}
          options={who.map(({ code, word }) => ({ value: code, label: say(word) }))}
          answer={takes}
          onAnswer={setTakes}
        />
        <SomeOfMany
          name="districts"
          label={say('service.reaches')}
          required
          fault={null}
          options={districts}
          answer={reaches}
          onAnswer={setReaches}
        />
        <NumberField
          name="places"
          label={say('service.places')}
          required={false}
          fault={null}
          decimals={false}
          answer={places}
          onAnswer={setPlaces}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button type="submit" disabled={!complete} loading={add.pending}>
            {say('service.add')}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  )
}
