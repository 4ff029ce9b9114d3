import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

interface CardProps {
  readonly title: string
  readonly id?: string
  /** What can be done here, beside the title. */
  readonly act?: ReactNode
  readonly children: ReactNode
}

/** One matter of a page, under its own heading. */
export function Card({ title, id, act, children }: CardProps): ReactNode {
  const heading = useId()
  return (
    <section id={id} className={styles['card']} aria-labelledby={heading}>
      <div className={styles['top']}>
        <h2 id={heading} className={styles['title']}>
          {title}
        </h2>
        {act}
      </div>
      {children}
    </section>
  )
}
