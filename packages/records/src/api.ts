export * from './directory/api.ts'
export * from './exchange/api.ts'
export * from './platform/api.ts'
export * from './protection/api.ts'
