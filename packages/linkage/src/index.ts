export type { Comparison, Likeness } from './comparison.ts'
