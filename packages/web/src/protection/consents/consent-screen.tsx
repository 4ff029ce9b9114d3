import type { CaseView, ConsentsRecord } from '@setu/records/api'
import { addDays, asksAssent, countsAsChild, lastDayOfConsent, type PlainDate } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useWords } from '../../words/use-words.ts'
import { useWorkingRules } from '../rules/use-working-rules.ts'
import { AskCards } from './ask-cards.tsx'
import {
  type Answer,
  answered,
  type Card,
  cardFor,
  cardsToAsk,
  purposeFor,
  type Recipient,
  recipientsIn,
} from './asked.ts'
import { HowForm, type HowGiven } from './how-form.tsx'
import { PrepareCards } from './prepare-cards.tsx'

/** The sheet on which a survivor says yes, no, or not now, one purpose at a time. */
export function ConsentScreen(): ReactNode {
  const at = useParams({ from: '/inside/cases/$org/$id/consent' })
  const { cases, directory } = useDoors()
  const { data: file } = useQuery({ queryKey: ['case', at.org, at.id], queryFn: () => cases.read(at) })
  const { data: offices } = useQuery({ queryKey: ['organisations'], queryFn: directory.organisations })
  const recipients = useMemo(() => (offices ? recipientsIn(offices.items, at.org) : null), [offices, at.org])
  if (file === undefined || recipients === null) return <Pending />
  return <Sheet file={file} recipients={recipients} />
}

interface SheetProps {
  readonly file: CaseView
  readonly recipients: readonly Recipient[]
}

function useCards(file: CaseView, recipients: readonly Recipient[], soon: PlainDate) {
  const search = useSearch({ from: '/inside/cases/$org/$id/consent' })
  return useState<readonly Card[]>(() => {
    const named = recipients.find(({ org, unit }) => org === search.org && unit === search.unit)
    if (named) return [cardFor(newId(), purposeFor(named), named, search.service)]
    return cardsToAsk(file.consents, recipients, soon, newId)
  })
}

function Sheet({ file, recipients }: SheetProps): ReactNode {
  const say = useWords()
  const navigate = useNavigate()
  const { today } = useDates()
  const { consents } = useDoors()
  const { service } = useSearch({ from: '/inside/cases/$org/$id/consent' })
  const rules = useWorkingRules()
  const [cards, setCards] = useCards(file, recipients, addDays(today, rules.askAgainBefore))
  const [phase, setPhase] = useState<'prepare' | 'ask' | 'how'>('prepare')
  const until = lastDayOfConsent(rules.consentLasts, today)
  const child = countsAsChild(file.ageBand, rules.child.doubtIsChild)

  const back = () =>
    void (service === undefined
      ? navigate({ to: '/cases/$org/$id', params: file })
      : navigate({ to: '/cases/$org/$id/refer', params: file, search: { service } }))

  const record = useCommand(
    (given: ConsentsRecord) => consents.record(file, given),
    () => {
      toast(say('consent.kept'))
      back()
    },
  )

  const keep = (how: HowGiven) =>
    record.run({
      ...how,
      givenOn: today,
      answers: answered(cards).map(({ id, purpose, parts, recipient, words, answer }) => ({
        id,
        purpose,
        parts: [...parts],
        recipient: recipient === null ? null : { org: recipient.org, unit: recipient.unit },
        ...(words === null ? {} : { recipientWords: words.trim() }),
        answer,
        validUntil: until,
      })),
    })

  const answer = (id: string, given: Answer | null) =>
    setCards(cards.map((card) => (card.id === id ? { ...card, answer: given } : card)))

  return (
    <Page title={say('consent.title')} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      {phase === 'prepare' && (
        <PrepareCards
          code={file.code}
          cards={cards}
          child={child}
          recipients={recipients}
          service={service}
          onChange={setCards}
          onBegin={() => setPhase('ask')}
          onStop={back}
        />
      )}
      {phase === 'ask' && (
        <AskCards cards={cards} until={until} onAnswer={answer} onEnd={() => setPhase('how')} />
      )}
      {phase === 'how' && (
        <HowForm
          cards={cards}
          until={until}
          child={child}
          asksChild={child && asksAssent(file.ageBand)}
          sending={record.pending}
          refused={record.refused}
          onKeep={keep}
          onAgain={() => setPhase('ask')}
          onStop={back}
        />
      )}
    </Page>
  )
}
