import type { SettingList } from '@setu/records/api'
import { type SettingSet, settingSets } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { SettingForm } from './setting-form.tsx'
import { SettingValues } from './setting-values.tsx'
import { Versions } from './versions.tsx'

/** What is laid down for everybody on this node: deadlines, weights and bounds. Anybody reads it, administrators change it. */
export function LaidDownScreen(): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { settings } = useDoors()
  const [kind, setKind] = useState<string | null>(settingSets[0]?.kind ?? null)
  const { data } = useQuery({ queryKey: ['settings'], queryFn: settings.list })
  if (data === undefined) return <Pending />
  const set = settingSets.find((one) => one.kind === kind) ?? settingSets[0]
  const item = data.items.find((one) => one.kind === set?.kind)
  return (
    <Page title={say('bar.laid')} above={[{ label: say('bar.rules'), to: '/rules' }]} narrow>
      <div className={lists['stack']}>
        <OneOf
          name="kind"
          label={say('laid.which')}
          required
          fault={null}
          options={settingSets.map((one) => ({ value: one.kind, label: name(one.label) }))}
          answer={set?.kind ?? null}
          onAnswer={setKind}
        />
        {set && item && (
          <OneSet key={`${set.kind} ${item.base}`} set={set} item={item} mayChange={data.mayChange} />
        )}
      </div>
    </Page>
  )
}

interface OneSetProps {
  readonly set: SettingSet
  readonly item: SettingList['items'][number]
  readonly mayChange: boolean
}

function OneSet({ set, item, mayChange }: OneSetProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  return (
    <>
      <Card title={name(set.label)}>
        <p>{name(set.what)}</p>
        {mayChange ? <SettingForm set={set} item={item} /> : <SettingValues set={set} rules={item.rules} />}
      </Card>
      <Card title={say('laid.versions')}>
        <Versions set={set} versions={item.versions} />
      </Card>
    </>
  )
}
