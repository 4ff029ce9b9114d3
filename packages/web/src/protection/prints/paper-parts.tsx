import type { ReactNode } from 'react'
import { useWords } from '../../words/use-words.ts'
import styles from './prints.module.css'

/** A heading and what stands under it; nothing where there is nothing. */
export function Part({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  if (children === null || children === '' || children === false) return null
  return (
    <section className={styles['part']}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Names and values, one below the other. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }): ReactNode {
  return (
    <dl className={styles['facts']}>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Words as somebody said them. */
export function Said({ words }: { readonly words: string }): ReactNode {
  return <blockquote className={styles['said']}>{words}</blockquote>
}

/** Where somebody signs or puts a thumb. */
export function Signatures({ who }: { readonly who: readonly string[] }): ReactNode {
  const say = useWords()
  return (
    <ul className={styles['signs']}>
      {who.map((one) => (
        <li key={one}>
          <span className={styles['line']} />
          {one}
          <span className={styles['small']}>{say('print.sign-date')}</span>
        </li>
      ))}
    </ul>
  )
}
