import { type CodeList, codesOf } from './codes.ts'

/** Who, to a case or to the home in which somebody stays, can take a step of a record. */
export type StepRelation = 'own' | 'supervise' | 'named' | 'home'

/** One way of a record from a state to another, with the words of the button that takes it. */
export interface Step<State extends string = string> {
  readonly from: State
  readonly to: State
  readonly en: string
  readonly bn: string
  readonly by: readonly StepRelation[]
  /** Fields that hold an answer by then; a missing one may be given with the step. */
  readonly asks?: readonly string[]
  /** Fields that may be answered with the step, and need not be. */
  readonly takes?: readonly string[]
  /** Whoever brought the record into one of these states does not take it: nobody approves their own request. */
  readonly notBy?: readonly State[]
}

/** The states of a record, where it begins, in which of them its values may be corrected, and every step between them. */
export interface States<State extends string = string> {
  readonly list: CodeList<State>
  readonly begins: State
  readonly amends: readonly State[]
  readonly steps: readonly Step<State>[]
}

/** Writes the states of a record down; refuses a step said twice or to itself, and a state that nothing leads to. */
export function defineStates<const State extends string>(states: {
  readonly list: CodeList<State>
  readonly begins: NoInfer<State>
  readonly amends: readonly NoInfer<State>[]
  readonly steps: readonly Step<NoInfer<State>>[]
}): States<State> {
  const { list, begins, steps } = states
  const pairs = steps.map(({ from, to }) => `${from} → ${to}`)
  const twice = pairs.find((pair, at) => pairs.indexOf(pair) !== at)
  if (twice !== undefined) throw new TypeError(`${list.scheme}: ${twice} is listed twice`)
  const itself = steps.find(({ from, to }) => from === to)
  if (itself) throw new TypeError(`${list.scheme}: ${itself.from} leads to itself`)
  const reached = new Set<State>([begins])
  for (const state of reached) for (const { from, to } of steps) if (from === state) reached.add(to)
  const unreached = codesOf(list).filter((state) => !reached.has(state))
  if (unreached.length > 0) throw new TypeError(`${list.scheme}: nothing leads to ${unreached.join(', ')}`)
  return states
}

/** The steps that lead on from a state, whoever may take them. */
export function stepsFrom<State extends string>(states: States<State>, from: string): readonly Step<State>[] {
  return states.steps.filter((step) => step.from === from)
}

/** The step between two states, or null when there is none. */
export function stepBetween<State extends string>(
  states: States<State>,
  from: string,
  to: string,
): Step<State> | null {
  return stepsFrom(states, from).find((step) => step.to === to) ?? null
}
