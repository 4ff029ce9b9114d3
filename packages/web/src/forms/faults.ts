import { type Field, mostMoney, type RecordType } from '@setu/records'
import { isCode, parsePartialDate, parsePlainDate } from '@setu/vocabulary'

/** What was answered so far, by the name of the field; `null` is "asked, and known to be empty". */
export type Answers = Readonly<Record<string, unknown>>

export type FaultKind =
  | 'missing'
  | 'too-long'
  | 'too-short'
  | 'not-a-sign-in-name'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-day'
  | 'not-a-date'
  | 'not-a-moment'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-a-choice'

/** An answer that cannot be sent as it is, with the field it belongs to. */
export interface Fault {
  readonly field: string
  readonly fault: FaultKind
}

export function isEmpty(answer: unknown): boolean {
  return (
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
  )
}

const phone = /^\+?[1-9]\d{1,14}$/
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

function numberFault(field: Field & { kind: 'number' }, answer: unknown): FaultKind | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'not-a-number'
  if (field.decimals !== true && !Number.isInteger(answer)) return 'not-a-number'
  return answer < field.least || answer > field.most ? 'out-of-range' : null
}

function moneyFault(answer: unknown): FaultKind | null {
  if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return 'not-a-number'
  return answer < 0 || answer > mostMoney ? 'out-of-range' : null
}

/**
 * What is wrong with one answer. The node checks again, and more; this is so that nobody has to wait for it
 * to learn of a slip.
 */
export function faultOf(field: Field, answer: unknown): FaultKind | null {
  if (isEmpty(answer)) return field.required === true ? 'missing' : null
  if (field.kind === 'number') return numberFault(field, answer)
  if (field.kind === 'money') return moneyFault(answer)
  const text = typeof answer === 'string' ? answer : ''
  switch (field.kind) {
    case 'text':
      return text.length > field.most ? 'too-long' : null
    case 'phone':
      return phone.test(text) ? null : 'not-a-phone'
    case 'email':
      return email.test(text) ? null : 'not-an-email'
    case 'day':
      return parsePlainDate(text) === null ? 'not-a-day' : null
    case 'partialDate':
      return parsePartialDate(text) === null ? 'not-a-date' : null
    case 'moment':
      return Number.isNaN(Date.parse(text)) ? 'not-a-moment' : null
    case 'code':
      return isCode(field.from, answer) ? null : 'not-a-choice'
    case 'yesNo':
    case 'codes':
    case 'language':
    case 'country':
    case 'countries':
    case 'place':
    case 'link':
      return null
  }
}

/** The faults among some of a record's answers, in the order in which they are asked. */
export function faultsIn(record: RecordType, keys: readonly string[], answers: Answers): Fault[] {
  return keys.flatMap((key) => {
    const field = record.fields[key]
    const fault = field ? faultOf(field, answers[key]) : null
    return fault === null ? [] : [{ field: key, fault }]
  })
}
