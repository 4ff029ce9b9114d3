import type { BridgeQuery, BridgeTrial } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { NothingHere } from '../../shell/nothing-here.tsx'
import { Page } from '../../shell/page.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ImportCard } from '../import-card.tsx'
import { systemWords } from './bridge-words.ts'
import { MappingCard } from './mapping-card.tsx'
import { SendForm } from './send-form.tsx'
import { TrialView } from './trial-view.tsx'

const systems = { primero: 'primero', platform: 'referralPlatform' } as const

function systemOf(name: string): BridgeQuery['system'] | null {
  return name === 'primero' || name === 'platform' ? systems[name] : null
}

/** Cases to one other system and from it. */
export function BridgeScreen(): ReactNode {
  const { system: name = '' } = useParams({ strict: false })
  const system = systemOf(name)
  return system === null ? <NothingHere /> : <Bridge system={system} />
}

function Bridge({ system }: BridgeQuery): ReactNode {
  const say = useWords()
  const { bridges } = useDoors()
  const { roles } = useSignedIn()
  const works = roles.includes('caseworker') || roles.includes('supervisor')
  const title = say(systemWords[system])
  return (
    <Page
      title={title}
      {...(works ? { above: [{ label: say('exchange.title'), to: '/exchange' }] as const } : {})}
      acts={
        <LinkButton
          to="/bridges/$system"
          params={{ system: system === 'primero' ? 'platform' : 'primero' }}
          quiet
        >
          {say(systemWords[system === 'primero' ? 'referralPlatform' : 'primero'])}
        </LinkButton>
      }
    >
      <div className={lists['stack']}>
        {works && <OutCard system={system} />}
        {works && (
          <ImportCard
            what={say('bridge.import-what', { system: title })}
            accept=".json,.csv"
            look={(file) => bridges.preview(system, file)}
          />
        )}
        {roles.includes('technicalAdministrator') && <MappingCard system={system} />}
      </div>
    </Page>
  )
}

function OutCard({ system }: BridgeQuery): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { bridges } = useDoors()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error } = useQuery({ queryKey: ['bridge', system], queryFn: () => bridges.view(system) })
  const office = data?.recipients.find(({ unit }) => unit === chosen)
  const trial = useQuery({
    queryKey: ['bridge', system, office?.unit],
    queryFn: () => bridges.trial({ system, org: office?.org ?? '', unit: office?.unit ?? '' }),
    enabled: office !== undefined,
  })
  return (
    <Card title={say('bridge.out')}>
      <div className={lists['stack']}>
        <p>{say('bridge.out-what')}</p>
        <RefusalNote error={error} />
        {data?.recipients.length === 0 && <p>{say('bridge.nobody')}</p>}
        {data !== undefined && data.recipients.length > 0 && (
          <OneOf
            name="office"
            label={say('bridge.office')}
            required
            fault={null}
            options={data.recipients.map((one) => ({ value: one.unit, label: name(one.name) }))}
            answer={chosen}
            onAnswer={setChosen}
          />
        )}
        {trial.isLoading && <p role="status">{say('bridge.trying')}</p>}
        <RefusalNote error={trial.error} />
        {trial.data !== undefined && office !== undefined && (
          <Tried key={office.unit} trial={trial.data} to={{ org: office.org, unit: office.unit }} />
        )}
      </div>
    </Card>
  )
}

interface TriedProps {
  readonly trial: BridgeTrial
  readonly to: { readonly org: string; readonly unit: string }
}

/** What would leave is looked at first; then it is chosen, case by case, what does. */
function Tried({ trial, to }: TriedProps): ReactNode {
  const [left, setLeft] = useState<readonly string[]>([])
  const toggle = (id: string) =>
    setLeft((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]))
  return (
    <div className={lists['stack']}>
      <TrialView trial={trial} left={left} onToggle={toggle} />
      <SendForm trial={trial} to={to} left={left} />
    </div>
  )
}
