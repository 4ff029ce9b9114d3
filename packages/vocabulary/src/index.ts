export { type CaseCode, caseCodeFrom, parseCaseCode } from './case-code.ts'
export {
  type CodeEntry,
  type CodeList,
  type CodeOf,
  codesOf,
  defineCodes,
  entryOf,
  isCode,
  type Language,
  labelOf,
  languages,
  offered,
} from './codes.ts'
export * from './directory/organisation-types.ts'
export * from './directory/roles.ts'
export { type Branded, type Id, parseId } from './ids.ts'
export * from './partial-date.ts'
export * from './plain-date.ts'
export * from './protection/case-states.ts'
export * from './protection/consent.ts'
export * from './protection/notes.ts'
export * from './protection/parts.ts'
export * from './protection/referral-states.ts'
export * from './protection/services.ts'
export * from './protection/sharing.ts'
export * from './transitions.ts'
