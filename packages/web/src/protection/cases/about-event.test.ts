import { expect, test } from 'vitest'
import { detailsOf, subjectOf } from './about-event.ts'

function said(kind: string, about: Record<string, string>): string[] {
  return detailsOf({ kind, about }).map(({ list, code }) => `${list.scheme} ${code}`)
}

test('the same code means what its place says', () => {
  expect(said('referralSent', { service: 'policeLiaison' })).toEqual(['setu:service policeLiaison'])
  expect(said('noteAdded', { kind: 'policeLiaison' })).toEqual(['setu:note-kind policeLiaison'])
  expect(said('taskSet', { kind: 'followUp' })).toEqual(['setu:task followUp'])
})

test('a change of state says from where to where', () => {
  expect(said('stateChanged', { to: 'assessed', from: 'intake' })).toEqual([
    'setu:case-state intake',
    'setu:case-state assessed',
  ])
})

test('ids and unknown codes are not shown', () => {
  expect(said('assigned', { account: '5b0c7b1e-0000-4000-8000-000000000000' })).toEqual([])
  expect(said('referralSent', { service: 'teleportation', code: 'K4T-9WX' })).toEqual([])
})

test('what many records have alike is told by the record that it happened to', () => {
  const label = (kind: string, about: Record<string, string>) => subjectOf({ kind, about })?.name
  expect(label('recordStepped', { record: 'payment', became: 'paid' })).toBe('payment')
  expect(label('recordAdded', { record: 'guardian' })).toBe('guardian')
  expect(label('riskAssessed', { record: 'riskAssessment', became: 'made' })).toBeUndefined()
  expect(label('recordStepped', { record: 'nothing' })).toBeUndefined()
})
