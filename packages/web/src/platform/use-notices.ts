import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDoors } from './doors.ts'
import { newId } from './ids.ts'
import { useSession } from './use-session.ts'

const everyMinute = 60_000

function useUnseen(): readonly string[] {
  const { session } = useDoors()
  const signedIn = useSession() !== null
  const { data } = useQuery({
    queryKey: ['notices'],
    queryFn: session.notices,
    enabled: signedIn,
    refetchInterval: everyMinute,
    throwOnError: false,
  })
  return (data?.items ?? []).filter(({ seen }) => !seen).map(({ id }) => id)
}

/** How many things came up since one last looked at one's day. */
export function useWaitingCount(): number {
  return useUnseen().length
}

/** Whoever looks at their day has been told. */
export function useTold(): void {
  const { session } = useDoors()
  const queries = useQueryClient()
  const unseen = useUnseen().join(' ')
  useEffect(() => {
    if (unseen === '') return
    session
      .markSeen({ command: newId(), ids: unseen.split(' ').slice(0, 200) })
      .then(() => queries.invalidateQueries({ queryKey: ['notices'] }))
      .catch(() => undefined)
  }, [session, queries, unseen])
}
