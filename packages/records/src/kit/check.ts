import { codesOf, parseId, parsePartialDate, parsePlainDate } from '@setu/vocabulary'
import { z } from 'zod'
import { type Field, mostMoney } from './field.ts'
import { fieldsOf, type RecordType } from './record.ts'

/** Text that PostgreSQL keeps unchanged: no NUL, no lone surrogate, no other control character than line ends. */
export function storableText(most: number): z.ZodString {
  return z
    .string()
    .max(most)
    .refine((text) => text.isWellFormed(), { message: 'lone-surrogate' })
    .refine((text) => !hasControl(text), { message: 'control-character' })
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 13) return true
    if (unit === 127) return true
  }
  return false
}

/**
 * At most 15 digits: E.164, as HTCDS asks, or the number as people dial it at home, which begins with nought.
 * A file does not say of which country such a number is, so nobody adds one.
 */
export const phone = z.string().regex(/^(?:\+[1-9]\d{1,14}|\d{2,15})$/)
export const id = z.string().refine((text) => parseId(text) !== null, { message: 'not-an-id' })
export const day = z.string().refine((text) => parsePlainDate(text) !== null, { message: 'not-a-day' })
export const partialDate = z
  .string()
  .refine((text) => parsePartialDate(text) !== null, { message: 'not-a-date' })
/** A web tag or an ISO 639-2 code: survivors speak more languages than our list offers. */
export const language = z.string().regex(/^[a-z]{2,3}$/)
export const country = z.string().regex(/^[A-Z]{2}$/)
export const place = z.string().regex(/^[A-Z]{2}[A-Z0-9-]{0,12}$/)
/** A reason is chosen, never written: it stands in clear on the timeline, where words about somebody must not. */
export const reason = z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/)
export const moment = z.iso.datetime({ offset: true })

function checkOf(field: Field): z.ZodType {
  switch (field.kind) {
    case 'text':
      return storableText(field.most)
    case 'phone':
      return phone
    case 'email':
      return z.email().max(254)
    case 'day':
      return day
    case 'partialDate':
      return partialDate
    case 'moment':
      return moment
    case 'number': {
      const number = z.number().min(field.least).max(field.most)
      return field.decimals ? number : number.int()
    }
    case 'money':
      return z.number().int().min(0).max(mostMoney)
    case 'yesNo':
      return z.boolean()
    case 'code':
      return z.enum(codesOf(field.from))
    case 'codes':
      return z
        .array(z.enum(codesOf(field.from)))
        .max(60)
        .refine(unique, { message: 'twice' })
    case 'language':
      return language
    case 'country':
      return country
    case 'countries':
      return z.array(country).max(20).refine(unique, { message: 'twice' })
    case 'place':
      return place
    case 'link':
      return id
  }
}

function unique(items: readonly unknown[]): boolean {
  return new Set(items).size === items.length
}

const checks = new WeakMap<RecordType, z.ZodObject>()

/**
 * The strict check of a record's values: every declared field may be given, an undeclared one is refused,
 * and an optional one may be `null`.
 */
export function checkFor(record: RecordType): z.ZodObject {
  const known = checks.get(record)
  if (known) return known
  const shape = Object.fromEntries(
    fieldsOf(record).map(([key, field]) => [
      key,
      field.required ? checkOf(field) : checkOf(field).nullable().optional(),
    ]),
  )
  const made = z.strictObject(shape).meta({ id: `record.${record.name}`, title: record.label.en })
  checks.set(record, made)
  return made
}
