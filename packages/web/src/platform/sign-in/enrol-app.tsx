import { Button } from '@mantine/core'
import type { Enrolled } from '@setu/records/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { CodeField } from './code-field.tsx'
import styles from './enrol-app.module.css'
import { QrPicture } from './qr-picture.tsx'

/** Four letters at a time are typed with fewer slips. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Enrols an app that makes codes: a picture to scan, the same in letters, and the first code. */
export function EnrolApp({ onEnrolled }: { readonly onEnrolled: (answer: Enrolled) => void }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const begun = useQuery({
    queryKey: ['totp'],
    queryFn: session.startTotp,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    throwOnError: false,
  })
  const finish = useMutation({
    mutationFn: () => session.finishTotp(code.trim()),
    onSuccess: onEnrolled,
    onError: () => field.current?.focus(),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const empty = code.trim() === ''
    setMissing(empty)
    if (empty) field.current?.focus()
    else finish.mutate()
  }
  return (
    <form className={lists['stack']} onSubmit={onSubmit} noValidate>
      <p>{say('enrol.why')}</p>
      <p>{say('enrol.app')}</p>
      <RefusalNote error={begun.error} />
      {begun.data && (
        <>
          <QrPicture text={begun.data.uri} label={say('enrol.picture')} />
          <p>{say('enrol.no-camera')}</p>
          <p className={styles['secret']} data-secret>
            {grouped(begun.data.secret)}
          </p>
          <p>
            <a href={begun.data.uri}>{say('enrol.same-phone')}</a>
          </p>
        </>
      )}
      <CodeField ref={field} label={say('enrol.code')} missing={missing} value={code} onChange={setCode} />
      <RefusalNote error={finish.error} />
      <Button type="submit" loading={finish.isPending} disabled={begun.data === undefined} fullWidth>
        {say('factor.go-on')}
      </Button>
    </form>
  )
}
