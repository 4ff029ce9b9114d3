import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSignedIn } from '../../platform/use-session.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './overseeing.module.css'

const places = [
  { to: '/board', word: 'bar.board' },
  { to: '/caseload', word: 'bar.caseload' },
  { to: '/oversight', word: 'bar.oversight' },
  { to: '/approvals', word: 'bar.approvals' },
  { to: '/money', word: 'bar.money' },
  { to: '/shelter', word: 'homes.looks' },
  { to: '/access-reviews', word: 'palette.reviews' },
] as const

/** Everything by which somebody answers for a unit, under one place of the bar. Others, who have one of these alone, see none. */
export function Overseeing(): ReactNode {
  const say = useWords()
  if (!useSignedIn().roles.includes('supervisor')) return null
  return (
    <nav aria-label={say('bar.board')}>
      <ul className={styles['places']}>
        {places.map(({ to, word }) => (
          <li key={to}>
            <Link to={to} className={styles['place']} activeOptions={{ includeSearch: false }}>
              {say(word)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
