import { Button } from '@mantine/core'
import type { FiguresCells, FiguresCellsLay } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { SomeOfMany } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

/** Which units count for the country: they see all criminal cases in counts, and none of them. */
export function CountryCells(): ReactNode {
  const { figures } = useDoors()
  const { data } = useQuery({ queryKey: ['figures-cells'], queryFn: figures.cells })
  return data === undefined ? <Pending /> : <Cells cells={data} />
}

function Cells({ cells: { items } }: { readonly cells: FiguresCells }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { figures } = useDoors()
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    items.filter(({ counts }) => counts).map(({ unit }) => unit),
  )
  const lay = useCommand(
    (given: FiguresCellsLay) => figures.layDownCells(given),
    () => toast(say('court.is-kept')),
  )
  return (
    <Card title={say('court.cells')}>
      <div className={lists['stack']}>
        <p>{say('court.cells-what')}</p>
        <SomeOfMany
          name="units"
          label={say('court.cells-which')}
          required={false}
          fault={null}
          options={items.map((one) => ({ value: one.unit, label: name(one.name) }))}
          answer={chosen}
          onAnswer={setChosen}
        />
        <RefusalNote error={lay.refused} />
        <div className={lists['acts']}>
          <Button loading={lay.pending} onClick={() => lay.run({ units: [...chosen] })}>
            {say('court.keep')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
