import { type SettingSet, settingIn } from '@setu/vocabulary'
import type { ReactNode } from 'react'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useSettingText } from './setting-text.ts'
import styles from './settings.module.css'

interface SettingValuesProps {
  readonly set: SettingSet
  readonly rules: Readonly<Record<string, unknown>>
}

/** What is laid down, for those who only read it. */
export function SettingValues({ set, rules }: SettingValuesProps): ReactNode {
  const { name } = useLabels()
  const text = useSettingText()
  return set.groups.map((group) => {
    const known = group.settings.filter(({ at }) => settingIn(rules, at) !== undefined)
    const title = name(group.label)
    return (
      <table key={title} className={`${lists['table']} ${styles['values']}`}>
        <caption className={set.groups.length === 1 ? 'heard' : styles['group']}>{title}</caption>
        <tbody>
          {known.map((setting) => (
            <tr key={setting.at}>
              <th scope="row">{name(setting.label)}</th>
              <td>{text(setting, settingIn(rules, setting.at))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )
  })
}
