import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { newId } from './ids.ts'
import { Refusal } from './refusal.ts'

/** Refusals that say: what you see is no longer so. */
const outdated = [404, 409]

/** A write without its own name, which is added when it is sent. */
export type Unnamed<Body> = Body extends unknown ? Omit<Body, 'command'> : never

export interface Command<Body, Answer> {
  readonly run: (body: Unnamed<Body>) => void
  readonly ask: (body: Unnamed<Body>) => Promise<Answer>
  readonly pending: boolean
  readonly refused: unknown
  readonly forgive: () => void
}

/** A write's own name: the same for as long as the same thing is sent, so that a retry has one effect. */
function useCommandName(): { readonly of: (body: unknown) => string; readonly spent: () => void } {
  const sent = useRef<{ readonly written: string; readonly name: string } | null>(null)
  return {
    of: (body) => {
      const written = JSON.stringify(body)
      if (sent.current?.written !== written) sent.current = { written, name: newId() }
      return sent.current.name
    },
    spent: () => {
      sent.current = null
    },
  }
}

/** Adds the name; TypeScript cannot see that what was taken out and what is put back make the whole. */
function named<Body>(body: Unnamed<Body>, command: string): Body {
  return { ...body, command } as Body
}

/** Sends a write; when it is done, or came too late, whatever is on the screen is fetched again. */
export function useCommand<Body extends { readonly command: string }, Answer>(
  send: (body: Body) => Promise<Answer>,
  onDone: (answer: Answer, body: Unnamed<Body>) => void = () => undefined,
): Command<Body, Answer> {
  const queries = useQueryClient()
  const name = useCommandName()
  const lookAgain = () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
  const mutation = useMutation({
    mutationFn: (body: Unnamed<Body>) => send(named<Body>(body, name.of(body))),
    onSuccess: (answer, body) => {
      name.spent()
      onDone(answer, body)
      return lookAgain()
    },
    onError: (refused) => {
      if (refused instanceof Refusal && outdated.includes(refused.status)) void lookAgain()
    },
  })
  return {
    run: (body) => mutation.mutate(body),
    ask: (body) => mutation.mutateAsync(body),
    pending: mutation.isPending,
    refused: mutation.error,
    forgive: mutation.reset,
  }
}
