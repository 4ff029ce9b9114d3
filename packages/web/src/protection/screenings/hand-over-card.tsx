import { Button } from '@mantine/core'
import type { ScreeningCase, ScreeningOffer, ScreeningView } from '@setu/records/api'
import { isCode, urgencies } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { OneOf, SomeOf } from '../../forms/choice-fields.tsx'
import type { Change } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Card } from '../../shell/card.tsx'
import dialogs from '../../shell/dialog-parts.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { opensCases } from '../cases/opens-cases.ts'

interface HandOverProps {
  readonly screening: ScreeningView
}

const asked = { required: true, fault: null } as const

/** What comes after the decision: a case of one's own, or a protection unit that takes the person up. */
export function HandOverCard({ screening }: HandOverProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const session = useSignedIn()
  const { state, ours, offered, to } = screening
  if (state !== 'decided' && state !== 'offered') return null
  return (
    <Card title={say('screening.then')}>
      <div className={dialogs['parts']}>
        {state === 'offered' && to !== null && <p>{say('screening.waits-for', { unit: name(to) })}</p>}
        {opensCases(session) && (offered || (ours && state === 'decided')) && (
          <OpenCase screening={screening} />
        )}
        {ours && state === 'decided' && <Offer screening={screening} />}
        {state === 'offered' && <EndOffer screening={screening} />}
      </div>
    </Card>
  )
}

function OpenCase({ screening }: HandOverProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { units, org } = useSignedIn()
  const { screenings } = useDoors()
  const go = useNavigate()
  const [id] = useState(newId)
  const [urgency, setUrgency] = useState<string | null>('urgent')
  const [none, setNone] = useState<readonly string[]>([])
  const open = useCommand(
    (given: ScreeningCase) => screenings.openCase(screening, given),
    () => {
      toast(say('screening.case-opened'))
      void go({ to: '/cases/$org/$id', params: { org: org.id, id } })
    },
  )
  const unit = units[0]?.id ?? null
  return (
    <div className={dialogs['parts']}>
      <p>{say('screening.open-case-what')}</p>
      <OneOf
        {...asked}
        name="urgency"
        label={say('tip.urgency')}
        options={urgencies.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={urgency}
        onAnswer={setUrgency}
      />
      <SomeOf
        {...asked}
        name="conflict"
        label={say('screening.interest')}
        options={[{ value: 'none', label: say('screening.no-conflict') }]}
        answer={none}
        onAnswer={setNone}
      />
      <RefusalNote error={open.refused} />
      <Button
        disabled={unit === null || none.length === 0 || !isCode(urgencies, urgency)}
        loading={open.pending}
        onClick={() =>
          unit !== null &&
          isCode(urgencies, urgency) &&
          open.run({ base: screening.version, case: id, unit, urgency, conflict: 'none' })
        }
      >
        {say('screening.open-case')}
      </Button>
    </div>
  )
}

function Offer({ screening }: HandOverProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { units } = useSignedIn()
  const { screenings } = useDoors()
  const { data } = useQuery({ queryKey: ['screenings'], queryFn: screenings.list })
  const [unit, setUnit] = useState<string | null>(null)
  const [agreed, setAgreed] = useState<readonly string[]>([])
  const offer = useCommand(
    (given: ScreeningOffer) => screenings.offer(screening, given),
    () => toast(say('screening.is-offered')),
  )
  const own = units.map(({ id }) => id)
  const others = (data?.protectors ?? []).filter((one) => !own.includes(one.unit))
  return (
    <div className={dialogs['parts']}>
      <p>{say('screening.offer-what')}</p>
      <OneOf
        {...asked}
        name="unit"
        label={say('screening.offer-unit')}
        options={others.map((one) => ({ value: one.unit, label: name(one.name) }))}
        answer={unit}
        onAnswer={setUnit}
      />
      <SomeOf
        {...asked}
        name="agreed"
        label={say('screening.agreed')}
        options={[{ value: 'yes', label: say('screening.agreed-yes') }]}
        answer={agreed}
        onAnswer={setAgreed}
      />
      <RefusalNote error={offer.refused} />
      <Button
        variant="default"
        disabled={unit === null || agreed.length === 0}
        loading={offer.pending}
        onClick={() => unit !== null && offer.run({ base: screening.version, unit, agreed: true })}
      >
        {say('screening.offer')}
      </Button>
    </div>
  )
}

function EndOffer({ screening }: HandOverProps): ReactNode {
  const say = useWords()
  const { screenings } = useDoors()
  const end = useCommand(
    (change: Change) => screenings.endOffer(screening, change),
    () => toast(say('tip.is-kept')),
  )
  return (
    <>
      <RefusalNote error={end.refused} />
      <Button variant="default" loading={end.pending} onClick={() => end.run({ base: screening.version })}>
        {say(screening.ours ? 'screening.take-back' : 'screening.decline')}
      </Button>
    </>
  )
}
