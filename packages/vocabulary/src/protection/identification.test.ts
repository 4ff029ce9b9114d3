import { expect, test } from 'vitest'
import {
  elementsHold,
  identificationStates,
  identificationSteps,
  identificationStepsFrom,
} from './identification.ts'

test('a no takes somebody else, and an appeal is answered by somebody else', () => {
  const toNo = identificationSteps.filter(({ to }) => to === 'notIdentified')
  expect(toNo.map(({ from }) => from)).toEqual(['noProposed', 'appealed'])
  expect(toNo.every(({ byAnother }) => byAnother)).toBe(true)
  expect(identificationStepsFrom('appealed').every(({ byAnother }) => byAnother)).toBe(true)
  expect(identificationStepsFrom('notIdentified').map(({ to }) => to)).toEqual(['appealed'])
})

test('every state can be reached from presumed', () => {
  const reached = new Set(['presumed'])
  for (const _ of identificationStates.entries)
    for (const { from, to } of identificationSteps) if (reached.has(from)) reached.add(to)
  expect([...reached].toSorted()).toEqual(identificationStates.entries.map(({ code }) => code).toSorted())
})

test('of an adult act, means and purpose are asked, of a child act and purpose: every combination', () => {
  for (const acts of [[], ['recruited']])
    for (const means of [[], ['force']])
      for (const purposes of [[], ['labour']])
        for (const child of [false, true]) {
          const wanted = child ? [acts, purposes] : [acts, means, purposes]
          const holds = wanted.every((element) => element.length > 0)
          expect([acts, means, purposes, child, elementsHold({ acts, means, purposes }, child)]).toEqual([
            acts,
            means,
            purposes,
            child,
            holds,
          ])
        }
})
