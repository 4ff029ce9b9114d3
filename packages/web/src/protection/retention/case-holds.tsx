import { Button } from '@mantine/core'
import type { CaseView, HoldLift, HoldPlace, HoldView } from '@setu/records/api'
import { isCode, legalHoldReasons, plainDate } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** What keeps a case from being erased, and how somebody says that it is needed still. */
export function CaseHolds({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { retention } = useDoors()
  const [holding, setHolding] = useState(false)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'holds'],
    queryFn: () => retention.holds(file),
  })
  if (data === undefined) return null
  return (
    <>
      <ul className={lists['rows']}>
        {data.items.map((hold) => (
          <Hold key={hold.id} hold={hold} />
        ))}
      </ul>
      <Button variant="default" onClick={() => setHolding(true)}>
        {say('hold.place')}
      </Button>
      {holding && <HoldBack file={file} onClose={() => setHolding(false)} />}
    </>
  )
}

function Hold({ hold }: { readonly hold: HoldView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { written } = useDates()
  const { retention } = useDoors()
  const lift = useCommand(
    (given: HoldLift) => retention.lift(hold, given),
    () => toast(say('hold.lifted')),
  )
  return (
    <li className={lists['row']}>
      <div>
        <p className={lists['strong']}>{code(legalHoldReasons, hold.reason)}</p>
        <p className={lists['quiet']}>
          {hold.until === null
            ? say('hold.until-lifted')
            : say('hold.until', { day: written(plainDate(hold.until)) })}
          {hold.placedBy !== null && <> · {hold.placedBy}</>}
        </p>
        <RefusalNote error={lift.refused} />
        {hold.mayLift && (
          <Button variant="default" loading={lift.pending} onClick={() => lift.run({ base: hold.version })}>
            {say('hold.lift')}
          </Button>
        )}
      </div>
    </li>
  )
}

interface HoldBackProps {
  readonly file: CaseView
  readonly onClose: () => void
}

function HoldBack({ file, onClose }: HoldBackProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { retention } = useDoors()
  const [id] = useState(newId)
  const [reason, setReason] = useState<string | null>(null)
  const [until, setUntil] = useState<unknown>(null)
  const hold = useCommand(
    (given: HoldPlace) => retention.hold(file, given),
    () => {
      toast(say('hold.placed'))
      onClose()
    },
  )
  const chosen = reason !== null && isCode(legalHoldReasons, reason) ? reason : null
  return (
    <Dialog title={say('hold.place')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('hold.what')}</p>
        <OneOf
          name="reason"
          label={say('hold.reason')}
          required
          fault={null}
          options={legalHoldReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={reason}
          onAnswer={setReason}
        />
        <DayField
          name="until"
          label={say('hold.until-day')}
          why={say('hold.until-why')}
          required={false}
          fault={null}
          answer={until}
          onAnswer={setUntil}
        />
        <RefusalNote error={hold.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={chosen === null}
            loading={hold.pending}
            onClick={() =>
              chosen !== null &&
              hold.run({ id, reason: chosen, until: typeof until === 'string' ? until : null })
            }
          >
            {say('hold.place')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
