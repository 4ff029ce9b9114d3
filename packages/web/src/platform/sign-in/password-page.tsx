import { Button, PasswordInput, TextInput } from '@mantine/core'
import type { SignedIn } from '@setu/records/api'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { Choice } from '../../shell/choice.tsx'
import { Page } from '../../shell/page.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { languageNames } from '../preferences/language-names.ts'
import { choose, useSettings } from '../settings.ts'
import styles from './sign-in-screen.module.css'

interface PasswordPageProps {
  readonly onAnswer: (answer: SignedIn) => Promise<void>
}

/** Name, password, the language to read in, and the way out. */
export function PasswordPage({ onAnswer }: PasswordPageProps): ReactNode {
  const say = useWords()
  const { language } = useSettings()
  const doors = useDoors()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState<'name' | 'password' | null>(null)
  const [working, setWorking] = useState(false)
  const nameField = useRef<HTMLInputElement>(null)
  const passwordField = useRef<HTMLInputElement>(null)

  const signIn = useMutation({
    mutationFn: () => doors.session.signIn(name.trim(), password, () => setWorking(true)),
    onSuccess: onAnswer,
    onError: () => passwordField.current?.focus(),
    onSettled: () => setWorking(false),
  })

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const lacks = name.trim() === '' ? 'name' : password === '' ? 'password' : null
    setMissing(lacks)
    if (lacks === null) return signIn.mutate()
    const field = lacks === 'name' ? nameField : passwordField
    field.current?.focus()
  }

  return (
    <Page title={say('sign-in.title')} narrow>
      <div className={styles['card']}>
        <form className={styles['form']} onSubmit={onSubmit} noValidate>
          <TextInput
            ref={nameField}
            label={say('sign-in.name')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            error={missing === 'name' && say('sign-in.name-missing')}
            onChange={(event) => setName(event.target.value)}
          />
          <PasswordInput
            ref={passwordField}
            label={say('sign-in.password')}
            autoComplete="current-password"
            value={password}
            error={missing === 'password' && say('sign-in.password-missing')}
            visibilityToggleButtonProps={{
              'aria-label': say('sign-in.show-password'),
              tabIndex: 0,
              'aria-hidden': false,
            }}
            onChange={(event) => setPassword(event.target.value)}
          />
          <div role="status">{working && <p>{say('sign-in.working')}</p>}</div>
          <RefusalNote error={signIn.error} />
          <Button type="submit" loading={signIn.isPending} fullWidth>
            {say('sign-in.sign-in')}
          </Button>
        </form>
        <Choice
          name="language"
          label={say('settings.language')}
          options={languageNames}
          value={language}
          onChoose={(chosen) => choose({ language: chosen })}
        />
        <p className={styles['hint']}>{say('leave.keys')}</p>
      </div>
    </Page>
  )
}
