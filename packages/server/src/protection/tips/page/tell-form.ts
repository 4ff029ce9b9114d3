import { isCode, type Language, type TipSubject, tipSubjects, type Urgency } from '@setu/vocabulary'
import { districts } from '@setu/vocabulary/places'

/** What somebody wrote into the page, cut to what can be kept. */
export interface Told {
  readonly id: string | null
  readonly subjects: readonly TipSubject[]
  readonly words: string
  readonly now: 'yes' | 'soon' | 'unknown'
  readonly district: string | null
  readonly mentioned: readonly string[]
  readonly way: string | null
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Text that the database keeps unchanged: what cannot be kept is left out rather than refused. */
function textOf(form: URLSearchParams, name: string, most: number): string {
  const given = (form.get(name) ?? '').toWellFormed().replaceAll('\r\n', '\n')
  const kept = [...given].filter((letter) => {
    const code = letter.codePointAt(0) ?? 0
    return letter === '\n' || letter === '\t' || (code >= 32 && code !== 127)
  })
  return kept.slice(0, most).join('').trim()
}

export const urgencyOf: Readonly<Record<Told['now'], Urgency>> = {
  yes: 'emergency',
  soon: 'urgent',
  unknown: 'standard',
}

export function toldIn(form: URLSearchParams): Told {
  const id = form.get('id') ?? ''
  const now = form.get('now')
  const district = form.get('district') ?? ''
  const subjects = form.getAll('subject').filter((one): one is TipSubject => isCode(tipSubjects, one))
  return {
    id: idShape.test(id) ? id : null,
    subjects: [...new Set(subjects)],
    words: textOf(form, 'words', 4000),
    now: now === 'yes' || now === 'soon' ? now : 'unknown',
    district: districts.some(({ pcode }) => pcode === district) ? district : null,
    mentioned: textOf(form, 'mentioned', 2000)
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter(Boolean)
      .slice(0, 20),
    way: textOf(form, 'way', 400) || null,
  }
}

export const nothingTold: Told = toldIn(new URLSearchParams())

export const wordsIn = (form: URLSearchParams): string => textOf(form, 'words', 4000)

/** The digits of a receipt, however they are written; `null` where they are not sixteen. */
export function receiptIn(form: URLSearchParams): string | null {
  const written = (form.get('code') ?? '')
    .slice(0, 80)
    .replace(/[০-৯]/g, (digit) => String('০১২৩৪৫৬৭৮৯'.indexOf(digit)))
  const plain = written.replace(/[\s-]/g, '')
  return /^\d{16}$/.test(plain) ? plain : null
}

export const languageIn = (given: URLSearchParams): Language => (given.get('lang') === 'en' ? 'en' : 'bn')
