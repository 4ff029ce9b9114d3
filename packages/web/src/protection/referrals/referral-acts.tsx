import { Button } from '@mantine/core'
import type { ReferralStep, ReferralView } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { AcceptReferralButton } from './accept-button.tsx'
import { DeclineDialog } from './decline-dialog.tsx'

type To = ReferralStep['to']

/** Steps that either side takes with one press; the word on the button is what will have been done. */
const steps: readonly { readonly to: To; readonly side: ReferralView['direction']; readonly word: WordId }[] =
  [
    { to: 'acknowledged', side: 'received', word: 'referral.acknowledge' },
    { to: 'serviceStarted', side: 'received', word: 'referral.start' },
    { to: 'completed', side: 'received', word: 'referral.complete' },
    { to: 'partlyCompleted', side: 'received', word: 'referral.partly' },
    { to: 'notReached', side: 'received', word: 'referral.not-reached' },
    { to: 'recalled', side: 'sent', word: 'referral.recall' },
    { to: 'feedbackClosed', side: 'sent', word: 'referral.close' },
  ]

const withFeedback: readonly To[] = ['completed', 'partlyCompleted', 'notReached']

/** What may be done with a referral now, by this side. */
export function ReferralActs({ referral }: { readonly referral: ReferralView }): ReactNode {
  const say = useWords()
  const { referrals } = useDoors()
  const [asking, setAsking] = useState<'decline' | To | null>(null)
  const may = (to: To) => referral.mayBecome.some((state) => state === to)
  const step = useCommand(
    (given: ReferralStep) => referrals.step(referral, given),
    () => {
      toast(say('referral.stepped', { code: referral.code }))
      setAsking(null)
    },
  )
  const offered = steps.filter(({ to, side }) => side === referral.direction && may(to))
  const answers = referral.direction === 'received' && may('accepted')
  if (offered.length === 0 && !answers) return null
  return (
    <>
      <div className={lists['acts']}>
        {answers && <AcceptReferralButton referral={referral} />}
        {answers && (
          <Button variant="default" onClick={() => setAsking('decline')}>
            {say('referral.decline')}
            <span className="heard"> {referral.code}</span>
          </Button>
        )}
        {offered.map(({ to, word }) => (
          <Button
            key={to}
            variant="default"
            loading={step.pending}
            onClick={() =>
              withFeedback.includes(to) ? setAsking(to) : step.run({ base: referral.version, to })
            }
          >
            {say(word)}
            <span className="heard"> {referral.code}</span>
          </Button>
        ))}
      </div>
      <RefusalNote error={step.refused} />
      {asking === 'decline' && <DeclineDialog referral={referral} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== 'decline' && (
        <FeedbackDialog
          code={referral.code}
          sending={step.pending}
          refused={step.refused}
          onSend={(feedback) =>
            step.run({ base: referral.version, to: asking, ...(feedback === '' ? {} : { feedback }) })
          }
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

interface FeedbackDialogProps {
  readonly code: string
  readonly sending: boolean
  readonly refused: unknown
  readonly onSend: (feedback: string) => void
  readonly onClose: () => void
}

/** What the sender should know of how it went; sealed, like every text about a survivor. */
function FeedbackDialog({ code, sending, refused, onSend, onClose }: FeedbackDialogProps): ReactNode {
  const say = useWords()
  const [feedback, setFeedback] = useState('')
  return (
    <Dialog title={say('referral.feedback-title', { code })} onClose={onClose}>
      <div className={dialogs['parts']}>
        <LongTextField
          name="feedback"
          label={say('referral.feedback')}
          why={say('referral.feedback-why')}
          required={false}
          fault={null}
          answer={feedback}
          onAnswer={(given) => setFeedback(typeof given === 'string' ? given : '')}
        />
        <RefusalNote error={refused} />
        <DialogActs onCancel={onClose}>
          <Button loading={sending} onClick={() => onSend(feedback.trim())}>
            {say('referral.feedback-send')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
