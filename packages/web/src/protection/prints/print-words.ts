import type { PrintKind } from '@setu/records/api'
import type { WordId } from '../../words/rooms.ts'

/** What each paper is called where it is asked for. */
export const printWords: Readonly<Record<PrintKind, WordId>> = {
  referralLetter: 'print.letter',
  servicePlan: 'print.plan',
  closureSummary: 'print.closure',
  conferenceMinutes: 'print.minutes',
}
