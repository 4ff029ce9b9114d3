import { Button } from '@mantine/core'
import type { SettingLay, SettingList } from '@setu/records/api'
import { laidDown, type SettingSet, settingIn, settingsChanged, settingsOf } from '@setu/vocabulary'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { SettingField } from './setting-field.tsx'
import styles from './settings.module.css'

interface SettingFormProps {
  readonly set: SettingSet
  readonly item: SettingList['items'][number]
}

/** What an administrator lays down anew, from today on. */
export function SettingForm({ set, item: { rules, base } }: SettingFormProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { settings } = useDoors()
  const known = settingsOf(set).filter(({ at }) => settingIn(rules, at) !== undefined)
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>(() =>
    Object.fromEntries(known.map(({ at }) => [at, settingIn(rules, at)])),
  )
  const [looked, setLooked] = useState(false)
  const lay = useCommand(
    (given: SettingLay) => settings.layDown(given),
    () => toast(say('laid.kept')),
  )
  const done = laidDown(set, rules, draft)
  const faulty = 'faults' in done ? done.faults.map(({ field }) => field) : []
  const changed = 'rules' in done ? settingsChanged(set, rules, done.rules) : []
  const layIt = () => {
    setLooked(true)
    if (changed.length === 0) return
    const values = Object.fromEntries(changed.map(({ at }) => [at, draft[at]]))
    lay.run({ kind: set.kind, base, values })
  }
  return (
    <form
      className={dialogs['parts']}
      onSubmit={(event) => {
        event.preventDefault()
        layIt()
      }}
    >
      {set.groups.map((group) => (
        <fieldset key={group.label.en} className={styles['fields']}>
          <legend className={set.groups.length === 1 ? 'heard' : styles['group']}>{name(group.label)}</legend>
          {group.settings
            .filter((setting) => known.includes(setting))
            .map((setting) => (
              <SettingField
                key={setting.at}
                setting={setting}
                faulty={looked && faulty.includes(setting.at)}
                value={draft[setting.at]}
                onValue={(value) => setDraft((before) => ({ ...before, [setting.at]: value }))}
              />
            ))}
        </fieldset>
      ))}
      <RefusalNote error={lay.refused} />
      {looked && faulty.length === 0 && changed.length === 0 && (
        <p className={lists['quiet']}>{say('laid.nothing')}</p>
      )}
      <div className={dialogs['acts']}>
        <Button type="submit" loading={lay.pending}>
          {say('laid.keep')}
        </Button>
      </div>
    </form>
  )
}
