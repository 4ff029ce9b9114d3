import { Button } from '@mantine/core'
import type { NetworkOfficeAdd, NetworkOfficeEnd, NetworkView } from '@setu/records/api'
import { officeTasks } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked } from '../criminal-cases/options.ts'

interface OfficesProps {
  readonly network: NetworkView
}

/** Which offices work on a network. */
export function NetworkOffices({ network }: OfficesProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { networks } = useDoors()
  const [adding, setAdding] = useState(false)
  const end = useCommand(
    (given: NetworkOfficeEnd) => networks.endOffice(network, given),
    () => toast(say('court.is-kept')),
  )
  return (
    <Card
      title={say('network.offices')}
      act={
        network.leads && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('network.add-office')}
          </Button>
        )
      }
    >
      <RefusalNote error={end.refused} />
      <ul className={lists['rows']}>
        {network.offices.map((office) => (
          <li key={office.id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{code(officeTasks, office.task)}</span> · {name(office.name)}
              {office.leads && ` · ${say('network.leads')}`}
              <p className={lists['quiet']}>
                {say('court.since')}: <DayText day={office.from} written />
                {office.until !== null && (
                  <>
                    {' '}
                    · {say('court.until')}: <DayText day={office.until} written />
                  </>
                )}
              </p>
            </div>
            {office.mayEnd && (
              <Button variant="default" loading={end.pending} onClick={() => end.run({ office: office.id })}>
                {say('court.end-office')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <AddOffice network={network} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function AddOffice({ network, onClose }: OfficesProps & { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { networks, prosecution } = useDoors()
  const { data } = useQuery({ queryKey: ['criminal-offices'], queryFn: prosecution.offices })
  const [id] = useState(newId)
  const [unit, setUnit] = useState<string | null>(null)
  const add = useCommand(
    (given: NetworkOfficeAdd) => networks.addOffice(network, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const fitting = (data?.items ?? []).filter(({ tasks }) =>
    tasks.some((task) => task === 'investigation' || task === 'prosecution'),
  )
  return (
    <Dialog title={say('network.add-office')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('network.office-what')}</p>
        <OneOf
          {...asked}
          name="unit"
          label={say('court.office')}
          options={fitting.map((one) => ({ value: one.unit, label: name(one.name) }))}
          answer={unit}
          onAnswer={setUnit}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={unit === null}
            loading={add.pending}
            onClick={() => unit !== null && add.run({ id, unit })}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
