import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { Dialog } from '../../shell/dialog.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { Icon } from '../../shell/icons.tsx'
import { ownPage } from '../../shell/leave/leave-now.ts'
import lists from '../../shell/lists.module.css'
import { useWords } from '../../words/use-words.ts'
import styles from './slip.module.css'

interface SlipProps {
  readonly receipt: string
  readonly again: boolean
  readonly onClose: () => void
}

/** The receipt, this once. Printed, it is a row of digits on a paper and nothing else. */
export function Slip({ receipt, again, onClose }: SlipProps): ReactNode {
  const say = useWords()
  return (
    <Dialog title={say('window.receipt-title')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('window.receipt-what')}</p>
        {again && <p className={lists['strong']}>{say('window.receipt-old')}</p>}
        <p className={styles['slip']} data-slip>
          {[0, 4, 8, 12].map((from) => (
            <span key={from}>{receipt.slice(from, from + 4)} </span>
          ))}
        </p>
        <p>
          {say('window.receipt-where')}{' '}
          <span className={styles['address']}>{`${window.location.host}${ownPage}`}</span>
        </p>
        <div className={dialogs['acts']}>
          <Button onClick={onClose}>{say('window.receipt-done')}</Button>
          <Button variant="default" leftSection={<Icon name="print" />} onClick={() => window.print()}>
            {say('window.print')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
