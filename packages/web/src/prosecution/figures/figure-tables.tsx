import type { Figures } from '@setu/records/api'
import {
  casesAlone,
  type FigureGroup,
  type FigureLine,
  type FigureMatter,
  figureGroups,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

interface TablesProps {
  readonly told: Figures
  readonly matter: FigureMatter
}

/** The same line in several countings of it: now, the year before, and as it was kept. */
type Counted = readonly FigureLine[]

const isNought = ({ figure }: FigureLine): boolean => figure.cases + figure.persons === 0

/** Lines side by side; a part of a measure that is nought everywhere says nothing and is left out. */
function linesOf(countings: readonly (readonly FigureGroup[])[], place: number): Counted[] {
  const [first] = countings
  return (first?.[place]?.lines ?? []).flatMap((line, at) => {
    const all = countings.flatMap((groups) => groups[place]?.lines[at] ?? [])
    return line.key.includes(' ') && all.every(isNought) ? [] : [all]
  })
}

/** The figures of a year line by line: cases and persons apart, beside the year before and what was kept. */
export function FigureTables({ told, matter }: TablesProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { frozen, before } = told
  const countings = [told.cells, ...(frozen === null ? [] : [frozen.cells]), before.cells].map((cells) =>
    figureGroups(cells, matter),
  )
  const heads = [
    say('court.figures-now'),
    ...(frozen === null ? [] : [say('court.figures-as-kept')]),
    say(before.frozen ? 'court.figures-before-kept' : 'court.figures-before'),
  ]
  return (countings[0] ?? []).map((group, place) => (
    <Card key={group.key} title={name(group.label)}>
      <Wide label={name(group.label)}>
        <table className={lists['table']}>
          <caption className="heard">{name(group.label)}</caption>
          <thead>
            <tr>
              <th scope="col">{say('court.figure')}</th>
              {heads.flatMap((head) => [
                <th key={`${head} c`} scope="col">
                  {say('court.figure-cases')}, {head}
                </th>,
                <th key={`${head} p`} scope="col">
                  {say('court.figure-persons')}, {head}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {linesOf(countings, place).map((line) => (
              <Line key={line[0]?.key} line={line} kept={frozen !== null} />
            ))}
          </tbody>
        </table>
      </Wide>
    </Card>
  ))
}

interface LineProps {
  readonly line: Counted
  /** Whether the second counting is what was kept, of which the first then shows the difference. */
  readonly kept: boolean
}

function Line({ line, kept }: LineProps): ReactNode {
  const { name } = useLabels()
  const { number } = useDates()
  const [first, second] = line
  if (first === undefined) return null
  const signed = (difference: number) =>
    difference === 0 ? '' : ` (${difference > 0 ? '+' : '−'}${number(Math.abs(difference))})`
  const alone = casesAlone.includes(first.key)
  return (
    <tr>
      <th scope="row">{name(first.label)}</th>
      {line.flatMap(({ figure: { cases, persons } }, at) => {
        const differs = at === 0 && kept && second !== undefined
        return [
          <td key={`${at} c`}>
            {number(cases)}
            {differs && signed(cases - second.figure.cases)}
          </td>,
          <td key={`${at} p`}>
            {alone ? '–' : number(persons)}
            {differs && !alone && signed(persons - second.figure.persons)}
          </td>,
        ]
      })}
    </tr>
  )
}
