import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Refusal } from './refusal.ts'

/** Refusals after which what was shown before may not be shown any longer. */
const gone = [401, 403, 404]

function isGone(error: unknown): boolean {
  return error instanceof Refusal && gone.includes(error.status)
}

function mayHeal(error: unknown): boolean {
  return error instanceof Refusal && (error.status === 0 || error.status >= 502)
}

/**
 * What was fetched, in memory only: nothing of a case is ever kept by the browser. What may no longer be
 * read leaves the screen at the next answer, as when a consent was withdrawn.
 */
export function openQueries(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-signed-in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        retry: (times, error) => times < 2 && mayHeal(error),
        throwOnError: (error, { state }) => state.data === undefined || isGone(error),
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
