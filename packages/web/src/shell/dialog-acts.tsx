import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import dialogs from './dialog-parts.module.css'

interface DialogActsProps {
  readonly onCancel: () => void
  /** What the dialog is for, in a button; leaving it be stands beside. */
  readonly children: ReactNode
}

/** How a dialog ends: with what it is for, or with nothing done. */
export function DialogActs({ onCancel, children }: DialogActsProps): ReactNode {
  const say = useWords()
  return (
    <div className={dialogs['acts']}>
      {children}
      <Button variant="default" onClick={onCancel}>
        {say('dialog.cancel')}
      </Button>
    </div>
  )
}
