import { useEffect } from 'react'
import { nothingPressed, pressedOnceMore, wantsToLeave } from './leave-keys.ts'
import { followLeaving, leaveNow } from './leave-now.ts'

/** Listens for the keys that leave, before any field or dialog sees them. */
export function useLeaveKeys(): void {
  useEffect(() => {
    let row = nothingPressed
    const onKeyDown = (event: KeyboardEvent) => {
      row = pressedOnceMore(row, { key: event.key, repeat: event.repeat, at: event.timeStamp })
      if (wantsToLeave(row)) leaveNow()
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    const stopFollowing = followLeaving()
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      stopFollowing()
    }
  }, [])
}
