import type { SettingList } from '@setu/records/api'
import { type SettingSet, settingIn, settingsChanged } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useSettingText } from './setting-text.ts'

type Version = SettingList['items'][number]['versions'][number]

interface VersionsProps {
  readonly set: SettingSet
  readonly versions: readonly Version[]
}

/** Every version of a set of rules, the newest first, with what it changed. */
export function Versions({ set, versions }: VersionsProps): ReactNode {
  const say = useWords()
  return (
    <ul className={lists['rows']}>
      {versions.map((version, place) => {
        const before = versions[place + 1]
        return (
          <li key={version.version} className={lists['row']}>
            <div>
              {before === undefined ? (
                <p>{say('laid.first')}</p>
              ) : (
                <>
                  <p>
                    <MomentText moment={version.made} />
                    {version.by !== null && <span className={lists['quiet']}> · {version.by}</span>}
                  </p>
                  <Changes set={set} before={before} after={version} />
                </>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

interface ChangesProps {
  readonly set: SettingSet
  readonly before: Version
  readonly after: Version
}

function Changes({ set, before, after }: ChangesProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const text = useSettingText()
  const [was, is] = [
    { ...set.first, ...before.rules },
    { ...set.first, ...after.rules },
  ]
  return (
    <ul>
      {settingsChanged(set, was, is).map((setting) => (
        <li key={setting.at}>
          {say('laid.changed', {
            what: name(setting.label),
            was: text(setting, settingIn(was, setting.at)),
            is: text(setting, settingIn(is, setting.at)),
          })}
        </li>
      ))}
    </ul>
  )
}
