import { describe, expect, test } from 'vitest'
import { codesOf } from '../codes.ts'
import { consentMedia, consentPurposes, consentStatuses, namedInWords } from './consent.ts'

const where = <Entry extends { readonly code: string }>(
  entries: readonly Entry[],
  holds: (entry: Entry) => boolean,
): string =>
  entries
    .filter(holds)
    .map(({ code }) => code)
    .join(' ')

describe('what a survivor may agree to', () => {
  test('is kept under names that old consents still mean', () => {
    expect([consentPurposes.scheme, consentPurposes.version]).toEqual(['setu:consent-purpose', '2026-01'])
    expect(codesOf(consentPurposes).join(' ')).toBe(
      'services storeIdentity contact shareService sharePolice shareLegalAid repatriation transferCase familyContact travelPhoto statistics research media regionalRegister survivorVoice',
    )
  })

  test('names whom, wherever somebody else is told anything', () => {
    expect(where(consentPurposes.entries, ({ recipient }) => recipient)).toBe(
      'shareService sharePolice shareLegalAid repatriation transferCase familyContact research media survivorVoice',
    )
  })

  test('is never the media or a regional count for a child', () => {
    expect(where(consentPurposes.entries, ({ child }) => !child)).toBe('media regionalRegister')
  })

  test('tells a family, a researcher and the public no more than this', () => {
    expect(namedInWords).toEqual({
      familyContact: ['status', 'contact', 'facts', 'health'],
      research: ['facts', 'protection'],
      media: [],
      survivorVoice: [],
    })
  })
})

describe('how a survivor agreed', () => {
  test('needs somebody else present where she does not sign or speak for herself', () => {
    expect([consentMedia.scheme, consentMedia.version]).toEqual(['setu:consent-medium', '2026-01'])
    expect(codesOf(consentMedia).join(' ')).toBe('signature thumbprint spoken audio screen')
    expect(where(consentMedia.entries, ({ witness }) => witness)).toBe('thumbprint spoken')
  })

  test('stands where these words say', () => {
    expect([consentStatuses.scheme, consentStatuses.version]).toEqual(['setu:consent-status', '2026-01'])
    expect(codesOf(consentStatuses).join(' ')).toBe('given refused withdrawn expired noneRecorded')
  })
})
