import { type CodeOf, defineCodes } from '../codes.ts'
import type { Part } from './parts.ts'

/** The kinds of notes on a case. The kind decides which part a note belongs to, and so who can read it. */
export const noteKinds = defineCodes('setu:note-kind', '2026-01', [
  { code: 'general', en: 'General', bn: 'সাধারণ' },
  { code: 'survivorWords', en: 'In the survivor’s words', bn: 'সারভাইভারের নিজের কথায়' },
  { code: 'safety', en: 'Safety', bn: 'নিরাপত্তা' },
  { code: 'contactAttempt', en: 'Attempt to reach', bn: 'যোগাযোগের চেষ্টা' },
  { code: 'psychosocial', en: 'Counselling', bn: 'কাউন্সেলিং' },
  { code: 'medical', en: 'Medical', bn: 'চিকিৎসা' },
  { code: 'legal', en: 'Legal', bn: 'আইনি' },
  { code: 'policeLiaison', en: 'Dealings with the police', bn: 'পুলিশের সঙ্গে যোগাযোগ' },
  { code: 'family', en: 'Family and tracing', bn: 'পরিবার ও সন্ধান' },
  { code: 'shelter', en: 'Life in the shelter', bn: 'আশ্রয়কেন্দ্রের জীবন' },
  { code: 'livelihood', en: 'Livelihood and training', bn: 'জীবিকা ও প্রশিক্ষণ' },
  { code: 'supervision', en: 'Supervision', bn: 'তত্ত্বাবধান' },
])

/** A kind of note. */
export type NoteKind = CodeOf<typeof noteKinds>

/** The part of the case each kind of note belongs to. No kind belongs to a part the police can be sent. */
export const partOfNote: Readonly<Record<NoteKind, Part>> = {
  general: 'narrative',
  survivorWords: 'narrative',
  safety: 'narrative',
  contactAttempt: 'contact',
  psychosocial: 'health',
  medical: 'health',
  legal: 'legal',
  policeLiaison: 'legal',
  family: 'family',
  shelter: 'narrative',
  livelihood: 'narrative',
  supervision: 'narrative',
}
