import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '../platform/use-session.ts'
import { useWords } from '../words/use-words.ts'
import styles from './bar.module.css'
import { Icon } from './icons.tsx'
import { LeaveButton } from './leave/leave-button.tsx'
import { placesOf } from './places.ts'
import { WaitingBadge } from './waiting-badge.tsx'

interface BarProps {
  readonly onSearch: () => void
}

/** The bar at the top: where to go on a desktop, what to search, and the way out. */
export function Bar({ onSearch }: BarProps): ReactNode {
  const say = useWords()
  const session = useSession()
  return (
    <header className={styles['bar']}>
      <div className={styles['inner']}>
        <Link to="/" className={styles['name']}>
          {say('shell.name')}
        </Link>
        {session !== null && (
          <nav className={styles['places']} aria-label={say('shell.places')}>
            {placesOf(session.roles).map(({ to, word }) => (
              <Link key={to} to={to} activeOptions={{ exact: to === '/' }} className={styles['place']}>
                {say(word)}
                {to === '/' && <WaitingBadge />}
              </Link>
            ))}
          </nav>
        )}
        <div className={styles['acts']}>
          {session !== null && (
            <>
              <button
                type="button"
                className={styles['search']}
                onClick={onSearch}
                aria-keyshortcuts="Control+K Meta+K"
              >
                <Icon name="search" />
                <span className={styles['searchWord']}>{say('shell.search')}</span>
                <kbd className={styles['keys']}>{say('shell.search-keys')}</kbd>
              </button>
              <Link
                to="/settings"
                className={styles['me']}
                aria-label={say('shell.me', { name: session.account.name })}
              >
                <Icon name="person" />
              </Link>
            </>
          )}
          <LeaveButton />
        </div>
      </div>
    </header>
  )
}
