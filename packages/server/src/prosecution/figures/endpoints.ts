import {
  figures,
  figuresCells,
  figuresCellsLay,
  figuresFileQuery,
  figuresFreeze,
  figuresQuery,
  written,
} from '@setu/records/api'
import { downloadEndpoint, type Endpoint, endpoint, ok } from '../../platform/index.ts'
import { layDownCells, readCells } from './figures-cells.ts'
import { figuresFile } from './figures-file.ts'
import { freezeYear } from './freeze-year.ts'
import { readFigures } from './read-figures.ts'

const reading = { part: 'none', relations: ['signedIn'], writes: false } as const
const laying = { ...reading, roles: ['technicalAdministrator'] } as const

/** Figures of criminal cases: counts of cases and of persons, never which. */
export const figureEndpoints: readonly Endpoint[] = [
  endpoint({
    name: 'figures.read',
    method: 'GET',
    path: '/figures',
    summary: 'How many cases and persons of a year, of one’s own office or of the country',
    access: reading,
    query: figuresQuery,
    answers: figures,
    run: async (work, { query }) => ok(await readFigures(work, query)),
  }),
  downloadEndpoint({
    name: 'figures.file',
    method: 'GET',
    path: '/figures/file',
    summary: 'The same as a file, by the questions of one report or in the cells of another',
    access: { ...reading, stepUp: true },
    query: figuresFileQuery,
    run: (pages, { query }) => pages.inWork((work) => figuresFile(work, query)),
  }),
  endpoint({
    name: 'figures.freeze',
    method: 'POST',
    path: '/figures/freeze',
    summary: 'Keep a year that is over as it is counted today',
    access: { ...reading, roles: ['supervisor'], writes: true, stepUp: true },
    body: figuresFreeze,
    answers: written,
    run: async (work, { body }) => ok(await freezeYear(work, body)),
  }),
  endpoint({
    name: 'figures.cells',
    method: 'GET',
    path: '/figures/cells',
    summary: 'Which units count for the country, and which could',
    access: laying,
    answers: figuresCells,
    run: async (work) => ok(await readCells(work)),
  }),
  endpoint({
    name: 'figures.layDownCells',
    method: 'POST',
    path: '/figures/cells',
    summary: 'Lay down which units count for the country',
    access: { ...laying, writes: true, stepUp: true },
    body: figuresCellsLay,
    answers: written,
    run: async (work, { body }) => ok(await layDownCells(work, body)),
  }),
]
