import { Button } from '@mantine/core'
import type { EmergencyAnswer, EmergencyView } from '@setu/records/api'
import { emergencyReasons, parts } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import type { Change } from '../../platform/door-types.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import dialogs from '../../shell/dialog-parts.module.css'
import lists from '../../shell/lists.module.css'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { openRooms } from '../../words/language.ts'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'

const ProofDialog = lazy(async () => {
  const [{ ProofDialog: dialog }] = await Promise.all([
    import('../../platform/step-up/step-up-dialog.tsx'),
    openRooms(['platform']),
  ])
  return { default: dialog }
})

const states: Readonly<Record<EmergencyView['state'], WordId>> = {
  waiting: 'emergency.waiting',
  granted: 'emergency.granted',
  declined: 'emergency.declined',
  ended: 'emergency.ended',
  lapsed: 'emergency.lapsed',
}

const standings: Readonly<Partial<Record<EmergencyView['state'], string>>> = {
  waiting: 'due',
  granted: 'late',
}

/** One request: who, for which parts, why, how it stands, and what one may do about it. */
export function EmergencyRow({ emergency }: { readonly emergency: EmergencyView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { number } = useDates()
  const { state, until, person, from, to, mine, hours, reason, words, case: file } = emergency
  return (
    <li className={`${lists['row']} ${lists['marked']}`} data-standing={standings[state]}>
      <div>
        <div className={lists['line']}>
          <span className={lists['code']}>{emergency.code}</span>
          <span className={lists['strong']}>{say(states[state])}</span>
          {until !== null && state === 'granted' && (
            <span>
              {say('emergency.until')} <MomentText moment={until} />
            </span>
          )}
        </div>
        <p>
          {code(emergencyReasons, reason)} · {emergency.parts.map((part) => code(parts, part)).join(' · ')} ·{' '}
          {say('emergency.for-hours', { hours: number(hours) })}
        </p>
        {words !== null && <p>{words}</p>}
        <p className={lists['quiet']}>
          {mine
            ? say('emergency.asked-of', { office: name(to.name) })
            : [person, name(from.name)].filter(Boolean).join(' · ')}
          {' · '}
          <MomentText moment={emergency.askedAt} />
        </p>
        {file === null && emergency.mayAnswer && <p className={lists['quiet']}>{say('emergency.no-case')}</p>}
        {file !== null && state === 'granted' && (
          <Link to="/cases/$org/$id" params={file}>
            {say('emergency.to-case')}
          </Link>
        )}
        <EmergencyActs emergency={emergency} />
      </div>
    </li>
  )
}

function EmergencyActs({ emergency }: { readonly emergency: EmergencyView }): ReactNode {
  const say = useWords()
  const { emergencies } = useDoors()
  const { version, mayAnswer, mayEnd, proof, case: file } = emergency
  const [proving, setProving] = useState(false)
  const answer = useCommand(
    (given: EmergencyAnswer) => emergencies.answer(emergency, given),
    (_, { answer: said }) => toast(say(said === 'approve' ? 'emergency.approved' : 'emergency.said-no')),
  )
  const end = useCommand(
    (change: Change) => emergencies.end(emergency, change),
    () => toast(say('emergency.is-over')),
  )
  if (!mayAnswer && !mayEnd) return null
  return (
    <>
      <RefusalNote error={answer.refused ?? end.refused} />
      {proving && proof !== null && (
        <Suspense fallback={null}>
          <ProofDialog
            title={say('emergency.approve')}
            why={say('emergency.prove', { code: emergency.code })}
            about={proof}
            onProved={() => {
              setProving(false)
              answer.run({ base: version, answer: 'approve' })
            }}
            onClose={() => setProving(false)}
          />
        </Suspense>
      )}
      <div className={dialogs['acts']}>
        {mayAnswer && (
          <>
            <Button disabled={file === null} loading={answer.pending} onClick={() => setProving(true)}>
              {say('emergency.approve')}
            </Button>
            <Button
              variant="default"
              loading={answer.pending}
              onClick={() => answer.run({ base: version, answer: 'decline' })}
            >
              {say('emergency.decline')}
            </Button>
          </>
        )}
        {mayEnd && (
          <Button variant="default" loading={end.pending} onClick={() => end.run({ base: version })}>
            {say('emergency.end')}
          </Button>
        )}
      </div>
    </>
  )
}
