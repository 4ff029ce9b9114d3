import { Outlet, useLocation } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { useAccountChoices } from '../platform/preferences/use-prefer.ts'
import { useProofAsked } from '../platform/step-up/asking-for-proof.ts'
import { useSession } from '../platform/use-session.ts'
import { openRooms } from '../words/language.ts'
import { useWords } from '../words/use-words.ts'
import { Bar } from './bar.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { ownPage } from './leave/leave-now.ts'
import { Notices } from './notices.tsx'
import { Palette } from './palette/palette.tsx'
import styles from './shell.module.css'
import { Toasts } from './toasts.tsx'

function asksToSearch(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k'
}

const StepUpDialog = lazy(async () => {
  const [{ StepUpDialog: dialog }] = await Promise.all([
    import('../platform/step-up/step-up-dialog.tsx'),
    openRooms(['platform']),
  ])
  return { default: dialog }
})

/** What stands around every screen. */
export function Shell(): ReactNode {
  const say = useWords()
  const session = useSession()
  useAccountChoices()
  const [searching, setSearching] = useState(false)
  const proofAsked = useProofAsked()
  const stopSearching = useCallback(() => setSearching(false), [])
  // Around a survivor's own page stands nothing that says whose house it is.
  const bare = useLocation({ select: ({ pathname }) => pathname === ownPage })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!asksToSearch(event)) return
      event.preventDefault()
      setSearching(true)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  return (
    <div className={styles['shell']} data-signed-in={session !== null}>
      <a href="#main" className={styles['skip']}>
        {say('shell.skip')}
      </a>
      {!bare && <Notices />}
      {!bare && <Bar onSearch={() => setSearching(true)} />}
      <main id="main" tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      {!bare && <BottomBar />}
      {session !== null && searching && <Palette onClose={stopSearching} />}
      {session !== null && proofAsked && (
        <Suspense>
          <StepUpDialog />
        </Suspense>
      )}
      <Toasts />
    </div>
  )
}
