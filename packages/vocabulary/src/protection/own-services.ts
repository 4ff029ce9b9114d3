import { type CodeOf, defineCodes } from '../codes.ts'
import type { KindOfWork } from './parts.ts'

/** What became of a session of a service that another office gives. */
export const ownServiceOutcomes = defineCodes('setu:own-service-outcome', '2026-01', [
  { code: 'given', en: 'Given', bn: 'দেওয়া হয়েছে' },
  { code: 'missed', en: 'Did not take place', bn: 'হয়নি' },
  { code: 'stopped', en: 'Stopped', bn: 'বন্ধ করা হয়েছে' },
  { code: 'inError', en: 'Written in error', bn: 'ভুল করে লেখা' },
])

/** What became of a session. */
export type OwnServiceOutcome = CodeOf<typeof ownServiceOutcomes>

/** Why a session did not take place, or a service stopped. None of them is the survivor’s fault. */
export const ownServiceReasons = defineCodes('setu:own-service-reason', '2026-01', [
  { code: 'survivorsWish', en: 'The survivor’s wish', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'ill', en: 'Illness', bn: 'অসুস্থতা' },
  { code: 'notSafe', en: 'It was not safe', bn: 'নিরাপদ ছিল না' },
  { code: 'tooFar', en: 'The way there', bn: 'যাতায়াতের অসুবিধা' },
  { code: 'care', en: 'Children or others to care for', bn: 'সন্তান বা অন্যের দেখাশোনা' },
  { code: 'notReached', en: 'The person was not reached', bn: 'যোগাযোগ করা যায়নি' },
  { code: 'weCouldNot', en: 'We could not', bn: 'আমরা পারিনি' },
  { code: 'other', en: 'Something else', bn: 'অন্য কিছু' },
])

/** Outcomes for which a reason is given. */
export const ownServiceNeedsReason: readonly OwnServiceOutcome[] = ['missed', 'stopped']

/** The kinds of work that give a service; the others look into what happened. */
export const givesServices: ReadonlySet<KindOfWork> = new Set(['care', 'legal', 'livelihood'])
