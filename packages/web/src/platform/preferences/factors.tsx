import { Button } from '@mantine/core'
import type { FactorsView } from '@setu/records/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { CodeForm } from '../sign-in/code-form.tsx'
import { EnrolApp } from '../sign-in/enrol-app.tsx'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'

type Wanted = 'codes' | 'app'

/** What one comes in with beside the password: an app, and codes on paper; each renewed after a fresh code. */
export function Factors(): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const queries = useQueryClient()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const { data } = useQuery({ queryKey: ['factors'], queryFn: session.factors, throwOnError: false })
  if (data === undefined) return null
  const close = () => {
    setWanted(null)
    void queries.invalidateQueries({ queryKey: ['factors'] })
  }
  return (
    <Card title={say('factors.title')}>
      {data.totp === null ? (
        <p className={lists['quiet']}>{say('factors.none')}</p>
      ) : (
        <div className={lists['stack']}>
          <p>
            {say('factors.since')} <MomentText moment={data.totp} />
          </p>
          <p>{say('factors.left', { left: data.recoveryLeft })}</p>
          <div className={lists['acts']}>
            <Button variant="default" onClick={() => setWanted('codes')}>
              {say('factors.new-codes')}
            </Button>
            <Button variant="default" onClick={() => setWanted('app')}>
              {say('factors.new-app')}
            </Button>
          </div>
        </div>
      )}
      {wanted !== null && <Renewal wanted={wanted} factors={data} onClose={close} />}
    </Card>
  )
}

interface RenewalProps {
  readonly wanted: Wanted
  readonly factors: FactorsView
  readonly onClose: () => void
}

/** A code first, then what was asked for; at the end always the codes for paper, which are new too. */
function Renewal({ wanted, factors, onClose }: RenewalProps): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [proved, setProved] = useState(false)
  const renew = useMutation({
    mutationFn: session.newRecoveryCodes,
    onSuccess: ({ recovery }) => setCodes(recovery),
  })
  const onProved = () => {
    setProved(true)
    if (wanted === 'codes') renew.mutate()
  }
  return (
    <Dialog title={say(wanted === 'codes' ? 'factors.new-codes' : 'factors.new-app')} onClose={onClose}>
      {!proved && (
        <CodeForm recovery={factors.recoveryLeft > 0} prove={session.proveFactor} onProved={onProved} />
      )}
      <RefusalNote error={renew.error} />
      {proved && wanted === 'app' && codes === null && (
        <EnrolApp onEnrolled={({ recovery }) => setCodes(recovery)} />
      )}
      {codes !== null && <RecoveryCodes codes={codes} onKept={onClose} />}
    </Dialog>
  )
}
