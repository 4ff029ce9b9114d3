import type { WordId } from '../words/rooms.ts'
import type { FaultKind } from './faults.ts'

export const faultWords: Readonly<Record<FaultKind, WordId>> = {
  missing: 'fault.missing',
  'too-long': 'fault.too-long',
  'too-short': 'fault.too-short',
  'not-a-sign-in-name': 'fault.not-a-sign-in-name',
  'not-a-number': 'fault.not-a-number',
  'out-of-range': 'fault.out-of-range',
  'not-a-day': 'fault.not-a-day',
  'not-a-date': 'fault.not-a-date',
  'not-a-moment': 'fault.not-a-moment',
  'not-a-phone': 'fault.not-a-phone',
  'not-an-email': 'fault.not-an-email',
  'not-a-choice': 'fault.not-a-choice',
}
