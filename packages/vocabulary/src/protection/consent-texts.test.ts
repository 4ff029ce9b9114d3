import { describe, expect, test } from 'vitest'
import { codesOf, languages } from '../codes.ts'
import { listed, type Words } from '../words.ts'
import { consentPurposes } from './consent.ts'
import { consentQuestion, consentTexts, partsSaid, servicesSaid } from './consent-texts.ts'
import { rightsNotice } from './rights-notice.ts'
import { serviceTypes } from './services.ts'

const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([slot]) => slot).toSorted()

const everything: readonly Words[] = [
  consentTexts.opening,
  ...Object.values(consentTexts.questions),
  consentTexts.closing,
  ...Object.values(partsSaid),
  ...Object.values(servicesSaid),
  rightsNotice.title,
  ...rightsNotice.points,
]

describe('what is read aloud', () => {
  test('is written in both languages, each in its own script', () => {
    for (const { en, bn } of everything) {
      expect(en).not.toMatch(/\p{Script=Bengali}/u)
      expect(bn.replace(/\{\w+\}/g, '')).toMatch(/^[\p{Script=Bengali}\s,।?:;()-]+$/u)
      expect(bn).toBe(bn.normalize('NFC'))
    }
  })

  test('says আপনি, and calls nobody a victim', () => {
    for (const { en, bn } of everything) {
      expect(bn).not.toMatch(/তুমি|তোমা|ভিকটিম/)
      expect(en).not.toMatch(/victim/i)
    }
  })

  test('leaves the same blanks in both languages', () => {
    for (const { en, bn } of everything) expect(slots(bn)).toEqual(slots(en))
  })
})

describe('the question of a consent', () => {
  test('names whoever would be told, wherever somebody would be', () => {
    for (const { code, recipient } of consentPurposes.entries) {
      expect(slots(consentTexts.questions[code].en).includes('{recipient}')).toBe(recipient)
    }
  })

  test('says who, what and what for', () => {
    const asked = {
      purpose: 'shareService',
      recipient: 'Asha',
      what: ['identity', 'health'],
      service: 'medical',
    } as const
    expect(consentQuestion(asked, 'en')).toBe(
      'May we tell Asha about your name and identity and your health, so that they can treat you?',
    )
    expect(consentQuestion({ ...asked, recipient: 'আশা' }, 'bn')).toBe(
      'আমরা কি আশা-কে আপনার নাম-পরিচয় ও আপনার স্বাস্থ্যের বিষয় জানাতে পারি, যাতে তাঁরা আপনার চিকিৎসা করতে পারেন?'.normalize(
        'NFC',
      ),
    )
  })

  test('is not asked with a blank in it', () => {
    expect(() => consentQuestion({ purpose: 'shareService', recipient: 'Asha' }, 'en')).toThrow('what')
  })

  test('can be put for every purpose and every service, in every language', () => {
    for (const purpose of codesOf(consentPurposes)) {
      for (const service of codesOf(serviceTypes)) {
        for (const language of languages) {
          const question = consentQuestion({ purpose, recipient: '…', what: ['facts'], service }, language)
          expect(question).not.toMatch(/[{}]/)
        }
      }
    }
  })
})

test('phrases are listed as people say them', () => {
  expect(listed([], 'en')).toBe('')
  expect(listed(['tea'], 'en')).toBe('tea')
  expect(listed(['tea', 'rice', 'fish'], 'en')).toBe('tea, rice and fish')
  expect(listed(['চা', 'ভাত', 'মাছ'], 'bn')).toBe('চা, ভাত ও মাছ')
})

test('the rights notice names compensation, legal aid and the monthly news', () => {
  const keys = rightsNotice.points.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of ['compensation', 'legalAid', 'informed', 'unconditional']) expect(keys).toContain(key)
})
