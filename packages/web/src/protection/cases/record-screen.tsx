import { Button } from '@mantine/core'
import { type CaseRecordName, caseRecords, sealingPartOf } from '@setu/records'
import type { CaseView, PartOpened, Reading, RecordWrite } from '@setu/records/api'
import { isCode, serviceTypes, supportPlanTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDraft } from '../../forms/drafts.ts'
import type { Answers } from '../../forms/faults.ts'
import type { Lists } from '../../forms/question-field.tsx'
import { RecordForm } from '../../forms/record-form.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { NothingHere } from '../../shell/nothing-here.tsx'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { RefusalNote } from '../../shell/refusal-note.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useConferenceLinks } from '../conferences/use-conference-links.ts'
import { usePaperLinks } from '../documents/use-paper-links.ts'
import { withAgreedWays } from '../livelihood/agreed-ways.ts'
import { followUpsIn } from '../livelihood/looks-in.ts'
import { useMoneyLinks } from '../money/use-money-links.ts'
import { useHomeLinks } from '../shelter/use-homes.ts'
import styles from './case-screen.module.css'
import { goalsIn } from './plan-parts.ts'
import { RecordSheet } from './record-sheet.tsx'
import { amends, RecordState } from './record-steps.tsx'
import { StaleRecord } from './stale-record.tsx'

function isRecordName(name: string): name is CaseRecordName {
  return Object.hasOwn(caseRecords, name)
}

/** One record of a case as a form. Sealed answers stay as they are unless something new is written. */
export function RecordScreen(): ReactNode {
  const { record, ...at } = useParams({ from: '/inside/cases/$org/$id/record/$record' })
  const { of, change } = useSearch({ from: '/inside/cases/$org/$id/record/$record' })
  const { cases } = useDoors()
  const { data: file } = useQuery({ queryKey: ['case', at.org, at.id], queryFn: () => cases.read(at) })
  if (!isRecordName(record)) return <NothingHere />
  if (file === undefined) return <Pending />
  const kept = keptIn(file, record, of)
  const looks = kept !== null && caseRecords[record].states !== undefined
  if (looks && !(change && amends(kept))) return <RecordSheet file={file} kept={kept} />
  return <RecordPage key={`${record}.${of ?? 'new'}`} file={file} name={record} of={of} />
}

interface RecordPageProps {
  readonly file: CaseView
  readonly name: CaseRecordName
  readonly of: string | undefined
}

function keptIn(file: CaseView, name: CaseRecordName, of: string | undefined) {
  if (name === 'caseFacts') return file.facts
  return file.records.find(({ record, id }) => record === name && id === of) ?? null
}

function RecordPage({ file, name, of }: RecordPageProps): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const navigate = useNavigate()
  const { cases } = useDoors()
  const lists = useLists({
    ...useLinks(file),
    ...useHomeLinks(file, name === 'shelterStay'),
    ...useMoneyLinks(file, name),
    ...usePaperLinks(file, name),
    ...useConferenceLinks(file, name),
  })
  const record = withAgreedWays(caseRecords[name], file)
  const kept = keptIn(file, name, of)
  const [fresh] = useState(newId)
  const [opened, setOpened] = useState<Readonly<Record<string, unknown>>>({})
  const { answers, answer, forget, version, seen } = useRecordDraft(
    `record.${file.id}.${name}.${of ?? 'new'}`,
    kept,
  )
  const at = { org: file.org, id: file.id }
  const back = () => void navigate({ to: '/cases/$org/$id', params: at })
  const write = useCommand(
    (given: RecordWrite) => cases.write(file, name, given),
    ({ id }) => {
      forget()
      toast(say('record.kept'))
      // What goes through states is looked at next: whoever wrote it usually takes its next step at once.
      if (record.states === undefined) back()
      else
        void navigate({
          to: '/cases/$org/$id/record/$record',
          params: { ...at, record: name },
          search: { of: id },
        })
    },
  )
  const send = (values: Readonly<Record<string, unknown>>, base: number) =>
    write.run({ id: kept?.id ?? fresh, base, values: { ...values } })

  return (
    <Page title={record.label[language]} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <p>
        {say('record.of-case')} <span className={styles['code']}>{file.code}</span>{' '}
        {kept !== null && <RecordState kept={kept} />}
      </p>
      {kept !== null && kept.sealed.length > 0 && Object.keys(opened).length === 0 && (
        <OpenKept file={file} name={name} id={kept.id} onOpened={setOpened} />
      )}
      <RecordForm
        key={JSON.stringify(opened)}
        record={record}
        kept={{ ...seen, ...opened }}
        answers={answers}
        lists={lists}
        onAnswer={answer}
        onFinish={() => send(answers, version)}
        onStop={back}
        finish={say('record.keep')}
        sending={write.pending}
        refused={write.refused}
      />
      <StaleRecord
        record={record}
        refused={write.refused}
        answers={answers}
        seen={seen}
        sending={write.pending}
        onSend={send}
        onClose={write.forgive}
      />
    </Page>
  )
}

