import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { forgetDrafts } from '../forms/drafts.ts'
import { markLeft } from '../shell/leave/leave-now.ts'
import { useDoors } from './doors.ts'

/** Ends the session and forgets every answer that was fetched in it. */
export function useSignOut(): () => Promise<void> {
  const { session } = useDoors()
  const queries = useQueryClient()
  const router = useRouter()
  return useCallback(async () => {
    await session.signOut().catch(markLeft)
    queries.clear()
    forgetDrafts()
    await router.navigate({ to: '/sign-in' })
  }, [session, queries, router])
}
