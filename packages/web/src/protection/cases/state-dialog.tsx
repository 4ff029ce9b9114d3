import { Button } from '@mantine/core'
import type { CaseView } from '@setu/records/api'
import {
  type CaseRequirement,
  caseRequirements,
  caseStates,
  closureReasons,
  holdReasons,
  shownByRecordsOnly,
} from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { DayField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { RequirementCheck, StateChange } from './door.ts'

interface StateDialogProps {
  readonly file: CaseView
  readonly onClose: () => void
}

/** Moves a case on. What is missing is ticked off here, by the person who saw to it. */
export function StateDialog({ file, onClose }: StateDialogProps): ReactNode {
  const say = useWords()
  const { language, code } = useLabels()
  const { cases } = useDoors()
  const [to, setTo] = useState(file.path[0]?.to ?? null)
  const [reason, setReason] = useState<string | null>(null)
  const [until, setUntil] = useState<unknown>(null)
  const way = file.path.find((candidate) => candidate.to === to)
  const asksReason = to === 'closed' || to === 'onHold' || file.state === 'closed'
  const reasons = to === 'closed' ? closureReasons : holdReasons
  const missing = (way?.missing ?? []).filter(
    (requirement) => requirement !== 'reason' && requirement !== 'closureReason',
  )

  const move = useCommand(
    (change: StateChange) => cases.changeState(file, change),
    () => {
      toast(say('case.moved', { state: to === null ? '' : code(caseStates, to) }))
      onClose()
    },
  )

  return (
    <Dialog title={say('case.move')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <Choice
          name="state"
          label={say('case.move-to')}
          options={file.path.map((candidate) => ({
            value: candidate.to,
            label: code(caseStates, candidate.to),
          }))}
          value={to}
          onChoose={setTo}
        />
        {missing.length > 0 && (
          <div>
            <p>{say('case.missing')}</p>
            <ul className={lists['rows']}>
              {missing.map((requirement) => (
                <Missing
                  key={requirement}
                  file={file}
                  requirement={requirement}
                  waivable={way?.waivable.includes(requirement) ?? false}
                />
              ))}
            </ul>
          </div>
        )}
        {asksReason && (
          <OneOf
            name="reason"
            label={say('case.reason')}
            required
            fault={null}
            options={reasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
            answer={reason}
            onAnswer={setReason}
          />
        )}
        {to === 'onHold' && (
          <DayField
            name="until"
            label={say('case.hold-until')}
            required={false}
            fault={null}
            answer={until}
            onAnswer={setUntil}
          />
        )}
        <RefusalNote error={move.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={to === null || (asksReason && reason === null)}
            loading={move.pending}
            onClick={() =>
              to !== null &&
              move.run({
                base: file.version,
                to,
                ...(asksReason && reason !== null ? { reason } : {}),
                ...(to === 'onHold' && typeof until === 'string' ? { holdUntil: until } : {}),
              })
            }
          >
            {say('case.move-now')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}

interface MissingProps {
  readonly file: CaseView
  readonly requirement: CaseRequirement
  readonly waivable: boolean
}

/** These follow from what is recorded; ticking them here would say something the file does not show. */
const fromTheFile: readonly CaseRequirement[] = [
  'ageBand',
  'sex',
  'language',
  'safeContact',
  'rightsNotice',
  'serviceConsent',
  'noPendingReferral',
  'transferConsent',
  'newOwnerAccepted',
  ...shownByRecordsOnly,
]

function Missing({ file, requirement, waivable }: MissingProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { cases } = useDoors()
  const [id] = useState(newId)
  const supervises = useSignedIn().roles.includes('supervisor')
  const check = useCommand((given: RequirementCheck) => cases.check(file, given))
  const answer = (given: 'done' | 'waived') =>
    check.run({
      id,
      requirement,
      answer: given,
      ...(given === 'waived' ? { reason: 'supervision' } : {}),
    })
  return (
    <li className={lists['row']}>
      <span>{code(caseRequirements, requirement)}</span>
      <div className={lists['acts']}>
        {!fromTheFile.includes(requirement) && (
          <Button variant="default" loading={check.pending} onClick={() => answer('done')}>
            {say('case.requirement-done')}
            <span className="heard"> {code(caseRequirements, requirement)}</span>
          </Button>
        )}
        {waivable && supervises && (
          <Button variant="subtle" loading={check.pending} onClick={() => answer('waived')}>
            {say('case.requirement-waive')}
            <span className="heard"> {code(caseRequirements, requirement)}</span>
          </Button>
        )}
      </div>
      <RefusalNote error={check.refused} />
    </li>
  )
}
