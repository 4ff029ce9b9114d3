import { Button } from '@mantine/core'
import { budgetLine } from '@setu/records'
import type { BudgetLineAdd, BudgetLineList } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { type Answers, type Fault, isEmpty } from '../../forms/faults.ts'
import { QuestionList } from '../../forms/question-list.tsx'
import { namedFaults } from '../../forms/record-form.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { LineClose } from './door.ts'

type Line = BudgetLineList['items'][number]

/** The lines that money is paid from. */
export function LinesCard(): ReactNode {
  const say = useWords()
  const { money } = useDoors()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery({ queryKey: ['money', 'lines'], queryFn: money.lines })
  if (data === undefined) return null
  return (
    <Card
      title={say('money.lines')}
      act={
        data.mayChange && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {say('money.add-line')}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className={lists['empty']}>{say('money.no-lines')}</p>}
      <ul className={lists['rows']}>
        {data.items.map((line) => (
          <LineRow key={line.id} line={line} mayChange={data.mayChange} />
        ))}
      </ul>
      {adding && <AddLine onClose={() => setAdding(false)} />}
    </Card>
  )
}

function LineRow({ line, mayChange }: { readonly line: Line; readonly mayChange: boolean }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { money } = useDoors()
  const close = useCommand((given: LineClose) => money.closeLine(given))
  return (
    <li className={lists['row']}>
      <div className={lists['line']}>
        <span className={lists['code']}>{line.code}</span>
        <span>{name({ en: line.nameEn, bn: line.nameBn })}</span>
        {line.donor !== null && <span className={lists['quiet']}>{line.donor}</span>}
        {line.closedOn !== null && <span className={lists['quiet']}>{say('money.line-closed')}</span>}
      </div>
      {mayChange && line.closedOn === null && (
        <Button
          variant="default"
          loading={close.pending}
          onClick={() => close.run({ base: line.version, line: line.id })}
        >
          {say('money.close-line')}
          <span className="heard"> {line.code}</span>
        </Button>
      )}
      <RefusalNote error={close.refused} />
    </li>
  )
}

const keys = ['code', 'nameEn', 'nameBn', 'donor'] as const
const textOf = (answer: unknown): string => (typeof answer === 'string' ? answer : '')

function AddLine({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { money } = useDoors()
  const options = useLists()
  const [id] = useState(newId)
  const [answers, setAnswers] = useState<Answers>({})
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const add = useCommand((line: BudgetLineAdd) => money.addLine(line), onClose)
  const keep = () => {
    const found = namedFaults(budgetLine, keys, answers)
    setFaults(found)
    if (found.length > 0) return
    const { code, nameEn, nameBn, donor } = answers
    add.run({
      id,
      code: textOf(code),
      nameEn: textOf(nameEn),
      nameBn: textOf(nameBn),
      donor: isEmpty(donor) ? null : textOf(donor),
    })
  }
  return (
    <Dialog title={say('money.add-line')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <QuestionList
          record={budgetLine}
          keys={keys}
          answers={answers}
          faults={faults}
          lists={options}
          onAnswer={(key, answer) => setAnswers((before) => ({ ...before, [key]: answer }))}
        />
        <RefusalNote error={add.refused} />
        <DialogActs onCancel={onClose}>
          <Button loading={add.pending} onClick={keep}>
            {say('dialog.keep')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
