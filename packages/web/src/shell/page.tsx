import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useWords } from '../words/use-words.ts'
import styles from './page.module.css'

export interface Crumb {
  readonly label: string
  readonly to: NonNullable<LinkProps['to']>
}

interface PageProps {
  readonly title: ReactNode
  /** Where this page lies; at most two, since the page itself is the third step. */
  readonly above?: readonly [Crumb] | readonly [Crumb, Crumb]
  /** What can be done with the whole page. */
  readonly acts?: ReactNode
  /** A page of a few questions, in the middle of a wide screen. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

let opened = 0

/** The frame of every page: where it lies, what it is called, what can be done with it. */
export function Page({ title, above, acts, narrow = false, children }: PageProps): ReactNode {
  const say = useWords()
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    opened += 1
    if (opened > 1) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <div className={styles['page']} data-narrow={narrow}>
      {above && (
        <nav className={styles['above']} aria-label={say('shell.above')}>
          <ol>
            {above.map(({ label, to }) => (
              <li key={label}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles['top']}>
        <h1 ref={heading} tabIndex={-1} className={styles['title']}>
          {title}
        </h1>
        {acts && <div className={styles['acts']}>{acts}</div>}
      </div>
      {children}
    </div>
  )
}
