import type { SessionView } from '@setu/records/api'

/** Only a protection organisation owns cases, and only those who work with survivors open them. */
export function opensCases({ org, roles }: Pick<SessionView, 'org' | 'roles'>): boolean {
  return org.ownsCases && roles.some((role) => role === 'caseworker' || role === 'supervisor')
}
