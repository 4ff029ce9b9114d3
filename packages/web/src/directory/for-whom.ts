import type { WhoFor } from '@setu/records/api'
import type { WordId } from '../words/rooms.ts'

/** For whom a service is, and how each is called. */
export const who: readonly { readonly code: WhoFor; readonly word: WordId }[] = [
  { code: 'women', word: 'service.women' },
  { code: 'men', word: 'service.men' },
  { code: 'girls', word: 'service.girls' },
  { code: 'boys', word: 'service.boys' },
]
