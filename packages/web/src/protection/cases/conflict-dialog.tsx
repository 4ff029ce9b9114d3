import { Button } from '@mantine/core'
import { type ConflictAnswer, conflictAnswers } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import type { Address, Named } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Choice } from '../../shell/choice.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface ConflictDialogProps {
  readonly file: Address
  readonly assignment: string
  readonly onClose: () => void
}

/** Asked of everyone who is put on a case, each time: kinship is never guessed. */
export function ConflictDialog({ file, assignment, onClose }: ConflictDialogProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { cases } = useDoors()
  const [answer, setAnswer] = useState<ConflictAnswer | null>(null)
  const declare = useCommand(
    (declared: Named & { readonly answer: ConflictAnswer }) => cases.declare(file, assignment, declared),
    onClose,
  )
  return (
    <Dialog title={say('conflict.title')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <Choice
          name="conflict"
          label={say('conflict.question')}
          options={conflictAnswers.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          value={answer}
          onChoose={setAnswer}
        />
        <RefusalNote error={declare.refused} />
        <div className={dialogs['acts']}>
          <Button
            disabled={answer === null}
            loading={declare.pending}
            onClick={() => answer && declare.run({ answer })}
          >
            {say('conflict.declare')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
