import { caseRecords } from '@setu/records'
import type { CaseOpen } from '@setu/records/api'
import {
  conflictAnswers,
  consentMedia,
  consentTexts,
  countsAsChild,
  lastDayOfConsent,
  rightsNotice,
  rightsNoticeMeans,
  urgencies,
} from '@setu/vocabulary'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { OneOf } from '../../forms/choice-fields.tsx'
import { useDraft } from '../../forms/drafts.ts'
import type { Answers, Fault } from '../../forms/faults.ts'
import { QuestionList } from '../../forms/question-list.tsx'
import { labelIn, namedFaults } from '../../forms/record-form.tsx'
import { type Step, Steps } from '../../forms/steps.tsx'
import { useLists } from '../../forms/use-lists.ts'
import { useDoors } from '../../platform/doors.ts'
import { newId } from '../../platform/ids.ts'
import { useCommand } from '../../platform/use-command.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Page } from '../../shell/page.tsx'
import { toast } from '../../shell/toasts.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useWorkingRules } from '../rules/use-working-rules.ts'
import { isChoice, type NewCaseChoices, readChoices } from './new-case-choices.ts'
import { type AskedRecord, asked, firstConsents, type NewCase, openingOf } from './new-case-form.ts'
import { SameAlready } from './same-already.tsx'

const records = Object.values(caseRecords)

/** From the first conversation to an open case, a few questions a screen, none of them twice. */
export function NewCaseScreen(): ReactNode {
  const say = useWords()
  const navigate = useNavigate()
  const { today } = useDates()
  const { language } = useLabels()
  const { cases } = useDoors()
  const session = useSignedIn()
  const [names, setNames] = useState(freshNames)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const draft = useDraft('new-case')
  const recordAnswers = useRecordAnswers()
  const choices = readChoices(draft.answers, session.units[0]?.id ?? '')
  const rules = useWorkingRules()
  const band = recordAnswers.caseFacts.answers['ageBand']
  const child = countsAsChild(typeof band === 'string' ? band : null, rules.child.doubtIsChild)

  const open = useCommand(
    (form: CaseOpen) => cases.open(form),
    ({ org, id, code }) => {
      draft.forget()
      for (const { forget } of Object.values(recordAnswers)) forget()
      setNames(freshNames)
      toast(say('new-case.opened', { code }))
      void navigate({ to: '/cases/$org/$id', params: { org, id } })
    },
  )

  const finish = () => {
    if (choices.conflict === null) return
    const form: NewCase = {
      ...choices,
      conflict: choices.conflict,
      guardianAgreed: child ? choices.guardianAgreed : null,
      language,
      records: {
        personIdentity: recordAnswers.personIdentity.answers,
        personContact: recordAnswers.personContact.answers,
        caseFacts: recordAnswers.caseFacts.answers,
        caseNarrative: recordAnswers.caseNarrative.answers,
      },
    }
    open.run(openingOf(form, names, today, lastDayOfConsent(rules.consentLasts, today)))
  }

  const asks = useAsks(recordAnswers, faults)
  const steps: Step[] = [
    {
      title: say('new-case.begin'),
      content: <Begin choices={choices} faults={faults} onAnswer={draft.answer} />,
      check: () => (choices.conflict === null ? [{ field: 'choices.conflict', fault: 'missing' }] : []),
    },
    asks('caseFacts', say('new-case.person'), say('new-case.person-why')),
    asks('personContact', say('new-case.contact'), say('new-case.contact-why')),
    asks('personIdentity', say('new-case.name'), say('new-case.name-why')),
    asks('caseNarrative', say('new-case.words'), say('new-case.words-why')),
    {
      title: say('new-case.rights'),
      why: say('new-case.rights-why'),
      content: <Rights choices={choices} child={child} onAnswer={draft.answer} />,
      check: () => [],
    },
  ]

  return (
    <Page title={say('palette.new-case')} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <Steps
        steps={steps}
        faults={faults}
        onFaults={setFaults}
        labelOf={(field) =>
          field === 'choices.conflict' ? say('conflict.question') : labelIn(records, field, language)
        }
        onFinish={finish}
        onStop={() => void navigate({ to: '/cases' })}
        finish={say('new-case.open')}
        sending={open.pending}
        refused={open.refused}
        beforeGoingOn={
          <SameAlready
            contact={recordAnswers.personContact.answers}
            identity={recordAnswers.personIdentity.answers}
          />
        }
      />
    </Page>
  )
}

function freshNames() {
  return {
    id: newId(),
    notice: newId(),
    consents: { services: newId(), storeIdentity: newId(), contact: newId() },
  }
}

type RecordAnswers = Readonly<Record<AskedRecord, ReturnType<typeof useDraft>>>

function useRecordAnswers(): RecordAnswers {
  return {
    personIdentity: useDraft('new-case.personIdentity'),
    personContact: useDraft('new-case.personContact'),
    caseFacts: useDraft('new-case.caseFacts', spokenHere),
    caseNarrative: useDraft('new-case.caseNarrative'),
  }
}

