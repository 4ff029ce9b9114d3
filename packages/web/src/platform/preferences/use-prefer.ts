import type { SessionView } from '@setu/records/api'
import { useCallback, useEffect, useRef } from 'react'
import { keepDraftsOf } from '../../forms/drafts.ts'
import { useDoors } from '../doors.ts'
import { newId } from '../ids.ts'
import { choose, type Settings } from '../settings.ts'
import { useSession } from '../use-session.ts'

/** What the account keeps of these choices; the digits are a yes or no there. */
function keptWith({ digits, ...others }: Partial<Settings>) {
  return digits === undefined ? others : { ...others, banglaDigits: digits === 'own' }
}

/** Changes how the screen looks, at once, and keeps it with the account when somebody is signed in. */
export function usePrefer(): (changes: Partial<Settings>) => void {
  const { session: door } = useDoors()
  const signedIn = useSession() !== null
  return useCallback(
    (changes) => {
      choose(changes)
      if (signedIn) door.prefer({ command: newId(), ...keptWith(changes) }).catch(() => undefined)
    },
    [door, signedIn],
  )
}

type Kept = SessionView['preferences']

function choicesIn(kept: Kept): Partial<Settings> {
  const { language, banglaDigits, density, scheme } = kept
  return {
    ...(language === 'en' || language === 'bn' ? { language } : {}),
    ...(typeof banglaDigits === 'boolean' ? { digits: banglaDigits ? 'own' : 'latin' } : {}),
    ...(density === 'comfortable' || density === 'compact' ? { density } : {}),
    ...(scheme === 'auto' || scheme === 'light' || scheme === 'dark' ? { scheme } : {}),
  }
}

/** On signing in, the screen becomes as the account likes it, with their own unfinished work on it. */
export function useAccountChoices(): void {
  const session = useSession()
  const account = session?.account.id
  const kept = session?.preferences
  const takenOver = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (kept === undefined || takenOver.current === account) return
    takenOver.current = account
    if (account !== undefined) keepDraftsOf(account)
    choose(choicesIn(kept))
  }, [account, kept])
}
