import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import {
  conferencePosts,
  conferenceReasons,
  conferenceWishes,
  decisionOwners,
  isCode,
  parts,
  plainDate,
} from '@setu/vocabulary'
import type { ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { AddRecordLink } from '../cases/add-record-link.tsx'
import cases from '../cases/case-screen.module.css'
import { RecordLink } from '../cases/record-link.tsx'
import { RecordState, RecordSteps } from '../cases/record-steps.tsx'
import { PrintLink } from '../prints/print-link.tsx'
import styles from './conferences.module.css'
import { conferencesIn, hearersOf, ofConference } from './hearers.ts'

type Kept = CaseView['records'][number]

interface FileProps {
  readonly file: CaseView
}

interface KeptProps extends FileProps {
  readonly kept: Kept
}

/** Meetings about a case: who is asked and may hear what, what the survivor wishes, and what was decided. */
export function CaseConferences({ file }: FileProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const conferences = conferencesIn(file.records)
  const writes = file.may.write.includes('narrative')
  if (file.tracing === null || (conferences.length === 0 && !writes)) return null
  return (
    <Card title={caseRecords.caseConference.label[language]} id="conferences">
      {conferences.length === 0 && <p className={lists['empty']}>{say('conferences.what')}</p>}
      {conferences.length > 0 && (
        <ul className={lists['rows']}>
          {conferences.map((kept) => (
            <Conference key={kept.id} file={file} kept={kept} />
          ))}
        </ul>
      )}
      {writes && (
        <div className={lists['acts']}>
          <AddRecordLink file={file} record="caseConference" />
          {conferences.some(({ state }) => state === 'planned') && (
            <AddRecordLink file={file} record="conferenceGuest" />
          )}
          {conferences.some(({ state }) => state !== 'cancelled') && (
            <AddRecordLink file={file} record="conferenceDecision" />
          )}
        </div>
      )}
    </Card>
  )
}

function Conference({ file, kept }: KeptProps): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, language } = useLabels()
  const { reason, plannedOn, heldOn, wish } = kept.values
  const day = typeof heldOn === 'string' ? heldOn : plannedOn
  const guests = ofConference(file.records, 'conferenceGuest', kept.id)
  const decisions = ofConference(file.records, 'conferenceDecision', kept.id)
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div className={styles['conference']}>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {isCode(conferenceReasons, reason)
              ? code(conferenceReasons, reason)
              : caseRecords.caseConference.label[language]}
          </RecordLink>
          <RecordState kept={kept} />
          {typeof day === 'string' && (
            <span className={lists['quiet']}>
              <DayText day={day} />
            </span>
          )}
        </div>
        {isCode(conferenceWishes, wish) && (
          <p>
            <span className={lists['quiet']}>{say('conferences.wish')}</span> {code(conferenceWishes, wish)}
          </p>
        )}
        {kept.state === 'planned' && <MayHear file={file} kept={kept} />}
        {guests.length > 0 && (
          <>
            <h3 className={cases['groupTitle']}>{say('conferences.guests')}</h3>
            <ul className={lists['rows']}>
              {guests.map((guest) => (
                <Guest key={guest.id} file={file} kept={guest} />
              ))}
            </ul>
          </>
        )}
        {decisions.length > 0 && (
          <>
            <h3 className={cases['groupTitle']}>{say('conferences.decisions')}</h3>
            <ul className={lists['rows']}>
              {decisions.map((decision) => (
                <Decision key={decision.id} file={file} kept={decision} />
              ))}
            </ul>
          </>
        )}
        {kept.state === 'held' && (
          <p>
            <PrintLink
              file={file}
              kind="conferenceMinutes"
              of={kept.id}
              {...(typeof day === 'string' ? { about: dates.written(plainDate(day)) } : {})}
            />
          </p>
        )}
      </div>
      <RecordSteps file={file} kept={kept} />
    </li>
  )
}

/** Which offices may hear what is spoken of, and what of it they may not. */
function MayHear({ file, kept }: KeptProps): ReactNode {
  const say = useWords()
  const { code, name } = useLabels()
  const hearers = hearersOf(file, kept)
  return (
    <>
      <h3 className={cases['groupTitle']}>{say('conferences.may-hear')}</h3>
      {hearers.length === 0 && <p className={lists['quiet']}>{say('conferences.nobody')}</p>}
      <ul className={styles['offices']}>
        {hearers.map(({ referral, not }) => (
          <li key={referral.id}>
            {not.length === 0
              ? say('conferences.hears-all', { who: name(referral.to.name) })
              : say('conferences.hears-not', {
                  who: name(referral.to.name),
                  parts: not.map((part) => code(parts, part)).join(' · '),
                })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The office of a referral of the case, by its name. */
function useOffice(file: CaseView): (referral: unknown) => string {
  const say = useWords()
  const { name } = useLabels()
  return (referral) => {
    const found = file.referrals.find(({ id }) => id === referral)
    return found === undefined ? say('conferences.office') : name(found.to.name)
  }
}

function Guest({ file, kept }: KeptProps): ReactNode {
  const { code } = useLabels()
  const office = useOffice(file)
  const { post, referral } = kept.values
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div className={lists['line']}>
        <span>{isCode(conferencePosts, post) ? code(conferencePosts, post) : office(referral)}</span>
        <RecordState kept={kept} />
      </div>
      <RecordSteps file={file} kept={kept} />
    </li>
  )
}

function Decision({ file, kept }: KeptProps): ReactNode {
  const say = useWords()
  const { code, language } = useLabels()
  const office = useOffice(file)
  const { owner, referral, dueOn } = kept.values
  return (
    <li className={`${lists['row']} ${lists['below']}`}>
      <div>
        <div className={lists['line']}>
          <RecordLink file={file} kept={kept}>
            {typeof referral === 'string'
              ? office(referral)
              : isCode(decisionOwners, owner)
                ? code(decisionOwners, owner)
                : caseRecords.conferenceDecision.label[language]}
          </RecordLink>
          <RecordState kept={kept} />
          {kept.state === 'decided' && typeof dueOn === 'string' && (
            <span className={lists['quiet']}>
              {say('conferences.by')} <DayText day={dueOn} />
            </span>
          )}
        </div>
      </div>
      <RecordSteps file={file} kept={kept} />
    </li>
  )
}
