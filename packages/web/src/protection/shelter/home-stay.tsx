import { Button } from '@mantine/core'
import { caseRecords } from '@setu/records'
import type { HomeView, StayView } from '@setu/records/api'
import {
  isCode,
  legalBases,
  notFreeReasons,
  placeGroups,
  type Step,
  stayStates,
  staySteps,
  stepsFrom,
} from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { isEmpty } from '../../forms/faults.ts'
import { useDoors } from '../../platform/doors.ts'
import { useCommand } from '../../platform/use-command.ts'
import lists from '../../shell/lists.module.css'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import cases from '../cases/case-screen.module.css'
import { StepDialog } from '../cases/record-steps.tsx'
import type { HomeReview, HomeStep } from './door.ts'
import { StayFlags } from './stay-flags.tsx'

/** A stay as codes and days: nobody is named, and only those who may open the case are led to it. */
export function StayLine({ stay }: { readonly stay: StayView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const shown = stay.code ?? say('homes.no-code')
  return (
    <div>
      <div className={lists['line']}>
        {stay.case !== null ? (
          <Link to="/cases/$org/$id" params={stay.case} className={lists['code']}>
            {shown}
          </Link>
        ) : (
          <span className={lists['code']}>{shown}</span>
        )}
        <span className={cases['state']} data-standing={stay.state === 'requested' ? 'now' : 'done'}>
          {code(stayStates, stay.state)}
        </span>
        {stay.case !== null && stay.home !== null && (
          <span className={lists['quiet']}>{name(stay.home.name)}</span>
        )}
      </div>
      <div>
        {[
          isCode(placeGroups, stay.placeFor) && code(placeGroups, stay.placeFor),
          isCode(legalBases, stay.legalBasis) && code(legalBases, stay.legalBasis),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {stay.days !== null && (
        <div className={lists['quiet']}>
          {say('shelter.days', { count: stay.days })}
          {stay.freeToLeave !== null &&
            ` · ${say(stay.freeToLeave ? 'shelter.free-to-leave' : 'shelter.not-free')}`}
          {isCode(notFreeReasons, stay.whyNotFree) && `: ${code(notFreeReasons, stay.whyNotFree)}`}
          {stay.reviewOn !== null && (
            <>
              {' '}
              · {say('shelter.review-by')} <DayText day={stay.reviewOn} />
            </>
          )}
        </div>
      )}
      <StayFlags flags={stay.flags} />
    </div>
  )
}

interface HomeStayProps {
  readonly home: HomeView
  readonly stay: StayView
}

/** A stay in a home of one's own, with what those who run it can do. */
export function HomeStay({ home, stay }: HomeStayProps): ReactNode {
  const say = useWords()
  const [looking, setLooking] = useState(false)
  return (
    <li className={lists['row']}>
      <StayLine stay={stay} />
      <div className={lists['acts']}>
        {stepsFrom(staySteps, stay.state)
          .filter(({ to }) => stay.mayBecome.includes(to))
          .map((step) => (
            <StepOfHome key={step.to} home={home} stay={stay} step={step} />
          ))}
        {stay.state === 'admitted' && (
          <Button variant="default" onClick={() => setLooking(true)}>
            {say('shelter.review')}
          </Button>
        )}
      </div>
      {looking && <LookAgain home={home} stay={stay} onClose={() => setLooking(false)} />}
    </li>
  )
}

function StepOfHome({ home, stay, step }: HomeStayProps & { readonly step: Step }): ReactNode {
  const { language, code } = useLabels()
  const { shelter } = useDoors()
  const [asking, setAsking] = useState(false)
  const known: Readonly<Record<string, unknown>> = { ...stay }
  const asked = (step.asks ?? []).filter((key) => isEmpty(known[key]))
  const take = useCommand(
    (given: HomeStep) => shelter.step(home, stay.id, given),
    () => {
      toast(code(stayStates, step.to))
      setAsking(false)
    },
  )
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {step[language]}
      </Button>
      {asking && (
        <StepDialog
          record={caseRecords.shelterStay}
          step={step}
          asked={asked}
          also={step.to === 'admitted' ? ['whyNotFree', 'paperOn'] : []}
          sending={take.pending}
          refused={take.refused}
          onTake={(values) =>
            take.run({ base: stay.version, of: stay.org, to: step.to, values: { ...values } })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** What is looked at again: the basis, whether the person can go, and when the next look is. */
function LookAgain({ home, stay, onClose }: HomeStayProps & { readonly onClose: () => void }): ReactNode {
  const say = useWords()
  const { shelter } = useDoors()
  const { legalBasis, freeToLeave, whyNotFree } = stay
  const review = useCommand(
    (given: HomeReview) => shelter.review(home, stay.id, given),
    () => {
      toast(say('homes.reviewed'))
      onClose()
    },
  )
  const words = say('shelter.review')
  return (
    <StepDialog
      record={caseRecords.shelterStay}
      step={{ en: words, bn: words }}
      asked={['legalBasis', 'freeToLeave', 'reviewOn']}
      also={['whyNotFree']}
      kept={{ legalBasis, freeToLeave, whyNotFree }}
      sending={review.pending}
      refused={review.refused}
      onTake={(found) =>
        review.run({
          base: stay.version,
          of: stay.org,
          legalBasis: found['legalBasis'],
          freeToLeave: found['freeToLeave'],
          whyNotFree: found['whyNotFree'] ?? null,
          reviewOn: found['reviewOn'],
        })
      }
      onClose={onClose}
    />
  )
}
