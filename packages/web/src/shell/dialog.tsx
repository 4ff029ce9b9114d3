import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import { beginAsking } from './asking.ts'
import styles from './dialog.module.css'
import { Icon } from './icons.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Where the work of a dialog begins; its close button is never that. */
function firstIn(dialog: HTMLDialogElement | null): HTMLElement | null {
  return dialog?.querySelector('[data-body] :is(input, select, textarea, button, a)') ?? null
}

/**
 * A question that waits for an answer. The browser's own dialog keeps the focus inside, hides the page from
 * screen readers and gives the focus back afterwards.
 */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  const say = useWords()
  const heading = useId()
  const dialog = useRef<HTMLDialogElement>(null)

  // Ends while the dialog still stands in the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current
    const asked = beginAsking()
    shown?.showModal()
    firstIn(shown)?.focus()
    return () => {
      shown?.close()
      asked()
    }
  }, [])

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={heading} onCancel={onClose}>
      <div className={styles['top']}>
        <h2 id={heading} className={styles['title']}>
          {title}
        </h2>
        <button type="button" className={styles['close']} aria-label={say('shell.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <div data-body className={styles['body']}>
        {children}
      </div>
    </dialog>
  )
}
