import { Button } from '@mantine/core'
import { type ConflictAnswer, conflictAnswers } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import type { Address } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { TransferAnswer } from './door.ts'

interface TransferDialogProps {
  readonly transfer: Address & { readonly version: number; readonly code: string }
  readonly onClose: () => void
}

/** Takes a whole case over, or does not. Whoever takes it first says whether they know anyone in it. */
export function TransferDialog({ transfer, onClose }: TransferDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { referrals } = useDoors()
  const [conflict, setConflict] = useState<ConflictAnswer | null>(null)
  const answer = useCommand(
    (given: TransferAnswer) => referrals.answerTransfer(transfer, given),
    (_, { to }) => {
      toast(say(to === 'accepted' ? 'transfer.accepted' : 'transfer.declined', { code: transfer.code }))
      onClose()
    },
  )
  return (
    <Dialog title={say('transfer.title', { code: transfer.code })} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('transfer.what')}</p>
        <Choice
          name="conflict"
          label={say('conflict.question')}
          options={conflictAnswers.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          value={conflict}
          onChoose={setConflict}
        />
        <RefusalNote error={answer.refused} />
        <div className={dialogs['acts']}>
          <Button
            disabled={conflict === null}
            loading={answer.pending}
            onClick={() => conflict && answer.run({ base: transfer.version, to: 'accepted', conflict })}
          >
            {say('transfer.accept')}
          </Button>
          <Button
            variant="default"
            loading={answer.pending}
            onClick={() => answer.run({ base: transfer.version, to: 'declined' })}
          >
            {say('transfer.decline')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