/** Most people here speak Bangla; the answer stands until another is given. */
const spokenHere: Answers = { language: 'bn' }

function useAsks(
  drafts: RecordAnswers,
  faults: readonly Fault[],
): (record: AskedRecord, title: string, why: string) => Step {
  const lists = useLists()
  return (record, title, why) => {
    const { answers, answer } = drafts[record]
    return {
      title,
      why,
      content: (
        <QuestionList
          record={caseRecords[record]}
          keys={asked[record]}
          answers={answers}
          faults={faults}
          lists={lists}
          onAnswer={answer}
        />
      ),
      check: () => namedFaults(caseRecords[record], asked[record], answers),
    }
  }
}

interface ChoicesProps {
  readonly choices: NewCaseChoices
  readonly onAnswer: (field: string, answer: unknown) => void
}

function Begin({
  choices,
  faults,
  onAnswer,
}: ChoicesProps & { readonly faults: readonly Fault[] }): ReactNode {
  const say = useWords()
  const { language, name } = useLabels()
  const { units } = useSignedIn()
  const offices = useMemo(
    () => units.map((unit) => ({ value: unit.id, label: name(unit.name) })),
    [units, name],
  )
  return (
    <>
      {offices.length > 1 && (
        <OneOf
          name="unit"
          label={say('new-case.unit')}
          required
          fault={null}
          options={offices}
          answer={choices.unit}
          onAnswer={(unit) => onAnswer('unit', unit)}
        />
      )}
      <OneOf
        name="urgency"
        label={say('new-case.urgency')}
        required
        fault={null}
        options={urgencies.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
        answer={choices.urgency}
        onAnswer={(urgency) => onAnswer('urgency', urgency)}
      />
      <div data-question="choices.conflict">
        <OneOf
          name="conflict"
          label={say('conflict.question')}
          why={say('conflict.why')}
          required
          fault={faults.some(({ field }) => field === 'choices.conflict') ? 'missing' : null}
          options={conflictAnswers.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={choices.conflict}
          onAnswer={(conflict) => onAnswer('conflict', conflict)}
        />
      </div>
    </>
  )
}

function Rights({ choices, child, onAnswer }: ChoicesProps & { readonly child: boolean }): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const yesNo = [
    { value: 'yes', label: say('form.yes') },
    { value: 'no', label: say('form.no') },
  ]
  const asked = firstConsents.some((purpose) => choices.consents[purpose] !== null)
  const said = (field: string) => (answer: string | null) =>
    onAnswer(field, answer === null ? null : answer === 'yes')
  return (
    <>
      <details>
        <summary>{rightsNotice.title[language]}</summary>
        <ul>
          {rightsNotice.points.map((point) => (
            <li key={point.key}>{point[language]}</li>
          ))}
        </ul>
      </details>
      <OneOf
        name="rightsTold"
        label={say('new-case.rights-told')}
        required
        fault={null}
        options={yesNo}
        answer={choices.rightsTold ? 'yes' : 'no'}
        onAnswer={said('rightsTold')}
      />
      {choices.rightsTold && (
        <>
          <OneOf
            name="means"
            label={say('new-case.rights-means')}
            required
            fault={null}
            options={rightsNoticeMeans.entries.map((entry) => ({
              value: entry.code,
              label: entry[language],
            }))}
            answer={choices.means}
            onAnswer={(means) => onAnswer('means', means)}
          />
          <OneOf
            name="understood"
            label={say('new-case.rights-understood')}
            required
            fault={null}
            options={yesNo}
            answer={choices.understood ? 'yes' : 'no'}
            onAnswer={said('understood')}
          />
        </>
      )}
      {firstConsents.map((purpose) => (
        <OneOf
          key={purpose}
          name={purpose}
          label={consentTexts.questions[purpose][language]}
          required
          fault={null}
          options={[
            { value: 'given', label: say('consent.yes') },
            { value: 'refused', label: say('consent.no') },
            { value: 'later', label: say('consent.not-now') },
          ]}
          answer={choices.consents[purpose] ?? 'later'}
          onAnswer={(answer) => onAnswer(`consent.${purpose}`, isChoice(answer) ? answer : null)}
        />
      ))}
      {asked && (
        <OneOf
          name="medium"
          label={say('consent.medium')}
          required
          fault={null}
          options={consentMedia.entries.map((entry) => ({ value: entry.code, label: entry[language] }))}
          answer={choices.medium}
          onAnswer={(medium) => onAnswer('medium', medium)}
        />
      )}
      {asked && child && (
        <OneOf
          name="guardian"
          label={say('consent.guardian')}
          required={false}
          fault={null}
          options={yesNo}
          answer={choices.guardianAgreed === null ? null : choices.guardianAgreed ? 'yes' : 'no'}
          onAnswer={said('guardianAgreed')}
        />
      )}
    </>
  )
}
