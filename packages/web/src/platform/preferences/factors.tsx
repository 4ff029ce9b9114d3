import { Button } from '@mantine/core'
import type { FactorsView } from '@setu/records/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import { Dialog } from '../../shell/dialog.tsx'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import type { Named } from '../door-types.ts'
import { useDoors } from '../doors.ts'
import { EnrolApp } from '../sign-in/enrol-app.tsx'
import { EnrolPasskey } from '../sign-in/enrol-passkey.tsx'
import { keepsPasskeys, kindsOf } from '../sign-in/passkeys.ts'
import { ProofForm } from '../sign-in/proof-form.tsx'
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx'
import { useCommand } from '../use-command.ts'

type Wanted = 'codes' | 'app' | 'passkey'

const titles: Readonly<Record<Wanted, WordId>> = {
  codes: 'factors.new-codes',
  app: 'factors.new-app',
  passkey: 'passkey.add',
}

/** What one comes in with beside the password: passkeys, an app, and codes on paper; each changed after a fresh proof. */
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
      {kindsOf(data).length === 0 ? (
        <p className={lists['quiet']}>{say('factors.none')}</p>
      ) : (
        <div className={lists['stack']}>
          {data.totp !== null && (
            <p>
              {say('factors.since')} <MomentText moment={data.totp} />
            </p>
          )}
          {data.passkeys.length > 0 && <Passkeys factors={data} />}
          <p>{say('factors.left', { left: data.recoveryLeft })}</p>
          <div className={lists['acts']}>
            <Button variant="default" onClick={() => setWanted('codes')}>
              {say('factors.new-codes')}
            </Button>
            <Button variant="default" onClick={() => setWanted('app')}>
              {say(data.totp === null ? 'factors.add-app' : 'factors.new-app')}
            </Button>
            {data.mayPasskey && keepsPasskeys() && (
              <Button variant="default" onClick={() => setWanted('passkey')}>
                {say('passkey.add')}
              </Button>
            )}
          </div>
        </div>
      )}
      {wanted !== null && <Renewal wanted={wanted} factors={data} onClose={close} />}
    </Card>
  )
}

/** One's passkeys by their names; the last factor cannot be taken away. */
function Passkeys({ factors }: { readonly factors: FactorsView }): ReactNode {
  const say = useWords()
  const last = factors.totp === null && factors.passkeys.length === 1
  return (
    <ul className={lists['rows']} aria-label={say('passkey.list')}>
      {factors.passkeys.map(({ id, name, made, used }) => (
        <li key={id} className={lists['row']}>
          <div>
            <span className={lists['strong']}>{name}</span>
            <div className={lists['quiet']}>
              {say(used === null ? 'passkey.since' : 'passkey.used')} <MomentText moment={used ?? made} />
            </div>
          </div>
          {last ? (
            <span className={lists['quiet']}>{say('passkey.last')}</span>
          ) : (
            <RemovePasskey id={id} name={name} />
          )}
        </li>
      ))}
    </ul>
  )
}

function RemovePasskey({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const say = useWords()
  const { session } = useDoors()
  const remove = useCommand(
    (named: Named) => session.removePasskey(id, named),
    () => toast(say('passkey.removed', { name })),
  )
  return (
    <>
      <Button variant="default" loading={remove.pending} onClick={() => remove.run({})}>
        {say('passkey.remove')}
        <span className="heard"> {name}</span>
      </Button>
      <RefusalNote error={remove.refused} />
    </>
  )
}

interface RenewalProps {
  readonly wanted: Wanted
  readonly factors: FactorsView
  readonly onClose: () => void
}

/** A proof first, then what was asked for; at the end the codes for paper where they are new. */
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
    <Dialog title={say(titles[wanted])} onClose={onClose}>
      {!proved && <ProofForm kinds={kindsOf(factors)} onProved={onProved} />}
      <RefusalNote error={renew.error} />
      {proved && wanted === 'app' && codes === null && (
        <EnrolApp onEnrolled={({ recovery }) => setCodes(recovery)} />
      )}
      {proved && wanted === 'passkey' && <EnrolPasskey onEnrolled={onClose} />}
      {codes !== null && <RecoveryCodes codes={codes} onKept={onClose} />}
    </Dialog>
  )
}
