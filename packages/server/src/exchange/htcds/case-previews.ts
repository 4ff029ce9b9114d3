import type { CaseInFile } from '@setu/exchange'
import { previewsOf } from '../kept-previews.ts'

/** Files of cases that were looked through, for a quarter of an hour. */
export const casePreviews = previewsOf<readonly CaseInFile[]>()
