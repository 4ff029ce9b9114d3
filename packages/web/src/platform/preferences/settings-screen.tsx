import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Choice } from '../../shell/choice.tsx'
import { Page } from '../../shell/page.tsx'
import { useWords } from '../../words/use-words.ts'
import { UnitKeys } from '../keys/unit-keys.tsx'
import { useSettings } from '../settings.ts'
import { useSession } from '../use-session.ts'
import { useSignOut } from '../use-sign-out.ts'
import { DeviceNotices } from './device-notices.tsx'
import { Devices } from './devices.tsx'
import { Factors } from './factors.tsx'
import { languageNames } from './language-names.ts'
import { NoticeChannel } from './notice-channel.tsx'
import { OwnKey } from './own-key.tsx'
import { PasswordForm } from './password-form.tsx'
import styles from './settings-screen.module.css'
import { usePrefer } from './use-prefer.ts'

/** How the reader likes the screen; each choice holds at once. */
export function SettingsScreen(): ReactNode {
  const say = useWords()
  const { language, digits, density, scheme } = useSettings()
  const session = useSession()
  const prefer = usePrefer()
  const signOut = useSignOut()
  return (
    <Page title={say('settings.title')}>
      <div className={styles['choices']}>
        <Choice
          name="language"
          label={say('settings.language')}
          options={languageNames}
          value={language}
          onChoose={(chosen) => prefer({ language: chosen })}
        />
        {language === 'bn' && (
          <Choice
            name="digits"
            label={say('settings.digits')}
            options={[
              { value: 'latin', label: say('settings.digits.latin') },
              { value: 'own', label: say('settings.digits.own') },
            ]}
            value={digits}
            onChoose={(chosen) => prefer({ digits: chosen })}
          />
        )}
        <Choice
          name="scheme"
          label={say('settings.scheme')}
          options={[
            { value: 'auto', label: say('settings.scheme.auto') },
            { value: 'light', label: say('settings.scheme.light') },
            { value: 'dark', label: say('settings.scheme.dark') },
          ]}
          value={scheme}
          onChoose={(chosen) => prefer({ scheme: chosen })}
        />
        <Choice
          name="density"
          label={say('settings.density')}
          options={[
            { value: 'comfortable', label: say('settings.density.comfortable') },
            { value: 'compact', label: say('settings.density.compact') },
          ]}
          value={density}
          onChoose={(chosen) => prefer({ density: chosen })}
        />
        <p className={styles['quiet']}>{say('settings.kept')}</p>
        {session !== null && (
          <>
            <NoticeChannel />
            <DeviceNotices />
            <PasswordForm />
            <OwnKey />
            <UnitKeys />
            <Factors />
            <Devices />
          </>
        )}
        <p>
          <Link to="/rules">{say('bar.rules')}</Link> · <Link to="/dictionary">{say('bar.dictionary')}</Link>
        </p>
        {session !== null && (
          <div>
            <p className={styles['quiet']}>{say('settings.signed-in', { name: session.account.name })}</p>
            <Button variant="default" onClick={() => void signOut()}>
              {say('shell.sign-out')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}
