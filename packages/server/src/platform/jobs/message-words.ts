import type { Language } from '@setu/vocabulary'

/** All that ever leaves Setu unasked. Who, what and where stay inside: others may read over a shoulder. */
export const messageWords: Readonly<Record<Language, string>> = {
  en: 'Something waits in Setu',
  bn: 'সেতুতে কিছু অপেক্ষা করছে',
}
