import type { NodeView, SessionView } from '@setu/records/api'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type Doors, useDoors } from './doors.ts'

export function sessionQuery(doors: Doors) {
  return queryOptions({
    queryKey: ['session'],
    queryFn: doors.session.current,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function nodeQuery(doors: Doors) {
  return queryOptions({
    queryKey: ['node'],
    queryFn: doors.session.node,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Who is signed in; `null` on the pages that anybody may see. */
export function useSession(): SessionView | null {
  return useQuery({ ...sessionQuery(useDoors()), enabled: false }).data ?? null
}

/** On the pages inside, where somebody always is. */
export function useSignedIn(): SessionView {
  const session = useSession()
  if (session === null) throw new TypeError('nobody is signed in on an inner page')
  return session
}

/** What sort of node this is: empty, a demonstration, or at work. */
export function useNode(): NodeView | null {
  return useQuery(nodeQuery(useDoors())).data ?? null
}
