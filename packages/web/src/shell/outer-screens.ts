import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router'
import type { Doors } from '../platform/doors.ts'
import { nodeQuery, sessionQuery } from '../platform/use-session.ts'
import { from } from './chunk.ts'
import { ownPage } from './leave/leave-now.ts'
import { NothingHere } from './nothing-here.tsx'
import { Shell } from './shell.tsx'

export interface Around {
  readonly doors: Doors
  readonly queries: QueryClient
}

/** The frame around every screen. */
export const root = createRootRouteWithContext<Around>()({ component: Shell, notFoundComponent: NothingHere })

/** Only an address inside this application is followed after signing in. */
function ownAddress(given: unknown): string | undefined {
  return typeof given === 'string' && /^\/(?![/\\])/.test(given) ? given : undefined
}

/** Where somebody signs in. */
export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = ownAddress(search['next'])
    return next === undefined ? {} : { next }
  },
  beforeLoad: async ({ context: { doors, queries } }) => {
    const node = await queries.ensureQueryData(nodeQuery(doors))
    if (node.empty) throw redirect({ to: '/first-run' })
  },
  component: from(
    ['platform', 'forms'],
    () => import('../platform/sign-in/sign-in-screen.tsx'),
    'SignInScreen',
  ),
})

/** Where a node begins. */
export const firstRun = createRoute({
  getParentRoute: () => root,
  path: '/first-run',
  beforeLoad: async ({ context: { doors, queries } }) => {
    const node = await queries.ensureQueryData(nodeQuery(doors))
    if (!node.empty) throw redirect({ to: '/' })
  },
  component: from(
    ['platform', 'forms'],
    () => import('../platform/first-run/first-run-screen.tsx'),
    'FirstRunScreen',
  ),
})

/** The survivor’s own page. */
export const own = createRoute({
  getParentRoute: () => root,
  path: ownPage,
  component: from(['own'], () => import('../protection/window/own-screen.tsx'), 'OwnScreen'),
})

/** What somebody prefers, whatever they see beside it. */
export const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  beforeLoad: async ({ context: { doors, queries } }) => {
    await queries.ensureQueryData(sessionQuery(doors))
  },
  component: from(
    ['platform', 'forms'],
    () => import('../platform/preferences/settings-screen.tsx'),
    'SettingsScreen',
  ),
})

/** Everything for which one must be signed in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async ({ context: { doors, queries }, location }) => {
    const asked = sessionQuery(doors)
    const session =
      queries.getQueryData(asked.queryKey) ?? (await queries.fetchQuery({ ...asked, staleTime: 0 }))
    if (session !== null) return
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
  },
})
