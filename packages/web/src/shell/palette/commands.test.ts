import { caseCodeFrom, type Role } from '@setu/vocabulary'
import { expect, test } from 'vitest'
import { type Command, commandsOf, found } from './commands.ts'

function someone(...roles: Role[]) {
  const org = { id: 'o', name: { en: 'o', bn: 'ও' }, type: 'ngo', ownsCases: true }
  return { org, roles }
}

function labelOf(command: Command): string {
  return command.kind === 'go' ? command.word : command.kind
}

test('someone who looks after accounts is never led to a case', () => {
  const places = commandsOf(someone('technicalAdministrator')).flatMap((command) =>
    command.kind === 'go' ? [command.to] : [],
  )
  expect(places).toContain('/administration')
  expect(places).not.toContain('/cases')
  expect(places).not.toContain('/cases/new')
})

test('two roles bring the places of both, each once', () => {
  const places = commandsOf(someone('caseworker', 'supervisor')).flatMap((command) =>
    command.kind === 'go' ? [command.to] : [],
  )
  expect(places).toEqual([...new Set(places)])
  expect(places).toContain('/board')
})

test('the beginnings of words find a command, in any order', () => {
  const commands: Command[] = [{ kind: 'sign-out' }, { kind: 'leave' }]
  const called = (command: Command) => (command.kind === 'leave' ? 'Leave now' : 'Sign out')
  expect(found(commands, 'no le', called)).toEqual([{ kind: 'leave' }])
  expect(found(commands, 'eave', called)).toEqual([])
})

test('a case code is understood as people write it, and comes first', () => {
  const code = caseCodeFrom(new Uint8Array([9, 8, 7, 6, 5, 4, 3, 2]))
  const typed = ` ${code.toLowerCase().replace('-', '')} `
  expect(found(commandsOf(someone('caseworker')), typed, labelOf)[0]).toEqual({ kind: 'open-case', code })
})
