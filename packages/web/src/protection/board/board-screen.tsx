import type { Board } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { Wide } from '../../shell/wide.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDueLabel } from '../due-label.ts'
import { Overseeing } from '../overseeing/overseeing.tsx'
import { BoardItem } from './board-item.tsx'
import styles from './board-screen.module.css'
import { type Chosen, heatOf, itemsOf, keyOf } from './heat.ts'

/** Every promise by who holds it and what it is. Nobody is ranked by what they closed. */
export function BoardScreen(): ReactNode {
  const { work } = useDoors()
  const { data: board } = useQuery({ queryKey: ['board'], queryFn: work.board })
  if (board === undefined) return <Pending />
  return <BoardPage board={board} />
}

function BoardPage({ board }: { readonly board: Board }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const labelOf = useDueLabel()
  const [chosen, setChosen] = useState<Chosen>({})
  const items = itemsOf(board.items, chosen)
  const row = board.rows.find((candidate) => keyOf(candidate) === chosen.row)
  const shown = [
    chosen.kind && labelOf(chosen.kind),
    row && (row.account?.name ?? name(row.unit.name)),
  ].filter(Boolean)
  return (
    <Page title={say('board.title')}>
      <Overseeing />
      <Card title={say('board.promises')}>
        <p className={lists['quiet']}>{say('board.what')}</p>
        <Wide label={say('board.promises')}>
          <table className={styles['heat']}>
            <caption className="heard">{say('board.promises')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('board.holder')}</th>
                <th scope="col">{say('board.open')}</th>
                {board.kinds.map((kind) => (
                  <th key={kind} scope="col">
                    {labelOf(kind)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {board.rows.map((holder) => (
                <Row
                  key={keyOf(holder)}
                  row={holder}
                  kinds={board.kinds}
                  chosen={chosen}
                  onChoose={setChosen}
                />
              ))}
            </tbody>
          </table>
        </Wide>
      </Card>
      <div className={styles['items']}>
        <Card
          title={shown.length === 0 ? say('board.items') : shown.join(' · ')}
          act={
            shown.length > 0 && (
              <button type="button" className={styles['all']} onClick={() => setChosen({})}>
                {say('board.show-all')}
              </button>
            )
          }
        >
          {items.length === 0 && <p className={lists['empty']}>{say('board.nothing')}</p>}
          <ul className={lists['rows']}>
            {items.map((due) => (
              <BoardItem key={due.id} due={due} colleagues={board.colleagues} />
            ))}
          </ul>
        </Card>
      </div>
    </Page>
  )
}

interface RowProps {
  readonly row: Board['rows'][number]
  readonly kinds: readonly string[]
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

function Row({ row, kinds, chosen, onChoose }: RowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { name } = useLabels()
  const labelOf = useDueLabel()
  const key = keyOf(row)
  const who = row.account?.name ?? name(row.unit.name)
  return (
    <tr>
      <th scope="row">
        {who}
        {row.account && <span className={lists['quiet']}> {name(row.unit.name)}</span>}
      </th>
      <td>{dates.number(row.open)}</td>
      {kinds.map((kind) => {
        const { overdue = 0, soon = 0 } = row.cells[kind] ?? {}
        if (overdue === 0 && soon === 0) {
          return (
            <td key={kind} className={styles['none']}>
              <span aria-hidden="true">·</span>
            </td>
          )
        }
        const pressed = chosen.row === key && chosen.kind === kind
        return (
          <td key={kind}>
            <button
              type="button"
              className={styles['cell']}
              data-heat={heatOf(overdue, soon)}
              aria-pressed={pressed}
              onClick={() => onChoose(pressed ? {} : { row: key, kind })}
            >
              <span className="heard">{say('board.cell', { who, kind: labelOf(kind) })} </span>
              {overdue > 0 && <strong>{say('board.late', { count: overdue })}</strong>}
              {soon > 0 && <span>{say('board.soon', { count: soon })}</span>}
            </button>
          </td>
        )
      })}
    </tr>
  )
}
