import type { BreachView } from '@setu/records/api'
import { breachData, breachKinds, breachReasons, breachRisks } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DayText, MomentText } from '../../dates/day-text.tsx'
import { useDoors } from '../../platform/doors.ts'
import { Card } from '../../shell/card.tsx'
import { FileLink } from '../../shell/file-link.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { BreachSteps } from './breach-steps.tsx'
import { BreachTellings } from './breach-tellings.tsx'
import { breachStates } from './breaches-screen.tsx'
import { CloseBreach } from './close-breach.tsx'
import { breachRecord } from './door.ts'
import { JudgeBreach } from './judge-breach.tsx'

/** One incident: what was said, how it was judged, what was done, and who was told. */
export function BreachScreen(): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const at = useParams({ from: '/inside/incidents/$org/$id' })
  const { breaches } = useDoors()
  const { data: breach } = useQuery({
    queryKey: ['breach', at.org, at.id],
    queryFn: () => breaches.read(at),
  })
  if (breach === undefined) return <Pending />
  const { mayLead, state } = breach
  return (
    <Page
      title={code(breachKinds, breach.what)}
      above={[{ label: say('bar.incidents'), to: '/incidents' }]}
      acts={mayLead && <FileLink to={breachRecord(breach.id, language)}>{say('breach.file')}</FileLink>}
    >
      <div className={lists['stack']}>
        <Said breach={breach} />
        {mayLead && (
          <>
            <Judged breach={breach} />
            <BreachSteps breach={breach} />
            <BreachTellings breach={breach} />
            <Learnt breach={breach} />
          </>
        )}
        {!mayLead && <p>{say(state === 'closed' ? 'breach.is-closed' : 'breach.is-led')}</p>}
      </div>
    </Page>
  )
}

function Said({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const { happenedOn, data, units, cases, words, openedBy } = breach
  return (
    <Card title={say(breachStates[breach.state])}>
      <p>
        {say('breach.noticed')} <MomentText moment={breach.noticedAt} /> · {say('breach.happened')}{' '}
        {happenedOn === null ? say('breach.not-known') : <DayText day={happenedOn} written />}
      </p>
      <p>{data.map((one) => code(breachData, one)).join(' · ')}</p>
      {units.length > 0 && <p>{units.map((unit) => name(unit.name)).join(' · ')}</p>}
      {cases.length > 0 && (
        <p className={lists['line']}>
          {cases.map((one) =>
            one.case === null ? (
              <span key={one.code} className={lists['code']}>
                {one.code}
              </span>
            ) : (
              <Link key={one.code} to="/cases/$org/$id" params={one.case} className={lists['code']}>
                {one.code}
              </Link>
            ),
          )}
        </p>
      )}
      {words !== null && <p>{words}</p>}
      <p className={lists['quiet']}>
        {openedBy ?? name(breach.from)} · <MomentText moment={breach.openedAt} />
      </p>
    </Card>
  )
}

function Judged({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { risk, reasons, assessment, assessedAt, assessedBy, state } = breach
  return (
    <Card title={say('breach.risk')}>
      {risk !== null && (
        <>
          <p>
            <span className={lists['strong']}>{code(breachRisks, risk)}</span>
            {': '}
            {reasons.map((one) => code(breachReasons, one)).join(' · ')}
          </p>
          {assessment !== null && <p>{assessment}</p>}
          {assessedAt !== null && (
            <p className={lists['quiet']}>
              {assessedBy} · <MomentText moment={assessedAt} />
            </p>
          )}
        </>
      )}
      {state !== 'closed' && <JudgeBreach breach={breach} />}
    </Card>
  )
}

function Learnt({ breach }: { readonly breach: BreachView }): ReactNode {
  const say = useWords()
  return (
    <Card title={say('breach.lessons')}>
      {breach.lessons !== null && <p>{breach.lessons}</p>}
      {breach.closedAt !== null && (
        <p className={lists['quiet']}>
          {say('breach.closed')} <MomentText moment={breach.closedAt} />
        </p>
      )}
      {breach.state !== 'closed' && <CloseBreach breach={breach} />}
    </Card>
  )
}
