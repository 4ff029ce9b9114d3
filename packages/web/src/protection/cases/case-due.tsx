import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import { isCode, taskKinds } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField } from '../../forms/text-fields.tsx'
import type { Change } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { DueMark } from '../../shell/due-mark.tsx'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { CaseBreaches } from '../breaches/case-breaches.tsx'
import { useDueLabel } from '../due-label.ts'
import type { TaskAdd } from './door.ts'

type Due = CaseView['due'][number]

/** What is promised in this case, the most pressing first, and by which rule. */
export function CaseDue({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const [adding, setAdding] = useState(false)
  const writes = file.may.write.includes('status')
  const open = file.due.filter(({ state }) => state !== 'done')
  if (open.length === 0 && !writes) return null
  return (
    <Card
      title={say('case.due')}
      act={
        writes && (
          <Button
            variant="default"
            leftSection={<Icon name="add" size={18} />}
            onClick={() => setAdding(true)}
          >
            {say('case.task-add')}
          </Button>
        )
      }
    >
      {open.length === 0 && <p className={lists['empty']}>{say('cases.nothing-due')}</p>}
      <ul className={lists['rows']}>
        {open.map((due) => (
          <DueItem key={due.id} file={file} due={due} />
        ))}
      </ul>
      <CaseBreaches file={file} />
      {adding && <TaskDialog file={file} onClose={() => setAdding(false)} />}
    </Card>
  )
}

function DueItem({ file, due }: { readonly file: CaseView; readonly due: Due }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  const labelOf = useDueLabel()
  const { cases } = useDoors()
  const spoken = dates.dueMoment(new Date(due.due))
  const task = file.tasks.find(({ id, doneOn }) => id === due.about && doneOn === null)
  const done = useCommand((given: Change & { readonly doneOn: string }) =>
    cases.finishTask(file, task?.id ?? '', given),
  )
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={spoken.standing}>
      <div>
        <div className={lists['strong']}>{labelOf(due.kind)}</div>
        {due.office && <div>{say('due.office', { office: name(due.office) })}</div>}
        <DueMark due={spoken} />
        <div className={lists['quiet']}>{due.holder.account?.name ?? name(due.holder.name)}</div>
        <details className={lists['quiet']}>
          <summary>{say('due.why')}</summary>
          {say('due.began')} <DayText day={due.began.slice(0, 10)} written />.{' '}
          {due.rule === 'person'
            ? say('due.by-person')
            : due.calendar === null
              ? say('due.rule', { rule: due.rule })
              : say('due.rule-and-calendar', { rule: due.rule, calendar: due.calendar })}
        </details>
      </div>
      {task && (
        <Button
          variant="default"
          loading={done.pending}
          onClick={() => done.run({ base: task.version, doneOn: dates.today })}
        >
          {say('case.task-done')}
          <span className="heard"> {labelOf(due.kind)}</span>
        </Button>
      )}
      <RefusalNote error={done.refused} />
    </li>
  )
}

function TaskDialog({ file, onClose }: { readonly file: CaseView; readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { today } = useDates()
  const { cases } = useDoors()
  const me = useSignedIn().account.id
  const [id] = useState(newId)
  const [kind, setKind] = useState<string | null>('followUp')
  const [day, setDay] = useState<unknown>(today)
  const add = useCommand((task: TaskAdd) => cases.addTask(file, task), onClose)
  return (
    <Dialog title={say('case.task-add')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          name="kind"
          label={say('case.task-kind')}
          required
          fault={null}
          options={taskKinds.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={kind}
          onAnswer={setKind}
        />
        <DayField
          name="day"
          label={say('case.task-day')}
          required
          fault={null}
          answer={day}
          onAnswer={setDay}
        />
        <RefusalNote error={add.refused} />
        <div className={dialogs['acts']}>
          <Button
            loading={add.pending}
            disabled={!isCode(taskKinds, kind) || typeof day !== 'string'}
            onClick={() =>
              isCode(taskKinds, kind) &&
              typeof day === 'string' &&
              add.run({ id, kind, account: me, dueOn: day })
            }
          >
            {say('case.task-keep')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
