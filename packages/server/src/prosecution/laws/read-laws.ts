import type { LawEditions, LawList } from '@setu/records/api'
import {
  differencesOfLaws,
  faultsOfLaw,
  type LawText,
  lawName,
  lawsOn,
  overlapsOf,
  type PlainDate,
  parsePlainDate,
} from '@setu/vocabulary'
import { needRole, type Work } from '../../platform/index.ts'
import {
  type EditionRow,
  editionRows,
  type HoldingLaw,
  holdingLaws,
  lawsInForce,
  readLaw,
} from './law-store.ts'

/** A law as it travels: what is read-only here is a plain list there. */
function plainLaw(law: LawText): LawList['items'][number]['law'] {
  const elements = <Of extends Pick<LawText['offences'][number], 'acts' | 'means' | 'purposes'>>(of: Of) => ({
    ...of,
    acts: [...of.acts],
    means: [...of.means],
    purposes: [...of.purposes],
  })
  return {
    ...law,
    definition: law.definition && elements(law.definition),
    offences: law.offences.map(elements),
    limits: [...law.limits],
  }
}

/** The laws that hold here, and for each country the one that an offence of a day falls under. */
export async function listLaws(work: Work, day: string | undefined): Promise<LawList> {
  const { laws: holding, unreadable } = await lawsInForce(work)
  const laws = holding.map(({ law }) => law)
  const on: PlainDate = (day === undefined ? null : parsePlainDate(day)) ?? work.today
  work.counted(holding.length)
  return {
    day: on,
    items: holding.map(({ law, since }) => ({ name: lawName(law), since, law: plainLaw(law) })),
    chosen: lawsOn(laws, on).map(({ jurisdiction, choice }) => ({
      jurisdiction,
      found: choice.found,
      names:
        choice.found === 'one'
          ? [lawName(choice.law)]
          : choice.found === 'unclear'
            ? choice.laws.map(lawName)
            : [],
      sure: choice.found === 'one' && choice.sure,
    })),
    unreadable: [...unreadable],
    overlaps: overlapsOf(laws).map(([first, second]) => ({ first: lawName(first), second: lawName(second) })),
  }
}

function viewOf(work: Work, row: EditionRow, holding: readonly HoldingLaw[]): LawEditions['items'] {
  const law = readLaw(row.content)
  if (law === null) return []
  const { content: _, drafter, ...said } = row
  const { state } = said
  const waits = state === 'draft' || state === 'proposed'
  const before = holding.find((one) => lawName(one.law) === lawName(law))?.law ?? null
  return [
    {
      ...said,
      name: lawName(law),
      law: plainLaw(law),
      mayChange: state === 'draft' && drafter === work.actor.account,
      mayAnswer: state === 'proposed' && drafter !== work.actor.account,
      faults: waits ? [...faultsOfLaw(law)] : [],
      differences: waits ? [...differencesOfLaws(before, law)] : [],
    },
  ]
}

/** What is being written, what waits for somebody else, and what has been in force or was declined. */
export async function listEditions(work: Work): Promise<LawEditions> {
  needRole(work, 'prosecutor')
  const [rows, holding] = [await editionRows(work), await holdingLaws(work)]
  work.counted(rows.length)
  return { items: rows.flatMap((row) => viewOf(work, row, holding)) }
}
