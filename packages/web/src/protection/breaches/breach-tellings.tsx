import { Button } from '@mantine/core'
import type { BreachTelling, BreachView } from '@setu/records/api'
import { breachTold, notToldReasons } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { MomentField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ToldDialog } from './told-dialog.tsx'

type Telling = BreachView['tellings'][number]

/** Who must be told, until when, and when that was done; a survivor is told by their own caseworker. */
export function BreachTellings({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={say('breach.tellings')}
      act={
        breach.state !== 'closed' && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('breach.telling-add')}
          </Button>
        )
      }
    >
      {breach.tellings.length === 0 && <p className={lists['quiet']}>{say('breach.no-tellings')}</p>}
      <ul className={lists['rows']}>
        {breach.tellings.map((telling) => (
          <TellingRow key={telling.id} breach={breach} telling={telling} />
        ))}
      </ul>
      {adding && <TellingDialog breach={breach} onClose={() => setAdding(false)} />}
    </Card>
  )
}

interface TellingRowProps {
  readonly breach: BreachView
  readonly telling: Telling
}

function TellingRow({ breach, telling }: TellingRowProps): ReactNode {
  const say = useWords()
  const { dueMoment } = useDates()
  const { code, name } = useLabels()
  const [writing, setWriting] = useState(false)
  const { whom, to, due, toldAt, notNeeded, words } = telling
  const open = toldAt === null && notNeeded === null
  const spoken = due === null ? null : dueMoment(new Date(due))
  return (
    <li
      className={`${lists['row']} ${lists['marked']}`}
      data-standing={open ? (spoken?.standing ?? 'due') : undefined}
    >
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{code(breachTold, whom)}</span>
          {to !== null && <span>{name(to)}</span>}
          {telling.code !== null && <span className={lists['code']}>{telling.code}</span>}
        </div>
        {open && (spoken === null ? <p>{say('breach.no-end')}</p> : <DueMark due={spoken} />)}
        {toldAt !== null && (
          <p>
            {say('breach.was-told')} <MomentText moment={toldAt} />
          </p>
        )}
        {notNeeded !== null && <p>{say('breach.not-told', { reason: code(notToldReasons, notNeeded) })}</p>}
        {words !== null && <p className={lists['quiet']}>{words}</p>}
        {open && whom === 'survivor' && <p className={lists['quiet']}>{say('breach.by-caseworker')}</p>}
        {open && (
          <Button variant="default" onClick={() => setWriting(true)}>
            {say(whom === 'survivor' ? 'breach.do-not-tell' : 'breach.write-told')}
          </Button>
        )}
      </div>
      {writing && <ToldDialog breach={breach} telling={telling} onClose={() => setWriting(false)} />}
    </li>
  )
}

interface TellingDialogProps {
  readonly breach: BreachView
  readonly onClose: () => void
}

function TellingDialog({ breach, onClose }: TellingDialogProps): ReactNode {
  const say = useWords()
  const { name, language } = useLabels()
  const { breaches, directory } = useDoors()
  const { data } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const [id] = useState(newId)
  const [whom, setWhom] = useState<string | null>(null)
  const [org, setOrg] = useState<string | null>(null)
  const [due, setDue] = useState<unknown>(null)
  const add = useCommand((telling: BreachTelling) => breaches.mustTell(breach, telling), onClose)
  const partner = whom === 'partner'
  const asked = { required: true, fault: null } as const
  return (
    <Dialog title={say('breach.telling-add')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="whom"
          label={say('breach.whom')}
          options={breachTold.entries
            .filter((entry) => entry.code !== 'survivor')
            .map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={whom}
          onAnswer={setWhom}
        />
        {partner && (
          <OneOf
            {...asked}
            name="org"
            label={say('breach.partner')}
            options={(data?.items ?? [])
              .filter((one) => one.active && one.id !== breach.org)
              .map((one) => ({ value: one.id, label: name(one.name) }))}
            answer={org}
            onAnswer={setOrg}
          />
        )}
        <MomentField
          {...asked}
          required={false}
          name="due"
          label={say('breach.due')}
          answer={due}
          onAnswer={setDue}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={whom === null || (partner && org === null)}
            loading={add.pending}
            onClick={() =>
              add.run({
                id,
                whom: partner ? 'partner' : 'regulator',
                org: partner ? org : null,
                due: typeof due === 'string' ? due : null,
              })
            }
          >
            {say('breach.telling-keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
