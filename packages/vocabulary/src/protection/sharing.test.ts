import { describe, expect, test } from 'vitest'
import { codesOf, entryOf } from '../codes.ts'
import { organisationTypes } from '../directory/organisation-types.ts'
import { noteKinds, partOfNote } from './notes.ts'
import { parts, shareableParts } from './parts.ts'
import { serviceTypes } from './services.ts'
import { shareableWith } from './sharing.ts'

describe('what can be shared', () => {
  test('a police unit is never sent contact, health, protection or notes, whatever the service', () => {
    for (const organisation of organisationTypes.entries.filter(({ work }) => work === 'police')) {
      for (const service of codesOf(serviceTypes)) {
        for (const part of shareableWith(organisation.code, service))
          expect(['identity', 'facts']).toContain(part)
      }
    }
  })

  test('a ministry, a committee and a donor are sent nothing of a case', () => {
    for (const type of ['ministry', 'committeeDistrict', 'donor', 'court'] as const) {
      for (const service of codesOf(serviceTypes)) expect(shareableWith(type, service)).toEqual([])
    }
  })

  test('police, livelihood and return stay within their own work, whatever the service asks for', () => {
    expect(shareableWith('policeUnit', 'shelter')).toEqual(['identity', 'facts'])
    for (const [work, most] of [
      ['police', shareableParts.police],
      ['livelihood', shareableParts.livelihood],
      ['return', shareableParts.return],
    ] as const) {
      const ofWork = organisationTypes.entries.filter((type) => type.work === work)
      expect(ofWork.length).toBeGreaterThan(0)
      for (const { code } of ofWork)
        for (const service of codesOf(serviceTypes)) {
          const asked = shareableParts[entryOf(serviceTypes, service).work]
          expect(shareableWith(code, service)).toEqual(asked.filter((part) => most.includes(part)))
        }
    }
  })

  test('who gives legal aid can be sent the legal part, who gives shelter cannot', () => {
    expect(shareableWith('ngo', 'legalAid')).toContain('legal')
    expect(shareableWith('ngo', 'shelter')).not.toContain('legal')
  })

  test('nobody outside is sent the narrative, the family particulars or the trail', () => {
    for (const work of Object.values(shareableParts)) {
      for (const part of ['narrative', 'family', 'trail'] as const) expect(work).not.toContain(part)
    }
  })

  test('police, border guards and immigration cannot own a case', () => {
    const police = organisationTypes.entries.filter(({ work }) => work === 'police')
    expect(police.map(({ protection }) => protection)).toEqual([false, false, false, false])
  })
})

describe('a note', () => {
  test('of any kind is sealed, and outside what police can be sent', () => {
    for (const kind of codesOf(noteKinds)) {
      expect(entryOf(parts, partOfNote[kind]).sealed).toBe(true)
      expect(shareableParts.police).not.toContain(partOfNote[kind])
    }
  })
})