/** The goals and follow-ups of a case, to choose the one that something else was for. */
function useLinks(file: CaseView): Lists['links'] {
  const say = useWords()
  const dates = useDates()
  const { code } = useLabels()
  return useMemo(() => {
    const nameOf = ({ service, type }: Answers): string => {
      if (isCode(serviceTypes, service)) return code(serviceTypes, service)
      return isCode(supportPlanTypes, type) ? code(supportPlanTypes, type) : say('plan.goal')
    }
    const goals = goalsIn(file.records).filter(({ state }) => state === 'agreed' || state === 'reached')
    const followUps = followUpsIn(file.records).map(({ id, values: { months, dueOn } }) => ({
      value: id,
      label:
        typeof months === 'number' ? say('follow.after', { months: dates.number(months) }) : String(dueOn),
    }))
    return {
      supportPlan: goals.map(({ id, values }) => ({ value: id, label: nameOf(values) })),
      followUp: followUps,
    }
  }, [file.records, code, say, dates])
}

interface Begun {
  readonly version: number
  readonly values: Answers
}

function isBegun(value: unknown): value is Begun {
  return typeof value === 'object' && value !== null && 'version' in value && 'values' in value
}

/**
 * A record's unfinished answers with what was kept when the first of them was given: however often the page
 * is fetched again meanwhile, they are sent as answers to that, so that nobody's later change is lost.
 */
function useRecordDraft(name: string, kept: Begun | null) {
  const draft = useDraft(name)
  const begun = useDraft(`${name}.begun`)
  const from = begun.answers['from']
  const { version, values } = isBegun(from) ? from : (kept ?? { version: 0, values: {} })
  return {
    answers: draft.answers,
    version,
    seen: values,
    answer: (field: string, value: unknown) => {
      if (!isBegun(from)) begun.answer('from', { version, values })
      draft.answer(field, value)
    },
    forget: () => {
      draft.forget()
      begun.forget()
    },
  }
}

interface OpenKeptProps {
  readonly file: CaseView
  readonly name: CaseRecordName
  readonly id: string
  readonly onOpened: (values: PartOpened['records'][number]['values']) => void
}

/** Shows what is sealed before it is corrected; like every opening it is written down. */
function OpenKept({ file, name, id, onOpened }: OpenKeptProps): ReactNode {
  const say = useWords()
  const { cases } = useDoors()
  const part = sealingPartOf(caseRecords[name])
  const open = useCommand(
    (reading: Reading) => cases.openPart(file, reading),
    ({ records }) => onOpened(records.find((opened) => opened.id === id)?.values ?? {}),
  )
  if (part === null) return null
  return (
    <div className={styles['path']}>
      <p>{say('record.sealed')}</p>
      <Button
        mt="xs"
        variant="default"
        loading={open.pending}
        onClick={() => open.run({ part, reason: 'correction' })}
      >
        {say('record.show-kept')}
      </Button>
      <RefusalNote error={open.refused} />
    </div>
  )
}
