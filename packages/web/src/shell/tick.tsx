import type { ReactNode } from 'react'
import styles from './choice.module.css'

interface TickProps {
  readonly label: string
  readonly checked: boolean
  readonly onTick: (checked: boolean) => void
}

/** One thing that is so or is not, large enough for a thumb. */
export function Tick({ label, checked, onTick }: TickProps): ReactNode {
  return (
    <label className={styles['option']}>
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
