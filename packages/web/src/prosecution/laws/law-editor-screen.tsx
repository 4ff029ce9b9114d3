import { Button } from '@mantine/core'
import type { LawChange, LawDraft, LawEditions } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { Refusal } from '../../platform/refusal.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { NothingHere } from '../../shell/nothing-here.tsx'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { DefinitionFields, HeadFields, type Law } from './edit-head.tsx'
import { LimitFields } from './edit-limits.tsx'
import { OffenceFields } from './edit-offences.tsx'
import { addressOf, placeText } from './law-words.ts'

type Edition = LawEditions['items'][number]

/** A new draft, begun from a law that holds. */
export function NewLawScreen(): ReactNode {
  const { name = '' } = useParams({ strict: false })
  const { laws } = useDoors()
  const { data } = useQuery({ queryKey: ['laws', null], queryFn: () => laws.list(null) })
  if (data === undefined) return <Pending />
  const item = data.items.find((one) => addressOf(one.name) === name)
  return item === undefined ? <NothingHere /> : <Editor law={item.law} edition={null} />
}

/** One's own draft, which nobody else sees yet. */
export function LawDraftScreen(): ReactNode {
  const { edition: id = '' } = useParams({ strict: false })
  const { laws } = useDoors()
  const { data } = useQuery({ queryKey: ['law-editions'], queryFn: laws.editions })
  if (data === undefined) return <Pending />
  const item = data.items.find((one) => one.id === id)
  if (item === undefined || !item.mayChange) return <NothingHere />
  return <Editor key={item.version} law={item.law} edition={item} />
}

interface EditorProps {
  readonly law: Law
  readonly edition: Edition | null
}

function Editor({ law: before, edition }: EditorProps): ReactNode {
  const say = useWords()
  const labels = useLabels()
  const { laws } = useDoors()
  const navigate = useNavigate()
  const [id] = useState(() => edition?.id ?? newId())
  const [law, setLaw] = useState<Law>(before)
  const change = (changes: Partial<Law>) => setLaw((held) => ({ ...held, ...changes }))
  const kept = () => {
    toast(say('law.kept'))
    void navigate({ to: '/laws/editions' })
  }
  const draft = useCommand((asked: LawDraft) => laws.draft(asked), kept)
  const again = useCommand((asked: LawChange) => laws.change(asked), kept)
  const keep = () =>
    edition === null ? draft.run({ id, law }) : again.run({ id, base: edition.version, law })
  const refused = draft.refused ?? again.refused
  return (
    <Page
      title={labels.name(law.title)}
      above={[
        { label: say('law.title'), to: '/laws' },
        { label: say('law.editions'), to: '/laws/editions' },
      ]}
    >
      <div className={lists['stack']}>
        <p>{say('law.draft-what')}</p>
        <Card title={say('law.title-one')}>
          <HeadFields law={law} onChange={change} />
        </Card>
        <Card title={say('law.limits')}>
          <LimitFields law={law} onChange={change} />
        </Card>
        <Card title={say('law.offences')}>
          <OffenceFields law={law} onChange={change} />
        </Card>
        <Card title={say('law.definition')}>
          <DefinitionFields law={law} onChange={change} />
        </Card>
        <RefusalNote error={refused} />
        {refused instanceof Refusal && refused.fields.length > 0 && (
          <ul>
            {refused.fields.map(({ field }) => (
              <li key={field}>{placeText(field, say, labels.language)}</li>
            ))}
          </ul>
        )}
        <div className={lists['acts']}>
          <Button loading={draft.pending || again.pending} onClick={keep}>
            {say('law.keep')}
          </Button>
        </div>
      </div>
    </Page>
  )
}
