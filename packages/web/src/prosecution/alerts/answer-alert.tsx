import { Button } from '@mantine/core'
import type { AlertSaid, AlertView } from '@setu/records/api'
import { alertAnswers, alertKinds, isCode } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { optionsOf } from '../../forms/options-of.ts'
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
import { asked } from '../criminal-cases/options.ts'

interface AnswerProps {
  readonly alert: AlertView
  readonly of: { readonly org: string; readonly id: string }
  readonly onClose: () => void
}

/** Says something to an alert, in one of a few ways; nothing is written in words. */
export function AnswerAlert({ alert, of, onClose }: AnswerProps): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const { prosecution } = useDoors()
  const [id] = useState(newId)
  const [answer, setAnswer] = useState<string | null>(null)
  const keep = useCommand(
    (given: AlertSaid) => prosecution.answerAlert(of, alert.id, given),
    () => {
      toast(say('alerts.is-kept'))
      onClose()
    },
  )
  return (
    <Dialog title={code(alertKinds, alert.kind)} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('alerts.answer-what')}</p>
        <OneOf
          {...asked}
          name="answer"
          label={say('alerts.answer-which')}
          options={optionsOf(alertAnswers, language)}
          answer={answer}
          onAnswer={setAnswer}
        />
        <RefusalNote error={keep.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={!isCode(alertAnswers, answer)}
            loading={keep.pending}
            onClick={() => {
              if (isCode(alertAnswers, answer)) keep.run({ id, answer })
            }}
          >
            {say('alerts.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
