import { Button } from '@mantine/core'
import type { OwnServiceAdd, OwnServiceView, ReferralView } from '@setu/records/api'
import {
  type CodeList,
  isCode,
  ownServiceNeedsReason,
  ownServiceOutcomes,
  ownServiceReasons,
  parsePlainDate,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField, NumberField } from '../../forms/text-fields.tsx'
import type { Named } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

type Told = Omit<OwnServiceAdd, 'command' | 'id'>
type Answers = Readonly<Record<keyof Told, unknown>>

interface SessionDialogProps {
  readonly referral: ReferralView
  /** What is corrected; nothing when a session is written down. */
  readonly session: OwnServiceView | null
  readonly onClose: () => void
}

const day = (answer: unknown): string | null =>
  typeof answer === 'string' && parsePlainDate(answer) !== null ? answer : null

/** The answers as they are sent, or nothing while something is missing. */
function toldIn({ happenedOn, outcome, why, sessions, nextOn }: Answers): Told | null {
  const on = day(happenedOn)
  if (on === null || !isCode(ownServiceOutcomes, outcome)) return null
  const reasoned = ownServiceNeedsReason.includes(outcome)
  if (reasoned && !isCode(ownServiceReasons, why)) return null
  return {
    happenedOn: on,
    outcome,
    why: reasoned && isCode(ownServiceReasons, why) ? why : null,
    sessions: outcome === 'given' && typeof sessions === 'number' && sessions >= 1 ? sessions : null,
    nextOn: outcome === 'stopped' ? null : day(nextOn),
  }
}

/** Asks what became of a session, and when the next one is. */
export function SessionDialog({ referral, session, onClose }: SessionDialogProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { today } = useDates()
  const { services } = useDoors()
  const [id] = useState(newId)
  const [tried, setTried] = useState(false)
  const [answers, setAnswers] = useState<Answers>(
    () => session ?? { happenedOn: today, outcome: 'given', why: null, sessions: 1, nextOn: null },
  )
  const at = { org: referral.org, id: referral.id }
  const keep = useCommand(
    (told: Told & Named) =>
      session === null
        ? services.give(at, { id, ...told })
        : services.change(at, session.id, { base: session.version, ...told }),
    () => {
      toast(say('services.kept'))
      onClose()
    },
  )
  const options = (list: CodeList) =>
    list.entries.map(({ code: value }) => ({ value, label: code(list, value) }))
  const told = toldIn(answers)
  const set = (key: keyof Told) => (answer: unknown) => setAnswers((before) => ({ ...before, [key]: answer }))
  const missing = (is: boolean) => (tried && is ? ('missing' as const) : null)
  const { outcome } = answers
  const reasoned = isCode(ownServiceOutcomes, outcome) && ownServiceNeedsReason.includes(outcome)
  return (
    <Dialog title={say('services.write')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <DayField
          name="happenedOn"
          label={say('services.day')}
          required
          fault={missing(day(answers.happenedOn) === null)}
          answer={answers.happenedOn}
          onAnswer={set('happenedOn')}
        />
        <OneOf
          name="outcome"
          label={say('services.what')}
          required
          fault={null}
          options={options(ownServiceOutcomes)}
          answer={outcome}
          onAnswer={set('outcome')}
        />
        {reasoned && (
          <OneOf
            name="why"
            label={say('services.why')}
            required
            fault={missing(!isCode(ownServiceReasons, answers.why))}
            options={options(ownServiceReasons)}
            answer={answers.why}
            onAnswer={set('why')}
          />
        )}
        {outcome === 'given' && (
          <NumberField
            name="sessions"
            label={say('services.how-many')}
            required={false}
            fault={null}
            decimals={false}
            answer={answers.sessions}
            onAnswer={set('sessions')}
          />
        )}
        {(outcome === 'given' || outcome === 'missed') && (
          <DayField
            name="nextOn"
            label={say('services.next-day')}
            required={false}
            fault={null}
            answer={answers.nextOn}
            onAnswer={set('nextOn')}
          />
        )}
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            loading={keep.pending}
            onClick={() => {
              setTried(true)
              if (told !== null) keep.run(told)
            }}
          >
            {say('dialog.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
