import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { useWords } from '../words/use-words.ts'
import styles from './contents.module.css'

const sameTitles = (some: readonly HTMLElement[], others: readonly HTMLElement[]): boolean =>
  some.length === others.length &&
  some.every(
    (heading, place) => heading === others[place] && heading.textContent === others[place].textContent,
  )

/** The headings that stand on the page now, and those that come or go while it is read. */
function useHeadings(within: RefObject<HTMLElement | null>): readonly HTMLElement[] {
  const [headings, setHeadings] = useState<readonly HTMLElement[]>([])
  useEffect(() => {
    const page = within.current
    if (page === null) return
    const look = () => {
      const found = [...page.querySelectorAll<HTMLElement>('h2')]
      setHeadings((before) => (sameTitles(before, found) ? before : found))
    }
    look()
    const watch = new MutationObserver(look)
    watch.observe(page, { childList: true, subtree: true, characterData: true })
    return () => watch.disconnect()
  }, [within])
  return headings
}

/** On a phone, the matters of a long page in a row that stays in sight; a touch leads to one. */
export function Contents({ within }: { readonly within: RefObject<HTMLElement | null> }): ReactNode {
  const say = useWords()
  const headings = useHeadings(within)
  const goTo = (heading: HTMLElement) => {
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    ;(heading.closest('section') ?? heading).scrollIntoView({ block: 'start' })
  }
  if (headings.length < 4) return null
  return (
    <nav className={styles['contents']} aria-label={say('shell.on-this-page')}>
      <ul>
        {headings.map((heading, place) => (
          <li key={`${place} ${heading.textContent}`}>
            <button type="button" onClick={() => goTo(heading)}>
              {heading.textContent}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
