import { Button } from '@mantine/core'
import type { NetworkOpen, NetworkSummary } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { TextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import { DialogActs } from '../../shell/dialog-acts.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { asked, textOr } from '../criminal-cases/options.ts'
import { Presumed } from '../criminal-cases/presumed.tsx'

/** The networks that one's offices work on. */
export function NetworksScreen(): ReactNode {
  const say = useWords()
  const { networks } = useDoors()
  const { data, error } = useQuery({ queryKey: ['networks'], queryFn: networks.list })
  const [beginning, setBeginning] = useState(false)
  if (data === undefined && error === null) return <Pending />
  return (
    <Page
      title={say('network.title')}
      above={[{ label: say('court.cases'), to: '/criminal-cases' }]}
      acts={<Button onClick={() => setBeginning(true)}>{say('network.begin')}</Button>}
    >
      <div className={lists['stack']}>
        <Presumed />
        <RefusalNote error={error} />
        <Card title={say('network.yours')}>
          {data?.items.length === 0 && <p className={lists['empty']}>{say('network.none')}</p>}
          <ul className={lists['rows']}>
            {data?.items.map((network) => (
              <Row key={network.id} network={network} />
            ))}
          </ul>
        </Card>
      </div>
      {beginning && <BeginNetwork onClose={() => setBeginning(false)} />}
    </Page>
  )
}

function Row({ network }: { readonly network: NetworkSummary }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { number } = useDates()
  const { org, id, nodes, ties } = network
  return (
    <li className={lists['row']}>
      <div>
        <Link to="/networks/$org/$id" params={{ org, id }} className={lists['strong']}>
          {network.name ?? say('network.unopened')}
        </Link>
        <p className={lists['quiet']}>
          {name(network.office)} · <DayText day={network.openedOn} written /> ·{' '}
          {say('network.holds', { things: nodes, nodes: number(nodes), links: ties, ties: number(ties) })}
        </p>
      </div>
    </li>
  )
}

function BeginNetwork({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { networks, prosecution } = useDoors()
  const { units } = useSignedIn()
  const navigate = useNavigate()
  const { data } = useQuery({ queryKey: ['criminal-cases', {}], queryFn: () => prosecution.list({}) })
  const [id] = useState(newId)
  const [called, setCalled] = useState<unknown>(null)
  const [unit, setUnit] = useState<string | null>(units[0]?.id ?? null)
  const [file, setFile] = useState<string | null>(null)
  const open = useCommand(
    (given: NetworkOpen) => networks.open(given),
    ({ org }) => void navigate({ to: '/networks/$org/$id', params: { org, id } }),
  )
  const wanted = data?.items.find((one) => one.id === file)
  const title = textOr(called)
  return (
    <Dialog title={say('network.begin')} onClose={onClose}>
      <div className={dialogs['parts']}>
        <p>{say('network.begin-what')}</p>
        <TextField
          {...asked}
          name="name"
          label={say('network.network-name')}
          why={say('network.network-name-why')}
          answer={called}
          onAnswer={setCalled}
        />
        {units.length > 1 && (
          <OneOf
            {...asked}
            name="unit"
            label={say('court.unit')}
            options={units.map((one) => ({ value: one.id, label: name(one.name) }))}
            answer={unit}
            onAnswer={setUnit}
          />
        )}
        {data?.items.length === 0 && <p>{say('network.no-case')}</p>}
        {data !== undefined && data.items.length > 0 && (
          <OneOf
            {...asked}
            name="case"
            label={say('network.out-of-case')}
            options={data.items.map((one) => ({ value: one.id, label: one.code }))}
            answer={file}
            onAnswer={setFile}
          />
        )}
        <RefusalNote error={open.refused} />
        <DialogActs onCancel={onClose}>
          <Button
            disabled={title === null || unit === null || wanted === undefined}
            loading={open.pending}
            onClick={() => {
              if (title !== null && unit !== null && wanted !== undefined)
                open.run({ id, unit, name: title, case: { org: wanted.org, id: wanted.id } })
            }}
          >
            {say('network.begin')}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
