import type { CaseSummary } from '@setu/records/api'
import { ageBands, caseStates, exploitationTypes, type PlainDate, sexes } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { placeName } from '../../directory/place-names.ts'
import { DueMark } from '../../shell/due-mark.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDueLabel } from '../due-label.ts'
import styles from './case-list-screen.module.css'

interface CaseRowProps {
  readonly file: CaseSummary
  readonly today: PlainDate
}

/** A case in a list: its code, where it stands, what is promised next. No name, no story. */
export function CaseRow({ file }: CaseRowProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { language, code, name } = useLabels()
  const dueLabel = useDueLabel()
  const about = [
    file.sex && code(sexes, file.sex),
    file.ageBand && code(ageBands, file.ageBand),
    file.homeDistrict && placeName(file.homeDistrict, language),
    ...file.exploitation.slice(0, 2).map((kind) => code(exploitationTypes, kind)),
  ].filter(Boolean)
  return (
    <li className={styles['case']}>
      <Link to="/cases/$org/$id" params={{ org: file.org, id: file.id }} className={styles['code']}>
        {file.code}
      </Link>
      <div>
        <div>{code(caseStates, file.state)}</div>
        <div className={lists['quiet']}>{about.join(' · ')}</div>
      </div>
      <div>
        {file.nextDue ? (
          <>
            <div>{dueLabel(file.nextDue.kind)}</div>
            <DueMark due={dates.dueMoment(new Date(file.nextDue.at))} />
          </>
        ) : (
          <span className={lists['quiet']}>{say('cases.nothing-due')}</span>
        )}
      </div>
      <div className={lists['quiet']}>
        <div>{file.lead?.name ?? name(file.ownerUnit.name)}</div>
        <div>
          {say('cases.opened')} <DayText day={file.openedOn} written />
        </div>
      </div>
    </li>
  )
}
