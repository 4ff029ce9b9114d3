export type { Cell, Printed } from './cell.ts'
