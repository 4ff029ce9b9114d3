import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { type SustainabilitySide, sustainabilityLevels, sustainabilitySides } from '@setu/vocabulary'
import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { DayText } from '../../dates/day-text.tsx'
import { useDates } from '../../dates/use-dates.ts'
import lists from '../../shell/lists.module.css'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { RecordState } from '../cases/record-steps.tsx'
import styles from './livelihood.module.css'
import { itemsOf, type Look, levelsOf, looksIn } from './looks-in.ts'

const amounts = ['income', 'savings', 'debt'] as const

/** How firmly somebody stands now beside how it was: three sides, each with its parts, and no number for all. */
export function Standing({ file }: { readonly file: CaseView }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { baseline, last } = looksIn(file.records)
  const drafts = file.records.filter(({ record, state }) => record === 'sustainability' && state === 'draft')
  return (
    <>
      {drafts.map((kept) => (
        <div key={kept.id} className={lists['line']}>
          <LookLink file={file} id={kept.id}>
            {caseRecords.sustainability.label[language]}
          </LookLink>
          <RecordState kept={kept} />
        </div>
      ))}
      {baseline === undefined && last === undefined ? (
        drafts.length === 0 && <p className={lists['empty']}>{say('living.no-standing')}</p>
      ) : (
        <table className={styles['standing']}>
          <caption>{caseRecords.sustainability.label[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{say('living.side')}</th>
              <th scope="col">
                <Of file={file} look={baseline} label={say('living.at-intake')} />
              </th>
              <th scope="col">
                <Of file={file} look={last} label={say('living.now')} />
              </th>
            </tr>
          </thead>
          <tbody>
            {amounts.map((key) => (
              <Amount key={key} name={key} baseline={baseline} last={last} />
            ))}
            {sustainabilitySides.entries.map(({ code }) => (
              <Side key={code} side={code} baseline={baseline} last={last} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

interface LookLinkProps {
  readonly file: CaseView
  readonly id: string
  readonly children: ReactNode
}

function LookLink({ file, id, children }: LookLinkProps): ReactNode {
  return (
    <Link
      className={lists['act']}
      to="/cases/$org/$id/record/$record"
      params={{ org: file.org, id: file.id, record: 'sustainability' }}
      search={{ of: id }}
    >
      {children}
    </Link>
  )
}

interface OfProps {
  readonly file: CaseView
  readonly look: Look | undefined
  readonly label: string
}

function Of({ file, look, label }: OfProps): ReactNode {
  if (look === undefined) return label
  return (
    <LookLink file={file} id={look.id}>
      {label} · <DayText day={look.on} />
    </LookLink>
  )
}

interface Compared {
  readonly baseline: Look | undefined
  readonly last: Look | undefined
}

function Amount({ name, baseline, last }: Compared & { readonly name: (typeof amounts)[number] }): ReactNode {
  const { language } = useLabels()
  const dates = useDates()
  const known = [baseline, last].map((look) => look?.values[name])
  if (!known.some((value) => typeof value === 'number')) return null
  return (
    <tr>
      <th scope="row">{caseRecords.sustainability.fields[name].label[language]}</th>
      {known.map((value, at) => (
        <td key={at === 0 ? 'baseline' : 'last'}>{typeof value === 'number' ? dates.money(value) : '–'}</td>
      ))}
    </tr>
  )
}

function Side({ side, baseline, last }: Compared & { readonly side: SustainabilitySide }): ReactNode {
  const say = useWords()
  const dates = useDates()
  const { code, language } = useLabels()
  const level = (look: Look | undefined, item: Parameters<typeof levelsOf>[1]) => {
    const found = levelsOf(look, item)
    return found === null ? '–' : code(sustainabilityLevels, found)
  }
  const cell = (look: Look | undefined) => {
    const found = look?.sides.find((one) => one.side === side)
    if (found === undefined) return '–'
    const counted = { answered: dates.number(found.answered), of: dates.number(found.of) }
    return (
      <>
        {found.measure !== null && (
          <span className={lists['strong']}>{dates.number(Math.round(found.measure * 100) / 100)} </span>
        )}
        <span className={lists['quiet']}>{say('living.answered', counted)}</span>
      </>
    )
  }
  return (
    <Fragment>
      <tr className={styles['side']}>
        <th scope="row">{code(sustainabilitySides, side)}</th>
        <td>{cell(baseline)}</td>
        <td>{cell(last)}</td>
      </tr>
      {itemsOf(side).map((item) => (
        <tr key={item.code} className={styles['item']}>
          <th scope="row">{caseRecords.sustainability.fields[item.code].label[language]}</th>
          <td>{level(baseline, item.code)}</td>
          <td>{level(last, item.code)}</td>
        </tr>
      ))}
    </Fragment>
  )
}
