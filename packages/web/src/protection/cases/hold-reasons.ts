import { defineCodes } from '@setu/vocabulary'

/** Why work rests for a while, or is taken up again. None of them blames anyone. */
export const holdReasons = defineCodes('setu:hold-reason', '2026-01', [
  { code: 'survivorsWish', en: 'The survivor’s wish', bn: 'সারভাইভারের ইচ্ছা' },
  { code: 'away', en: 'Away for a known time', bn: 'নির্দিষ্ট সময়ের জন্য অনুপস্থিত' },
  { code: 'waitingForOthers', en: 'Waiting for another office', bn: 'অন্য দপ্তরের অপেক্ষায়' },
  { code: 'notSafeNow', en: 'Contact is not safe now', bn: 'এখন যোগাযোগ নিরাপদ নয়' },
  { code: 'newNeed', en: 'A new need', bn: 'নতুন প্রয়োজন' },
  { code: 'newRisk', en: 'A new risk', bn: 'নতুন ঝুঁকি' },
])
