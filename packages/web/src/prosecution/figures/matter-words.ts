import type { FigureMatter } from '@setu/vocabulary'
import type { WordId } from '../../words/rooms.ts'

export const matterWords = {
  trafficking: 'court.of-trafficking',
  smuggling: 'court.of-smuggling',
} as const satisfies Record<FigureMatter, WordId>
