import type { Network } from '@setu/vocabulary'
import type { NetworkRef } from '../../prosecution/index.ts'
import { previewsOf } from '../kept-previews.ts'

/** Files of entities that were looked through, and for which network. */
export const networkPreviews = previewsOf<{ readonly at: NetworkRef; readonly network: Network }>()
