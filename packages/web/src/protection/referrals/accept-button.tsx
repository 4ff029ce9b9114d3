import { Button } from '@mantine/core'
import type { ReferralStep } from '@setu/records/api'
import { type ConflictAnswer, conflictAnswers } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import type { Address } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface AnswerableReferral extends Address {
  readonly version: number
  readonly code: string
}

/** Takes the person on, after one question. Pressing twice on a bad line does no harm. */
export function AcceptReferralButton({ referral }: { readonly referral: AnswerableReferral }): ReactNode {
  const say = useWords()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button onClick={() => setAsking(true)}>
        {say('referral.accept')}
        <span className="heard"> {referral.code}</span>
      </Button>
      {asking && <AcceptDialog referral={referral} onClose={() => setAsking(false)} />}
    </>
  )
}

interface AcceptDialogProps {
  readonly referral: AnswerableReferral
  readonly onClose: () => void
}

/** Whoever accepts works on the case from then on, and so is asked what everyone on a case is asked. */
function AcceptDialog({ referral, onClose }: AcceptDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { referrals } = useDoors()
  const [conflict, setConflict] = useState<ConflictAnswer | null>(null)
  const accept = useCommand(
    (step: ReferralStep) => referrals.step(referral, step),
    () => {
      toast(say('referral.accepted', { code: referral.code }))
      onClose()
    },
  )
  return (
    <Dialog title={say('referral.accept-title', { code: referral.code })} onClose={onClose}>
      <div className={dialogs['parts']}>
        <Choice
          name="conflict"
          label={say('conflict.question')}
          options={conflictAnswers.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          value={conflict}
          onChoose={setConflict}
        />
        {conflict !== null && conflict !== 'none' && <p role="status">{say('conflict.leave-it')}</p>}
        <RefusalNote error={accept.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={conflict !== 'none'}
            loading={accept.pending}
            onClick={() => accept.run({ base: referral.version, to: 'accepted', conflict: 'none' })}
          >
            {say('referral.accept')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
