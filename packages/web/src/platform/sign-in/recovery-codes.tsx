import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import styles from './enrol-app.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** The codes for a day without the phone: shown this once, to print or to copy. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps): ReactNode {
  const say = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    toast(say('recovery.copied'))
  }
  return (
    <div className={lists['stack']}>
      <p>{say('recovery.what')}</p>
      <ol className={styles['codes']} data-codes>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className={lists['acts']}>
        <Button variant="default" onClick={() => window.print()}>
          {say('recovery.print')}
        </Button>
        <Button variant="default" onClick={() => void copy()}>
          {say('recovery.copy')}
        </Button>
      </div>
      <Button onClick={onKept} fullWidth>
        {say('recovery.kept')}
      </Button>
    </div>
  )
}
