import { Button } from '@mantine/core'
import type { Enrolled } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { CodeField } from './code-field.tsx'
import styles from './enrol-app.module.css'
import { useCode } from './use-code.ts'

/** Drawn once in a lifetime, so the first load goes without it. */
const QrPicture = lazy(async () => ({ default: (await import('./qr-picture.tsx')).QrPicture }))

/** Four letters at a time are typed with fewer slips. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Enrols an app that makes codes: a picture to scan, the same in letters, and the first code. */
export function EnrolApp({ onEnrolled }: { readonly onEnrolled: (answer: Enrolled) => void }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const { pending, refused, onSubmit, field } = useCode(session.finishTotp, onEnrolled)
  const begun = useQuery({
    queryKey: ['totp'],
    queryFn: session.startTotp,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    throwOnError: false,
  })
  return (
    <form className={lists['stack']} onSubmit={onSubmit} noValidate>
      <p>{say('enrol.why')}</p>
      <p>{say('enrol.app')}</p>
      <RefusalNote error={begun.error} />
      {begun.data && (
        <>
          <Suspense>
            <QrPicture text={begun.data.uri} label={say('enrol.picture')} />
          </Suspense>
          <p>{say('enrol.no-camera')}</p>
          <p className={styles['secret']} data-secret>
            {grouped(begun.data.secret)}
          </p>
          <p>
            <a href={begun.data.uri}>{say('enrol.same-phone')}</a>
          </p>
        </>
      )}
      <CodeField label={say('enrol.code')} {...field} />
      <RefusalNote error={refused} />
      <Button type="submit" loading={pending} disabled={begun.data === undefined} fullWidth>
        {say('factor.go-on')}
      </Button>
    </form>
  )
}
