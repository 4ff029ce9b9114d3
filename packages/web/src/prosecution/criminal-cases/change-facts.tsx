import { Button } from '@mantine/core'
import type { CriminalChange, CriminalView } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { type FactsDraft, FactsFields, factsOf } from './facts-fields.tsx'

interface ChangeFactsProps {
  readonly file: CriminalView
  readonly onClose: () => void
}

/** Corrects what a criminal case is known by and what it is about. */
export function ChangeFacts({ file, onClose }: ChangeFactsProps): ReactNode {
  const say = useWords()
  const { prosecution } = useDoors()
  const [draft, setDraft] = useState<FactsDraft>(file)
  const change = useCommand(
    (given: CriminalChange) => prosecution.change(file, given),
    () => {
      toast(say('court.is-kept'))
      onClose()
    },
  )
  const facts = factsOf(draft)
  return (
    <Dialog title={say('court.change')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <FactsFields draft={draft} later onChange={(part) => setDraft({ ...draft, ...part })} />
        <RefusalNote error={change.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={facts === null}
            loading={change.pending}
            onClick={() => facts !== null && change.run({ ...facts, base: file.version })}
          >
            {say('court.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
