import { Button } from '@mantine/core'
import type { ComplaintTold, ComplaintView } from '@setu/records/api'
import { complaintKinds, complaintOutcomes } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import type { Change } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import dialogs from '../../shell/dialog-parts.module.css'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AnswerDialog } from './answer-dialog.tsx'

const states: Readonly<Record<ComplaintView['state'], WordId>> = {
  received: 'complaint.received',
  lookedInto: 'complaint.looked-into',
  answered: 'complaint.answered',
  told: 'complaint.told',
}

interface RowProps {
  readonly complaint: ComplaintView
}

/** One complaint: how it stands, what was said for whoever hears it, what to tell for whoever wrote it down. */
export function ComplaintRow({ complaint }: RowProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { dueMoment } = useDates()
  const { state, kind, due, about, words, outcome, answer, hears } = complaint
  const spoken = due === null ? null : dueMoment(new Date(due))
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={spoken?.standing}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{code(complaintKinds, kind)}</span>
          <span>{say(states[state])}</span>
          {spoken !== null && <DueMark due={spoken} />}
        </div>
        {hears && <Heard complaint={complaint} />}
        {about !== null && <p className={lists['strong']}>{about}</p>}
        {words !== null && <p>{words}</p>}
        {outcome !== null && <p>{code(complaintOutcomes, outcome)}</p>}
        {answer !== null && (
          <>
            {state === 'answered' && <p>{say('complaint.to-tell')}</p>}
            <blockquote>{answer}</blockquote>
          </>
        )}
        <ComplaintActs complaint={complaint} />
      </div>
    </li>
  )
}

/** Who wrote it down, and of which case it is. */
function Heard({ complaint: { recorder, from, code: file, recordedAt } }: RowProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  return (
    <p className={lists['quiet']}>
      {[say('complaint.by', { person: recorder ?? name(from) }), file].filter(Boolean).join(' · ')} ·{' '}
      <MomentText moment={recordedAt} />
    </p>
  )
}

function ComplaintActs({ complaint }: RowProps): ReactNode {
  const say = useWords()
  const { today } = useDates()
  const { complaints } = useDoors()
  const [answering, setAnswering] = useState(false)
  const { state, hears, recorded, version } = complaint
  const look = useCommand(
    (change: Change) => complaints.lookInto(complaint, change),
    () => toast(say('complaint.is-looked-into')),
  )
  const told = useCommand(
    (now: ComplaintTold) => complaints.told(complaint, now),
    () => toast(say('complaint.is-told')),
  )
  return (
    <>
      <RefusalNote error={look.refused ?? told.refused} />
      <div className={dialogs['acts']}>
        {hears && state === 'received' && (
          <Button loading={look.pending} onClick={() => look.run({ base: version })}>
            {say('complaint.look-into')}
          </Button>
        )}
        {hears && state === 'lookedInto' && (
          <Button onClick={() => setAnswering(true)}>{say('complaint.answer')}</Button>
        )}
        {recorded && state === 'answered' && (
          <Button loading={told.pending} onClick={() => told.run({ base: version, on: today })}>
            {say('complaint.told-now')}
          </Button>
        )}
      </div>
      {answering && <AnswerDialog complaint={complaint} onClose={() => setAnswering(false)} />}
    </>
  )
}
