import { randomUUID } from 'node:crypto'

/** Requests about figures of criminal cases. */
export const figureCalls = {
  'figures.read': {},
  'figures.file': { query: () => '?shape=tip&format=csv&language=en' },
  'figures.freeze': { body: () => ({ id: randomUUID(), of: 'country', year: '2020' }) },
  'figures.cells': {},
  'figures.layDownCells': { body: () => ({ units: [] }) },
} as const
