import type { SessionView } from '@setu/records/api'
import { parseCaseCode, type Role } from '@setu/vocabulary'
import { opensCases } from '../../protection/cases/opens-cases.ts'
import type { WordId } from '../../words/rooms.ts'
import type { IconName } from '../icons.tsx'
import { type Place, placesOf } from '../places.ts'

/** Something the palette can do: go somewhere, open a case by its code, or act at once. */
export type Command =
  | {
      readonly kind: 'go'
      readonly to:
        | Place['to']
        | '/complaints'
        | '/caseload'
        | '/oversight'
        | '/money'
        | '/access-reviews'
        | '/settings'
        | '/dictionary'
        | '/rules'
        | '/rules/laid-down'
        | '/notices'
        | '/cases/new'
      readonly word: WordId
      readonly icon: IconName
    }
  | { readonly kind: 'open-case'; readonly code: string }
  | { readonly kind: 'language' }
  | { readonly kind: 'sign-out' }
  | { readonly kind: 'leave' }

/** Those who look over who has access. */
const looksOver: readonly Role[] = ['supervisor', 'technicalAdministrator', 'dataProtectionOfficer']

/** What is found under the board, and by its name as well. */
const overseeing = [
  { kind: 'go', to: '/oversight', word: 'bar.oversight', icon: 'board' },
  { kind: 'go', to: '/money', word: 'bar.money', icon: 'board' },
] as const satisfies readonly Command[]

/** Everything that someone can do from the palette, before a word is typed. */
export function commandsOf(session: Pick<SessionView, 'org' | 'roles'>): readonly Command[] {
  const places = placesOf(session.roles)
  return [
    ...places.map((place) => ({ kind: 'go', ...place }) as const),
    ...(opensCases(session)
      ? ([{ kind: 'go', to: '/cases/new', word: 'palette.new-case', icon: 'add' }] as const)
      : []),
    ...(session.roles.some((role) => role === 'caseworker' || role === 'supervisor')
      ? ([{ kind: 'go', to: '/caseload', word: 'bar.caseload', icon: 'board' }] as const)
      : []),
    ...(session.roles.includes('supervisor')
      ? overseeing.filter(({ to }) => !places.some((place) => place.to === to))
      : []),
    ...(session.roles.some((role) => looksOver.includes(role))
      ? ([{ kind: 'go', to: '/access-reviews', word: 'palette.reviews', icon: 'eye' }] as const)
      : []),
    { kind: 'go', to: '/complaints', word: 'palette.complaints', icon: 'person' },
    { kind: 'go', to: '/notices', word: 'bar.notices', icon: 'clock' },
    { kind: 'go', to: '/rules', word: 'bar.rules', icon: 'eye' },
    { kind: 'go', to: '/rules/laid-down', word: 'bar.laid', icon: 'clock' },
    { kind: 'go', to: '/dictionary', word: 'bar.dictionary', icon: 'directory' },
    { kind: 'go', to: '/settings', word: 'bar.settings', icon: 'settings' },
    { kind: 'language' },
    { kind: 'sign-out' },
    { kind: 'leave' },
  ]
}

/** Whether everything typed begins some word of a label, in any order. */
function matches(label: string, typed: string): boolean {
  const words = label.toLocaleLowerCase().split(/\s+/)
  const asked = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return asked.every((part) => words.some((word) => word.startsWith(part)))
}

/** What fits what was typed: a case code comes before all else. */
export function found(
  commands: readonly Command[],
  typed: string,
  labelOf: (command: Command) => string,
): readonly Command[] {
  const code = parseCaseCode(typed.trim())
  const opening: Command[] = code === null ? [] : [{ kind: 'open-case', code }]
  return [...opening, ...commands.filter((command) => matches(labelOf(command), typed))]
}
