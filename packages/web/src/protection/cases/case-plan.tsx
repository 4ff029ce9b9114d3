import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { isCode, serviceTypes, supportPlanTypes } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { PrintLink } from '../prints/print-link.tsx'
import { PartnerServices } from '../services/partner-services.tsx'
import { AddRecordLink } from './add-record-link.tsx'
import styles from './case-screen.module.css'
import { given, goalsIn, planInForce } from './plan-parts.ts'
import { RecordLink } from './record-link.tsx'
import { RecordState, RecordSteps } from './record-steps.tsx'

type Kept = CaseView['records'][number]

/** What was agreed to do, goal by goal, and how much of it was given. */
export function CasePlan({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const writes = file.may.write.includes('protection')
  if (!file.may.read.includes('protection')) return null
  const plan = planInForce(file.records)
  const goals = goalsIn(file.records)
  const needs = file.records.findLast(
    ({ record, state }) => record === 'needsAssessment' && state !== 'dropped',
  )
  const loose = file.records.filter(
    ({ record, values }) => record === 'serviceDelivered' && typeof values['goal'] !== 'string',
  )
  const adds = (['needsAssessment', 'servicePlan', 'supportPlan', 'serviceDelivered'] as const).filter(
    (record) => record !== 'servicePlan' || plan === undefined || plan.state !== 'draft',
  )
  return (
    <Card title={caseRecords.servicePlan.label[language]} id="plan">
      {[needs, plan].map((kept) => kept && <Head key={kept.id} file={file} kept={kept} />)}
      {goals.length > 0 && (
        <ul className={lists['rows']}>
          {goals.map((goal) => (
            <Goal key={goal.id} file={file} goal={goal} />
          ))}
        </ul>
      )}
      {loose.length > 0 && (
        <>
          <h3 className={styles['groupTitle']}>{say('plan.beside')}</h3>
          <Given file={file} services={loose} />
        </>
      )}
      <PartnerServices file={file} />
      {writes && (
        <div className={lists['acts']}>
          {adds.map((record) => (
            <AddRecordLink key={record} file={file} record={record} />
          ))}
        </div>
      )}
    </Card>
  )
}

/** Whoever works a case or answers for it makes papers of it. */
const answers = ({ relation }: CaseView): boolean => relation === 'own' || relation === 'supervise'

interface KeptProps {
  readonly file: CaseView
  readonly kept: Kept
}

function Head({ file, kept }: KeptProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const review = kept.values['reviewOn']
  return (
    <div className={lists['line']}>
      <RecordLink file={file} kept={kept}>
        {caseRecords[kept.record].label[language]}
      </RecordLink>
      <RecordState kept={kept} />
      {kept.record === 'servicePlan' && answers(file) && (
        <PrintLink file={file} kind="servicePlan" of={kept.id} />
      )}
      {typeof review === 'string' && (
        <span className={lists['quiet']}>
          {say('plan.review')} <DayText day={review} />
        </span>
      )}
    </div>
  )
}

function Goal({ file, goal }: { readonly file: CaseView; readonly goal: Kept }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const { service, type, plannedEnd } = goal.values
  const services = given(file.records, goal.id)
  const what = isCode(serviceTypes, service)
    ? code(serviceTypes, service)
    : isCode(supportPlanTypes, type)
      ? code(supportPlanTypes, type)
      : say('plan.goal')
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={goal}>
            {what}
          </RecordLink>
          <RecordState kept={goal} />
          {typeof plannedEnd === 'string' && goal.state === 'agreed' && (
            <span className={lists['quiet']}>
              {say('plan.until')} <DayText day={plannedEnd} />
            </span>
          )}
        </div>
        {services.length > 0 ? (
          <Given file={file} services={services} />
        ) : (
          goal.state === 'agreed' && <p className={lists['quiet']}>{say('plan.nothing-given')}</p>
        )}
      </div>
      <RecordSteps file={file} kept={goal} />
    </li>
  )
}

/** Services by kind: how often, and when last. */
function Given({
  file,
  services,
}: {
  readonly file: CaseView
  readonly services: readonly Kept[]
}): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  const byService = Map.groupBy(services, ({ values }) => values['service'])
  return (
    <ul className={lists['quiet']}>
      {[...byService].map(([service, rows]) => {
        const last = rows
          .map(({ values }) => String(values['deliveredOn']))
          .toSorted()
          .at(-1)
        return (
          <li key={String(service)}>
            <Link
              to="/cases/$org/$id/record/$record"
              params={{ org: file.org, id: file.id, record: 'serviceDelivered' }}
              search={{ of: rows.at(-1)?.id }}
            >
              {isCode(serviceTypes, service) ? code(serviceTypes, service) : ''}
            </Link>{' '}
            · {say('plan.times', { count: dates.number(rows.length) })}
            {last !== undefined && (
              <>
                {' '}
                · <DayText day={last} />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
