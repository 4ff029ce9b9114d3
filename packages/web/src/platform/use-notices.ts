import type { NoticeView } from '@setu/records/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDoors } from './doors.ts'
import { newId } from './ids.ts'
import { useSession } from './use-session.ts'

const everyMinute = 60_000

/** What one was told, seen or not; `undefined` until it is known. */
export function useNotices(): readonly NoticeView[] | undefined {
  const { session } = useDoors()
  const signedIn = useSession() !== null
  const { data } = useQuery({
    queryKey: ['notices'],
    queryFn: session.notices,
    enabled: signedIn,
    refetchInterval: everyMinute,
    throwOnError: false,
  })
  return data?.items
}

function useUnseen(): readonly NoticeView[] {
  return (useNotices() ?? []).filter(({ seen }) => !seen)
}

/** How many things came up since one last looked at one's day. */
export function useWaitingCount(): number {
  return useUnseen().length
}

/** What was new on coming to a page: it stays there, though it counts as seen from the first look. */
export function useNewlyTold(): readonly NoticeView[] {
  const unseen = useUnseen()
  const [kept, setKept] = useState<readonly NoticeView[]>([])
  const more = unseen.filter(({ id }) => !kept.some((one) => one.id === id))
  if (more.length > 0) setKept([...more, ...kept])
  return kept
}

/** Whoever looks at their day has been told. */
export function useTold(): void {
  const { session } = useDoors()
  const queries = useQueryClient()
  const unseen = useUnseen()
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    if (unseen === '') return
    session
      .markSeen({ command: newId(), ids: unseen.split(' ').slice(0, 200) })
      .then(() => queries.invalidateQueries({ queryKey: ['notices'] }))
      .catch(() => undefined)
  }, [session, queries, unseen])
}
