import { Button } from '@mantine/core'
import type { CaseView, DocumentView } from '@setu/records/api'
import { documentTypes, parts } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { Icon } from '../../shell/icons.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddDocument } from './add-document.tsx'
import { PaperDialog } from './paper-dialog.tsx'

/** The papers of a case: which there are, and behind a press with a reason what they show. */
export function CaseDocuments({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { documents } = useDoors()
  const [adding, setAdding] = useState(false)
  const [looking, setLooking] = useState<string | null>(null)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'documents'],
    queryFn: () => documents.list(file),
  })
  if (data === undefined || (data.items.length === 0 && data.mayAdd.length === 0)) return null
  const looked = data.items.find(({ id }) => id === looking)
  return (
    <Card
      title={say('papers.title')}
      act={
        data.mayAdd.length > 0 && (
          <Button
            variant="default"
            leftSection={<Icon name="add" size={18} />}
            onClick={() => setAdding(true)}
          >
            {say('papers.add')}
          </Button>
        )
      }
    >
      {data.items.length === 0 && <p className={lists['empty']}>{say('papers.none')}</p>}
      <ul className={lists['rows']}>
        {data.items.map((paper) => (
          <PaperRow key={paper.id} paper={paper} onLook={() => setLooking(paper.id)} />
        ))}
      </ul>
      {adding && <AddDocument file={file} mayAdd={data.mayAdd} onClose={() => setAdding(false)} />}
      {looked && <PaperDialog file={file} paper={looked} onClose={() => setLooking(null)} />}
    </Card>
  )
}

interface PaperRowProps {
  readonly paper: DocumentView
  readonly onLook: () => void
}

function PaperRow({ paper, onLook }: PaperRowProps): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  return (
    <li className={`${lists['row']} ${lists['brief']}`}>
      <div>
        <div className={lists['line']}>
          <span className={lists['strong']}>{code(documentTypes, paper.kind)}</span>
          {paper.issuedOn !== null && <DayText day={paper.issuedOn} />}
          {paper.goesAlong && <span>{say('papers.goes-along')}</span>}
        </div>
        <div className={lists['quiet']}>
          {code(parts, paper.part)} · {say('papers.pages', { count: paper.pages })} ·{' '}
          <DayText day={paper.recorded.slice(0, 10)} /> {paper.by}
        </div>
      </div>
      <Button variant="default" leftSection={<Icon name="eye" size={18} />} onClick={onLook}>
        {say('papers.look')}
        <span className="heard"> {code(documentTypes, paper.kind)}</span>
      </Button>
    </li>
  )
}
