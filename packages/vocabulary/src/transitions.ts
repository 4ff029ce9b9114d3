/** What may follow each state of a record. A state with nothing after it is final. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>

/** Whether a record in one state may go to another. */
export function mayBecome<State extends string>(
  transitions: Transitions<State>,
  from: State,
  to: State,
): boolean {
  return transitions[from].includes(to)
}
