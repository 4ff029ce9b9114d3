import type { Role } from '@setu/vocabulary'
import type { WordId } from '../words/rooms.ts'
import type { IconName } from './icons.tsx'

/** A place in the bar: where one sort of work is done. */
export interface Place {
  readonly to:
    | '/'
    | '/cases'
    | '/referrals'
    | '/tips'
    | '/board'
    | '/oversight'
    | '/directory'
    | '/criminal-cases'
    | '/laws'
    | '/administration'
    | '/log'
    | '/erasures'
    | '/retention'
    | '/incidents'
  readonly word: WordId
  readonly icon: IconName
}

const all = {
  day: { to: '/', word: 'bar.my-day', icon: 'day' },
  cases: { to: '/cases', word: 'bar.cases', icon: 'cases' },
  referrals: { to: '/referrals', word: 'bar.referrals', icon: 'referrals' },
  court: { to: '/criminal-cases', word: 'bar.court', icon: 'court' },
  tips: { to: '/tips', word: 'bar.tips', icon: 'sound' },
  board: { to: '/board', word: 'bar.board', icon: 'board' },
  oversight: { to: '/oversight', word: 'bar.oversight', icon: 'board' },
  directory: { to: '/directory', word: 'bar.directory', icon: 'directory' },
  laws: { to: '/laws', word: 'bar.laws', icon: 'log' },
  administration: { to: '/administration', word: 'bar.administration', icon: 'administration' },
  log: { to: '/log', word: 'bar.log', icon: 'log' },
  erasures: { to: '/erasures', word: 'bar.erasures', icon: 'erase' },
  retention: { to: '/retention', word: 'bar.retention', icon: 'erase' },
  incidents: { to: '/incidents', word: 'bar.incidents', icon: 'late' },
} as const satisfies Record<string, Place>

const {
  day,
  cases,
  referrals,
  court,
  tips,
  board,
  oversight,
  directory,
  laws,
  administration,
  log,
  erasures,
  retention,
  incidents,
} = all

const byRole: Readonly<Record<Role, readonly Place[]>> = {
  caseworker: [day, cases, referrals, tips, directory],
  supervisor: [day, cases, referrals, tips, board, directory, retention],
  policeInvestigator: [day, cases, referrals, court, tips, directory, laws],
  prosecutor: [day, cases, referrals, court, tips, directory, laws],
  courtOfficer: [court, directory],
  consularOfficer: [day, cases, referrals, tips, directory],
  committeeSecretary: [day, referrals, tips, oversight, directory],
  programmeManager: [day, tips, oversight, directory, laws],
  trainer: [day, tips, directory],
  analyst: [day, oversight, directory, laws],
  technicalAdministrator: [administration, log, tips, directory, retention],
  dataProtectionOfficer: [day, log, erasures, retention, tips, directory],
}

/** What someone finds in the bar: only what their roles bring, the most used first, and where anybody says what went wrong. */
export function placesOf(roles: readonly Role[]): readonly Place[] {
  const theirs = new Set<Place>([...roles.flatMap((role) => byRole[role]), incidents])
  const inOrder = Object.values(all).filter((place) => theirs.has(place))
  return theirs.has(day)
    ? inOrder
    : inOrder.toSorted((a, b) => Number(b === administration) - Number(a === administration))
}
