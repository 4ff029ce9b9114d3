import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useSession } from '../platform/use-session.ts'
import { useWords } from '../words/use-words.ts'
import styles from './bottom-bar.module.css'
import { Dialog } from './dialog.tsx'
import { Icon } from './icons.tsx'
import { type Place, placesOf } from './places.ts'
import { WaitingBadge } from './waiting-badge.tsx'

const shownBeforeMore = 4

/** On phones: the four most used places under the thumb, the others behind *More*. */
export function BottomBar(): ReactNode {
  const say = useWords()
  const session = useSession()
  const [more, setMore] = useState(false)
  if (session === null) return null
  const places = placesOf(session.roles)
  return (
    <nav className={styles['bar']} aria-label={say('shell.places')}>
      {places.slice(0, shownBeforeMore).map(({ to, word, icon }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/' }} className={styles['place']}>
          <Icon name={icon} size={22} />
          <span>{say(word)}</span>
          {to === '/' && (
            <span className={styles['count']}>
              <WaitingBadge />
            </span>
          )}
        </Link>
      ))}
      <button type="button" className={styles['place']} aria-haspopup="dialog" onClick={() => setMore(true)}>
        <Icon name="more" size={22} />
        <span>{say('bar.more')}</span>
      </button>
      {more && <More places={places.slice(shownBeforeMore)} onClose={() => setMore(false)} />}
    </nav>
  )
}

function More({
  places,
  onClose,
}: {
  readonly places: readonly Place[]
  readonly onClose: () => void
}): ReactNode {
  const say = useWords()
  const navigate = useNavigate()
  const entries = [
    ...places,
    { to: '/notices', word: 'bar.notices', icon: 'clock' },
    { to: '/rules', word: 'bar.rules', icon: 'eye' },
    { to: '/dictionary', word: 'bar.dictionary', icon: 'directory' },
    { to: '/settings', word: 'bar.settings', icon: 'settings' },
  ] as const
  return (
    <Dialog title={say('bar.more')} onClose={onClose}>
      <ul className={styles['more']}>
        {entries.map(({ to, word, icon }) => (
          <li key={to}>
            <button
              type="button"
              className={styles['entry']}
              onClick={() => {
                onClose()
                void navigate({ to })
              }}
            >
              <Icon name={icon} />
              {say(word)}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
