import type { ConsentView } from '@setu/records/api'
import { expect, test } from 'vitest'
import {
  answered,
  askable,
  cardFor,
  cardsToAsk,
  purposeFor,
  type Recipient,
  recipientsIn,
  shareableFor,
  withService,
} from './asked.ts'

const police: Recipient = {
  org: 'o1',
  unit: 'u1',
  name: { en: 'District police', bn: 'জেলা পুলিশ' },
  type: 'policeUnit',
  work: 'police',
}

test('the police can never be told more than names and coded facts', () => {
  expect(shareableFor(police, 'policeLiaison')).toEqual(['identity', 'facts'])
  expect(shareableFor(police, 'medical')).not.toContain('health')
  expect(purposeFor(police)).toBe('sharePolice')
})

test('a card begins with the least and without an answer', () => {
  const card = cardFor('c1', 'sharePolice', police, 'policeLiaison')
  expect(card.parts).toEqual(['facts'])
  expect(card.answer).toBeNull()
})

test('an office is asked about its own work until somebody says otherwise', () => {
  const card = cardFor('c1', 'sharePolice', police)
  expect(card.service).toBe('policeLiaison')
  expect(card.parts).toEqual(['facts'])
})

test('a question about nothing is not asked', () => {
  const card = cardFor('c1', 'sharePolice', police)
  expect(askable([card, cardFor('c2', 'statistics')])).toBe(true)
  expect(askable([{ ...card, parts: [] }])).toBe(false)
  expect(askable([{ ...card, purpose: 'transferCase', parts: [] }])).toBe(true)
})

test('another service never widens what may be told', () => {
  const asked = {
    ...cardFor('c1', 'sharePolice', police, 'policeLiaison'),
    parts: ['identity', 'facts'] as const,
  }
  expect(withService(asked, 'medical').parts.every((part) => ['identity', 'facts'].includes(part))).toBe(true)
  expect(withService(asked, 'livelihood').parts).toEqual(['identity'])
})

test('not now is no answer, and a yes to nothing is none either', () => {
  const asked = cardFor('c1', 'sharePolice', police, 'policeLiaison')
  expect(answered([asked])).toEqual([])
  expect(answered([{ ...asked, answer: 'given', parts: [] }])).toEqual([])
  expect(answered([{ ...asked, answer: 'refused', parts: [] }])).toHaveLength(1)
  expect(answered([{ ...asked, answer: 'given' }])).toHaveLength(1)
})

test('only active offices of others that work with survivors can be named', () => {
  const office = (id: string, work: string, active = true) => ({
    id,
    name: { en: id, bn: id },
    type: 'ngo',
    district: null,
    phone: null,
    ownsCases: true,
    work,
    active,
    version: 1,
    units: [
      { org: id, id: `${id}-unit`, name: { en: 'Team', bn: 'দল' }, district: null, active: true },
      { org: id, id: `${id}-old`, name: { en: 'Old', bn: 'পুরোনো' }, district: null, active: false },
    ],
  })
  const found = recipientsIn(
    [office('ours', 'care'), office('a', 'care'), office('b', 'none'), office('c', 'legal', false)],
    'ours',
  )
  expect(found.map(({ unit }) => unit)).toEqual(['a-unit'])
})

test('a question about somebody who is not named is not asked', () => {
  const card = cardFor('c1', 'familyContact')
  expect(card.words).toBe('')
  expect(askable([card])).toBe(false)
  expect(askable([{ ...card, words: '  ' }])).toBe(false)
  expect(askable([{ ...card, words: 'my mother' }])).toBe(true)
  expect(cardFor('c2', 'statistics').words).toBeNull()
})

test('a conversation begins with what was never agreed to and with every yes that is about to end', () => {
  const agreed = (purpose: string, validUntil: string, more: Partial<ConsentView> = {}): ConsentView => ({
    id: purpose,
    version: 1,
    purpose,
    parts: [],
    recipient: null,
    inWords: false,
    state: 'given',
    givenOn: '2026-01-01',
    validUntil,
    withdrawn: null,
    medium: 'spoken',
    language: 'bn',
    textVersion: '2026-01',
    ...more,
  })
  const office = { org: police.org, unit: police.unit, name: police.name }
  const names = ['a', 'b', 'c', 'd', 'e']
  const cards = (consents: readonly ConsentView[]) =>
    cardsToAsk(consents, [police], '2026-06-30', () => names.shift() ?? '-')
  const told = { recipient: office, parts: ['identity', 'health'] }
  const lasting = [
    agreed('services', '2026-07-01'),
    agreed('contact', '2026-06-30'),
    agreed('statistics', '2026-12-31', { state: 'refused' }),
    agreed('storeIdentity', '2026-12-31', told),
  ]
  expect(cards(lasting).map(({ purpose }) => purpose)).toEqual(['storeIdentity', 'contact', 'statistics'])
  const [again] = cards([...lasting, agreed('sharePolice', '2026-06-30', told)]).slice(3)
  expect(again).toMatchObject({ purpose: 'sharePolice', recipient: police, parts: ['identity'] })
  expect(cards([...lasting, agreed('sharePolice', '2026-07-01', told)])).toHaveLength(3)
})
