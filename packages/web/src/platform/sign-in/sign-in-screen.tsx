import type { SessionView, SignedIn } from '@setu/records/api'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../doors.ts'
import { sessionQuery } from '../use-session.ts'
import { PasswordPage } from './password-page.tsx'
import { SecondHalf } from './second-half.tsx'

/** The door of the house: name and password, then whatever else the node asks for, and in. */
export function SignInScreen(): ReactNode {
  const doors = useDoors()
  const queries = useQueryClient()
  const router = useRouter()
  const { next } = useSearch({ from: '/sign-in' })
  const [asked, setAsked] = useState<SignedIn | null>(null)

  const comeIn = async (session: SessionView) => {
    queries.clear()
    queries.setQueryData(sessionQuery(doors).queryKey, session)
    await router.navigate({ to: next ?? '/' })
  }
  const goOn = async (answer: SignedIn) => {
    if (answer.session === null) setAsked(answer)
    else await comeIn(answer.session)
  }

  if (asked === null || asked.next === null) return <PasswordPage onAnswer={goOn} />
  return <SecondHalf asked={{ ...asked, next: asked.next }} onAnswer={goOn} onBack={() => setAsked(null)} />
}
