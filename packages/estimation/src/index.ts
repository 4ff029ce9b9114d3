export type { Capture, ListName } from './capture.ts'
