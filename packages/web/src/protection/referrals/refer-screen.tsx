import { Button } from '@mantine/core'
import type { CaseView, ReferralSend, ServiceView } from '@setu/records/api'
import { isCode, type ServiceType, type Sex, serviceTypes, sexes, type Urgency } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import { LongTextField } from '../../forms/text-fields.tsx'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import type { Receiver } from './door.ts'
import styles from './referrals.module.css'
import { UrgencyChoice } from './urgency-choice.tsx'
import { WhatTheySee } from './what-they-see.tsx'
import { WhoCan } from './who-can.tsx'

/** One survivor's need, from the question to *sent*: need, who can, what they will see, how soon. */
export function ReferScreen(): ReactNode {
  const at = useParams({ from: '/inside/cases/$org/$id/refer' })
  const { cases } = useDoors()
  const { data: file } = useQuery({ queryKey: ['case', at.org, at.id], queryFn: () => cases.read(at) })
  if (file === undefined) return <Pending />
  return <ReferForm file={file} />
}

function receiverOf({ org, unit }: ServiceView): Receiver {
  return { org, unit: unit.id }
}

function ReferForm({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const navigate = useNavigate()
  const { referrals } = useDoors()
  const { service = null } = useSearch({ from: '/inside/cases/$org/$id/refer' })
  const [id] = useState(newId)
  const [who, setWho] = useState<ServiceView | null>(null)
  const [urgency, setUrgency] = useState<Urgency>(file.urgency)
  const [note, setNote] = useState<unknown>(null)
  const [prefers, setPrefers] = useState<Sex | null>(null)
  const back = () => void navigate({ to: '/cases/$org/$id', params: { org: file.org, id: file.id } })

  const { data: preview } = useQuery({
    queryKey: ['referral-preview', file.id, who?.org, who?.unit.id, service],
    queryFn: () =>
      who === null || service === null ? null : referrals.preview(file, receiverOf(who), service),
    enabled: who !== null && service !== null,
  })

  const send = useCommand(
    (referral: ReferralSend) => referrals.send(file, referral),
    ({ code }) => {
      toast(say('refer.sent', { code }))
      back()
    },
  )

  const choose = (chosen: ServiceType | null) => {
    setWho(null)
    void navigate({
      to: '/cases/$org/$id/refer',
      params: { org: file.org, id: file.id },
      search: chosen === null ? {} : { service: chosen },
    })
  }

  return (
    <Page title={say('refer.title', { code: file.code })} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <div className={styles['steps']}>
        <section className={styles['step']}>
          <h2 className={styles['stepTitle']}>{say('refer.need')}</h2>
          <OneOf
            name="service"
            label={say('refer.service')}
            required
            fault={null}
            options={serviceTypes.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
            answer={service}
            onAnswer={(chosen) => choose(isCode(serviceTypes, chosen) ? chosen : null)}
          />
        </section>
        {service !== null && <WhoCan file={file} service={service} chosen={who} onChoose={setWho} />}
        {service !== null && who !== null && preview && (
          <>
            <WhatTheySee file={file} preview={preview} who={who} service={service} />
            <UrgencyChoice preview={preview} urgency={urgency} onChoose={setUrgency} />
            <section className={styles['step']}>
              <details>
                <summary>{say('refer.more')}</summary>
                <div className={lists['stack']}>
                  <LongTextField
                    name="note"
                    label={say('refer.note')}
                    why={say('refer.note-why')}
                    required={false}
                    fault={null}
                    answer={note}
                    onAnswer={setNote}
                  />
                  <OneOf
                    name="prefers"
                    label={say('refer.prefers')}
                    required={false}
                    fault={null}
                    options={sexes.entries
                      .filter(({ code }) => code === 'female' || code === 'male')
                      .map((entry) => ({ value: entry.code, label: entry[language] }))}
                    answer={prefers}
                    onAnswer={(chosen) => setPrefers(isCode(sexes, chosen) ? chosen : null)}
                  />
                </div>
              </details>
            </section>
            <RefusalNote error={send.refused} />
            <div className={lists['acts']}>
              <Button
                disabled={!preview.maySend}
                loading={send.pending}
                onClick={() =>
                  send.run({
                    id,
                    to: receiverOf(who),
                    service,
                    urgency,
                    workerPreference: prefers,
                    ...(typeof note === 'string' && note.trim() !== '' ? { note: note.trim() } : {}),
                  })
                }
              >
                {say('refer.send')}
              </Button>
              <Button variant="subtle" onClick={back}>
                {say('form.stop')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Page>
  )
}
