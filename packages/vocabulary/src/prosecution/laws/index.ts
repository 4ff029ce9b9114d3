import type { LawText } from '../law.ts'
import { lawsOfBangladesh } from './bangladesh-table.ts'
import { lawsOfTheRegion } from './region-table.ts'

/** The laws that Setu brings. An edition that two people have put into force goes before the one of the same name. */
export const builtInLaws: readonly LawText[] = [...lawsOfBangladesh, ...lawsOfTheRegion]
