import {
  type CasesInFile,
  type ColumnChoices,
  type ColumnReport,
  type HtcdsReading,
  type HtcdsReadOptions,
  type RowProblem,
  readCases,
  readHtcds,
  tellHtcdsProblem,
} from '@setu/exchange'
import type { HtcdsPreview, HtcdsReadAs } from '@setu/records/api'
import { htcdsFields } from '@setu/vocabulary'
import { needRole, Problem, type Work } from '../../platform/index.ts'
import { needOwningOrganisation } from '../../protection/index.ts'
import { casePreviews } from './case-previews.ts'
import { type Comparison, compareWithHere } from './compare-here.ts'

const mostListed = 500

/** The demonstration is for trying the import, not for work. */
export const mostRowsInDemo = 200

/** Said wherever a file is taken in the demonstration. */
export const demoNotice = {
  en: 'This is the demonstration. Never put data of real people into it: it is open to everybody and is thrown away.',
  bn: 'এটি প্রদর্শনী সংস্করণ। এখানে কখনো বাস্তব মানুষের তথ্য দেবেন না: এটি সবার জন্য খোলা এবং পরে মুছে ফেলা হয়।',
}

/** Said wherever cases are brought in. */
export const noConsents = {
  en: 'Consents are not brought in: none is recorded until you ask again. A ticked box of the file is kept and allows nothing.',
  bn: 'সম্মতি আনা হয় না: আবার জিজ্ঞাসা না করা পর্যন্ত কোনো সম্মতি লেখা থাকবে না। ফাইলের টিক চিহ্ন রাখা হয়, তবে তাতে কিছু অনুমোদিত হয় না।',
}

/** Lets others be answered between two stretches of a long piece of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

function choicesOf(columns: string): ColumnChoices {
  const pairs = columns.split(',').map((pair) => {
    const [letters = '', name = ''] = pair.split(':')
    const field = htcdsFields.find((one) => one.name === name)?.name ?? null
    if (name !== '' && field === null)
      throw new Problem('bad-request', { fields: [{ field: 'columns', problem: 'unknown' }] })
    return [letters, field] as const
  })
  return Object.fromEntries(pairs)
}

function optionsOf(work: Work, { columns, days }: HtcdsReadAs): HtcdsReadOptions {
  return {
    today: work.today,
    pause,
    ...(columns === undefined ? {} : { choices: choicesOf(columns) }),
    ...(days === undefined ? {} : { slashedDays: days }),
  }
}

function wordsFor(problem: RowProblem) {
  return { en: tellHtcdsProblem(problem, 'en'), bn: tellHtcdsProblem(problem, 'bn') }
}

function problemView(problem: RowProblem): HtcdsPreview['problems'][number] {
  const { row, column, field, code, weight } = problem
  return {
    row,
    column,
    field,
    code,
    weight: weight === 'note' ? 'warning' : weight,
    message: wordsFor(problem),
  }
}

/** What a person is told of a column: why it was read so, or that they have to say how. */
function columnView(reading: HtcdsReading, column: ColumnReport): HtcdsPreview['columns'][number] {
  const { letters, header, label, field, verdict } = column
  const disagreements = reading.disagreements.filter((one) => one.letters === letters)
  const ofColumn = reading.problems.filter((problem) => problem.column === letters && problem.row === null)
  const said = [...disagreements.map(({ why }) => why), ...ofColumn.map(wordsFor)]
  const open = disagreements.filter(({ by }) => by === null).flatMap(({ candidates }) => candidates)
  return {
    position: letters,
    header: header === '' ? label : header,
    field,
    verdict,
    message:
      said.length === 0
        ? null
        : { en: said.map(({ en }) => en).join(' '), bn: said.map(({ bn }) => bn).join(' ') },
    candidates: verdict === 'duplicate' && field !== null ? [field] : [...new Set(open)],
  }
}

function byRow(first: RowProblem, second: RowProblem): number {
  return (first.row ?? 0) - (second.row ?? 0)
}

function errorsIn(problems: readonly RowProblem[]): number {
  return problems.filter(({ weight }) => weight === 'error' || weight === 'refusal').length
}

interface Looked {
  readonly reading: HtcdsReading
  readonly file: CasesInFile
  readonly here: Comparison
}

async function lookThrough(work: Work, bytes: Uint8Array, readAs: HtcdsReadAs): Promise<Looked> {
  const reading = await readHtcds(bytes, optionsOf(work, readAs))
  if (work.demo && reading.rows.length > mostRowsInDemo) throw new Problem('demo-refuses')
  const file = await readCases(reading.rows, { today: work.today, pause })
  const sound = !reading.refused && reading.counts.errors + errorsIn(file.problems) === 0
  const nothing: Comparison = { fresh: [], same: 0, differs: 0, problems: [] }
  return { reading, file, here: sound ? await compareWithHere(work, file.cases, reading.rows) : nothing }
}

/**
 * Looks through an HTCDS file and says all that is to be said about it. Nothing of it is stored; a file without
 * errors is held in memory for as long as somebody needs to decide.
 */
export async function previewFile(work: Work, bytes: Uint8Array, readAs: HtcdsReadAs): Promise<HtcdsPreview> {
  needRole(work, 'caseworker', 'supervisor')
  await needOwningOrganisation(work)
  const { reading, file, here } = await lookThrough(work, bytes, readAs)
  const problems = [...reading.problems, ...file.problems, ...here.problems].toSorted(byRow)
  const beyond = reading.counts.errors + reading.counts.warnings - reading.problems.length
  const ready = here.fresh.length > 0
  work.counted(here.fresh.length)
  return {
    id: ready ? casePreviews.keep(work, here.fresh, bytes.length) : null,
    format: reading.format ?? 'unknown',
    version: reading.version,
    rows: reading.rows.length,
    cases: here.fresh.length,
    here: { same: here.same, differs: here.differs },
    ready,
    columns: reading.columns.map((column) => columnView(reading, column)),
    problems: problems.slice(0, mostListed).map(problemView),
    problemCount: problems.length + Math.max(0, beyond),
    notices: [...(work.demo ? [demoNotice] : []), ...(ready ? [noConsents] : [])],
  }
}
