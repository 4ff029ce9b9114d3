import type { NetworkNodeView } from '@setu/records/api'
import type { NetworkKind } from '@setu/vocabulary'

/** The outline of each kind of thing, around nought: told apart without colour. */
export const outlines: Readonly<Record<NetworkKind, string>> = {
  person: 'M-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0Z',
  company: 'M-7.5-7.5h15v15h-15Z',
  phone: 'M0-9L8.5 6.5h-17Z',
  account: 'M-4.5-8h9L9 0L4.5 8h-9L-9 0Z',
  vehicle: 'M-9-5h18L6 6H-6Z',
  place: 'M0-9.5L9.5 0L0 9.5L-9.5 0Z',
  criminalCase: 'M-6-8.5h9l4 4v13h-13Z',
}

/** What something is called first: its name, or its number where it has none. */
export function calledOf({ names, number }: NetworkNodeView): string {
  return names[0] ?? number ?? '–'
}
