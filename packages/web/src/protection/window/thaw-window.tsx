import { Button } from '@mantine/core'
import type { CaseView, SlotThaw } from '@setu/records/api'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { Tick } from '../../shell/tick.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { type NearSuspect, NearSuspectField } from './near-suspect.tsx'

interface ThawProps {
  readonly file: CaseView
  readonly onClose: () => void
}

/** Opens a window that was shut, together with the survivor. */
export function ThawWindow({ file, onClose }: ThawProps): ReactNode {
  const say = useWords()
  const { window: door } = useDoors()
  const [near, setNear] = useState<NearSuspect | null>(null)
  const [present, setPresent] = useState(false)
  const thaw = useCommand(
    (asked: SlotThaw) => door.thaw(file, asked),
    () => {
      toast(say('window.opened-now'))
      onClose()
    },
  )
  return (
    <Dialog title={say('window.thaw')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <NearSuspectField answer={near} onAnswer={setNear} />
        <Tick label={say('window.present')} checked={present} onTick={setPresent} />
        <RefusalNote error={thaw.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={near === null || !present}
            loading={thaw.pending}
            onClick={() => near !== null && thaw.run({ present: true, nearSuspect: near })}
          >
            {say('window.thaw')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
