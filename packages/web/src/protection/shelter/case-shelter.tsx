import type { CaseView, ServiceView } from '@setu/records/api'
import {
  countsAsChild,
  daysStayed,
  flagsOfStay,
  isCode,
  legalBases,
  longestUndecided,
  notFreeReasons,
  parsePlainDate,
  placeGroups,
  type StayFlag,
} from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import cases from '../cases/case-screen.module.css'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { bestInterestsIn } from '../children/case-child.tsx'
import { useWorkingRules } from '../rules/use-working-rules.ts'
import { StayFlags } from './stay-flags.tsx'
import { useHomes } from './use-homes.ts'

type Kept = CaseView['records'][number]

const goesOn: readonly (string | null)[] = ['requested', 'admitted']

/** Where the person of a case stays, on what basis and since when, and what there is to look at in it. */
export function CaseShelter({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const stays = file.records.filter(({ record, state }) => record === 'shelterStay' && state !== 'dropped')
  const homes = useHomes(stays.length > 0)
  const writes = file.may.write.includes('protection')
  if (!file.may.read.includes('protection') || (stays.length === 0 && !writes)) return null
  const [now, earlier] = [true, false].map((on) => stays.filter(({ state }) => goesOn.includes(state) === on))
  const at = { org: file.org, id: file.id }
  return (
    <Card
      title={say('shelter.title')}
      id="shelter"
      act={
        writes && (
          <LinkButton
            to="/cases/$org/$id/record/$record"
            params={{ ...at, record: 'shelterStay' }}
            search={{}}
            quiet
          >
            {say('shelter.ask')}
          </LinkButton>
        )
      }
    >
      {now?.length === 0 && <p className={lists['empty']}>{say('shelter.none')}</p>}
      <ul className={lists['rows']}>
        {now?.map((stay) => (
          <Stay key={stay.id} file={file} stay={stay} homes={homes} writes={writes} />
        ))}
      </ul>
      {earlier !== undefined && earlier.length > 0 && (
        <details className={`${lists['quiet']} ${cases['taken']}`}>
          <summary>{say('shelter.earlier')}</summary>
          <ul className={lists['rows']}>
            {earlier.map((stay) => (
              <li key={stay.id} className={lists['line']}>
                <HomeLink file={file} stay={stay} homes={homes} />
                <RecordState kept={stay} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

interface StayProps {
  readonly file: CaseView
  readonly stay: Kept
  readonly homes: ReadonlyMap<string, ServiceView>
}

function homeOf({ values: { home } }: Kept, homes: StayProps['homes']): ServiceView | undefined {
  return typeof home === 'string' ? homes.get(home) : undefined
}

function HomeLink({ file, stay, homes }: StayProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const home = homeOf(stay, homes)
  return (
    <RecordLink file={file} kept={stay}>
      {home === undefined ? say('shelter.elsewhere') : name(home.unit.name)}
    </RecordLink>
  )
}

function Stay({ file, stay, homes, writes }: StayProps & { readonly writes: boolean }): ReactNode {
  const say = useWords()
  const { code } = useLabels()
  const dates = useDates()
  const rules = useWorkingRules()
  const { placeFor, legalBasis, admittedOn, reviewOn, freeToLeave, whyNotFree } = stay.values
  const since = parsePlainDate(String(admittedOn))
  const free = homeOf(stay, homes)?.freeFor.find(({ who }) => who === placeFor)?.free
  const flags: readonly StayFlag[] = flagsOfStay(
    {
      state: stay.state,
      placeFor,
      legalBasis,
      admittedOn,
      reviewOn,
      freeToLeave,
      whyNotFree,
      paper: stay.sealed.includes('paperNumber'),
      decided: bestInterestsIn(file.records).decision === 'home',
    },
    {
      child: countsAsChild(file.ageBand, rules.child.doubtIsChild),
      today: dates.today,
      longest: rules.longStay.amount,
      childLongest: longestUndecided(rules.child),
    },
  )
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div>
        <div className={lists['line']}>
          <HomeLink file={file} stay={stay} homes={homes} />
          <RecordState kept={stay} />
        </div>
        <div>
          {[
            isCode(placeGroups, placeFor) && code(placeGroups, placeFor),
            isCode(legalBases, legalBasis) && code(legalBases, legalBasis),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
        {stay.state === 'admitted' && (
          <div className={lists['quiet']}>
            {since !== null && (
              <>
                {say('shelter.since')} <DayText day={since} written /> ·{' '}
                {say('shelter.days', { count: daysStayed(since, dates.today) })} ·{' '}
              </>
            )}
            {typeof freeToLeave === 'boolean' &&
              say(freeToLeave ? 'shelter.free-to-leave' : 'shelter.not-free')}
            {isCode(notFreeReasons, whyNotFree) && `: ${code(notFreeReasons, whyNotFree)}`}
            {typeof reviewOn === 'string' && (
              <>
                {' '}
                · {say('shelter.review-by')} <DayText day={reviewOn} />
              </>
            )}
          </div>
        )}
        {stay.state === 'requested' && free === 0 && isCode(placeGroups, placeFor) && (
          <p>{say('shelter.full-now', { who: code(placeGroups, placeFor) })}</p>
        )}
        <StayFlags flags={flags} />
        {writes && stay.state === 'admitted' && (
          <Link
            className={lists['act']}
            to="/cases/$org/$id/record/$record"
            params={{ org: file.org, id: file.id, record: 'shelterStay' }}
            search={{ of: stay.id, change: true }}
          >
            {say('shelter.review')}
          </Link>
        )}
      </div>
      <RecordSteps file={file} kept={stay} />
    </li>
  )
}
