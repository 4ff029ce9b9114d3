import { Button } from '@mantine/core'
import type { ComplaintAnswer, ComplaintView } from '@setu/records/api'
import { complaintOutcomes, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface AnswerDialogProps {
  readonly complaint: ComplaintView
  readonly onClose: () => void
}

const leastWords = 10

/** What was found, and in which words the person is told. */
export function AnswerDialog({ complaint, onClose }: AnswerDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { complaints } = useDoors()
  const [outcome, setOutcome] = useState<string | null>(null)
  const [words, setWords] = useState<unknown>(null)
  const answer = useCommand(
    (given: ComplaintAnswer) => complaints.answer(complaint, given),
    () => {
      toast(say('complaint.is-answered'))
      onClose()
    },
  )
  const said = typeof words === 'string' ? words.trim() : ''
  const found = outcome !== null && isCode(complaintOutcomes, outcome) ? outcome : null
  const asked = { required: true, fault: null } as const
  return (
    <Dialog title={say('complaint.answer')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <OneOf
          {...asked}
          name="outcome"
          label={say('complaint.outcome')}
          options={complaintOutcomes.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={outcome}
          onAnswer={setOutcome}
        />
        <LongTextField
          {...asked}
          name="words"
          label={say('complaint.answer-words')}
          answer={words}
          onAnswer={setWords}
        />
        <RefusalNote error={answer.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={found === null || said.length < leastWords}
            loading={answer.pending}
            onClick={() => found && answer.run({ base: complaint.version, outcome: found, words: said })}
          >
            {say('complaint.answer-send')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
