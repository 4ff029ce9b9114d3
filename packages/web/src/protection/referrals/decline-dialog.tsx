import { Button } from '@mantine/core'
import type { ReferralStep } from '@setu/records/api'
import { type DeclineReason, declineReasons } from '@setu/vocabulary'
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

interface DeclineDialogProps {
  readonly referral: Address & { readonly version: number; readonly code: string }
  readonly onClose: () => void
}

/** Says no with a reason, so that the sender can look elsewhere at once. */
export function DeclineDialog({ referral, onClose }: DeclineDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { referrals } = useDoors()
  const [reason, setReason] = useState<DeclineReason | null>(null)
  const decline = useCommand(
    (step: ReferralStep) => referrals.step(referral, step),
    () => {
      toast(say('referral.declined', { code: referral.code }))
      onClose()
    },
  )
  return (
    <Dialog title={say('referral.decline-title', { code: referral.code })} onClose={onClose}>
      <div className={dialogs['parts']}>
        <Choice
          name="decline-reason"
          label={say('referral.decline-why')}
          options={declineReasons.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          value={reason}
          onChoose={setReason}
        />
        <RefusalNote error={decline.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={reason === null}
            loading={decline.pending}
            onClick={() =>
              reason && decline.run({ base: referral.version, to: 'declined', declineReason: reason })
            }
          >
            {say('referral.decline-send')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
