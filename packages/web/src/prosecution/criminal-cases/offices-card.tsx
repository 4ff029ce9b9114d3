import { Button } from '@mantine/core'
import type { CriminalView, OfficeAdd, OfficeEnd } from '@setu/records/api'
import { isCode, officeTasks } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { OneOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked } from './options.ts'

interface OfficesProps {
  readonly file: CriminalView
}

/** Which offices work on a case, and at what. */
export function OfficesCard({ file }: OfficesProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { prosecution } = useDoors()
  const navigate = useNavigate()
  const { units } = useSignedIn()
  const [adding, setAdding] = useState(false)
  const end = useCommand(
    (given: OfficeEnd) => prosecution.endOffice(file, given),
    (_, { office }) => {
      toast(say('court.is-kept'))
      const ours = new Set(units.map(({ id }) => id))
      const left = file.offices.filter(({ id, until }) => id !== office && until === null)
      // Whose last task here has ended finds nothing any more where they stand.
      if (!left.some(({ unit }) => ours.has(unit))) void navigate({ to: '/criminal-cases' })
    },
  )
  const writes = file.writes.includes('offices')
  return (
    <Card
      title={say('court.offices')}
      act={
        writes && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('court.add-office')}
          </Button>
        )
      }
    >
      <RefusalNote error={end.refused} />
      <ul className={lists['rows']}>
        {file.offices.map((office) => (
          <li key={office.id} className={lists['row']}>
            <div>
              <span className={lists['strong']}>{code(officeTasks, office.task)}</span> · {name(office.name)}
              <p className={lists['quiet']}>
                {say('court.since')}: <DayText day={office.from} written />
                {office.until !== null && (
                  <>
                    {' '}
                    · {say('court.until')}: <DayText day={office.until} written />
                    {office.endedBy !== null && ` · ${say('court.ended-by', { name: name(office.endedBy) })}`}
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
      {adding && <AddOffice file={file} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function AddOffice({ file, onClose }: OfficesProps & { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { prosecution } = useDoors()
  const { data } = useQuery({ queryKey: ['criminal-offices'], queryFn: prosecution.offices })
  const [id] = useState(newId)
  const [task, setTask] = useState<string | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const add = useCommand(
    (given: OfficeAdd) => prosecution.addOffice(file, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const fitting = (data?.items ?? []).filter(({ tasks }) => isCode(officeTasks, task) && tasks.includes(task))
  return (
    <Dialog title={say('court.add-office')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('court.office-what')}</p>
        <OneOf
          {...asked}
          name="task"
          label={say('court.task')}
          options={optionsOf(officeTasks, language)}
          answer={task}
          onAnswer={(chosen) => {
            setTask(chosen)
            setUnit(null)
          }}
        />
        {task !== null && (
          <OneOf
            {...asked}
            name="unit"
            label={say('court.office')}
            options={fitting.map((one) => ({ value: one.unit, label: name(one.name) }))}
            answer={unit}
            onAnswer={setUnit}
          />
        )}
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={unit === null || !isCode(officeTasks, task)}
            loading={add.pending}
            onClick={() => {
              if (unit !== null && isCode(officeTasks, task)) add.run({ id, unit, task })
            }}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
