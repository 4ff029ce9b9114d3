import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { type RiskDomain, type RiskLevel, riskDomains, riskLevels } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './case-risk.module.css'
import { RecordState } from './record-steps.tsx'
import { type Look, looksIn, riskNow } from './risk-levels.ts'

/** How great the risk is now, as one word beside the code of the case. */
export function RiskMark({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const level = riskNow(file.records)
  if (level === null) return null
  return (
    <span className={styles['mark']} data-level={level}>
      {say('risk.now', { level: code(riskLevels, level) })}
    </span>
  )
}

/** The risks of a case, domain by domain with how they went, and the safety plan that answers them. */
export function CaseRisk({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const looks = looksIn(file.records)
  const last = looks.at(-1)
  const writes = file.may.write.includes('protection')
  const plans = file.records.filter(
    ({ record, state }) => record === 'safetyPlan' && (state === 'draft' || state === 'inForce'),
  )
  const drafts = file.records.filter(({ record, state }) => record === 'riskAssessment' && state === 'draft')
  if (!file.may.read.includes('protection') && plans.length === 0) return null
  const at = { org: file.org, id: file.id }
  return (
    <Card
      title={say('risk.title')}
      id="risk"
      act={
        writes && (
          <LinkButton
            to="/cases/$org/$id/record/$record"
            params={{ ...at, record: 'riskAssessment' }}
            search={{}}
            quiet
          >
            {say(last === undefined ? 'risk.assess' : 'risk.assess-again')}
          </LinkButton>
        )
      }
    >
      {last === undefined ? (
        <p className={lists['empty']}>{say('risk.none')}</p>
      ) : (
        <>
          <p className={lists['quiet']}>
            {say('risk.last')} <DayText day={last.on} written />
          </p>
          <table className={styles['levels']}>
            <tbody>
              {riskDomains.entries.map(({ code, [language]: domain }) => (
                <Domain key={code} domain={code} label={domain} looks={looks} />
              ))}
            </tbody>
          </table>
        </>
      )}
      {[...drafts, ...plans].map((kept) => (
        <div key={kept.id} className={lists['line']}>
          <Link
            className={lists['act']}
            to="/cases/$org/$id/record/$record"
            params={{ ...at, record: kept.record }}
            search={{ of: kept.id }}
          >
            {caseRecords[kept.record].label[language]}
          </Link>
          <RecordState kept={kept} />
        </div>
      ))}
      {plans.length === 0 && writes && (
        <Link
          className={lists['act']}
          to="/cases/$org/$id/record/$record"
          params={{ ...at, record: 'safetyPlan' }}
          search={{}}
        >
          {say('risk.make-plan')}
        </Link>
      )}
    </Card>
  )
}

interface DomainProps {
  readonly domain: RiskDomain
  readonly label: string
  readonly looks: readonly Look[]
}

function Domain({ domain, label, looks }: DomainProps): ReactNode {
  const { code } = useLabels()
  const levels = looks.flatMap(({ levels: { [domain]: level } }) => (level === undefined ? [] : [level]))
  const now = levels.at(-1)
  if (now === undefined) return null
  const before = levels.at(-2)
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <span className={styles['level']} data-level={now}>
          {code(riskLevels, now)}
        </span>
      </td>
      <td>
        <Course levels={levels} />
        {before !== undefined && before !== now && (
          <span className="heard">
            {code(riskLevels, before)} → {code(riskLevels, now)}
          </span>
        )}
      </td>
    </tr>
  )
}

const height: Readonly<Record<RiskLevel, number>> = { low: 15, medium: 11, high: 6, imminent: 2 }
const looksShown = 8

/** How one risk went: a small line, the newest on the right. What it says is told in words beside it. */
function Course({ levels }: { readonly levels: readonly RiskLevel[] }): ReactNode {
  const shown = levels.slice(-looksShown)
  if (shown.length < 2) return null
  const points = shown.map((level, at) => `${2 + at * 8},${height[level]}`).join(' ')
  return (
    <svg className={styles['course']} width={2 + shown.length * 8} height={17} aria-hidden="true">
      <polyline points={points} />
    </svg>
  )
}
