import { isCode, type OrganisationType, organisationTypes } from '@setu/vocabulary'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { OneOf } from '../../forms/choice-fields.tsx'
import type { Fault } from '../../forms/faults.ts'
import { type Step, Steps } from '../../forms/steps.tsx'
import { TextField } from '../../forms/text-fields.tsx'
import { Page } from '../../shell/page.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { type FirstRunAnswers, missingIn } from './first-run-answers.ts'
import { SecretField } from './secret-field.tsx'

const labels: Readonly<Record<keyof FirstRunAnswers, WordId>> = {
  organisationEn: 'first-run.organisation-en',
  organisationBn: 'first-run.organisation-bn',
  type: 'first-run.type',
  unitEn: 'first-run.unit-en',
  unitBn: 'first-run.unit-bn',
  name: 'first-run.name',
  signInName: 'first-run.sign-in-name',
  password: 'first-run.password',
}

const nothing: FirstRunAnswers = {
  organisationEn: '',
  organisationBn: '',
  type: '',
  unitEn: '',
  unitBn: '',
  name: '',
  signInName: '',
  password: '',
}

/** The first minutes of a new node: whose it is, its first team, and the person who looks after it. */
export function FirstRunScreen(): ReactNode {
  const say = useWords()
  const { language } = useLabels()
  const { session } = useDoors()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [answers, setAnswers] = useState(nothing)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const set = (field: keyof FirstRunAnswers) => (answer: unknown) =>
    setAnswers({ ...answers, [field]: typeof answer === 'string' ? answer : '' })

  const begin = useMutation({
    mutationFn: () =>
      session.firstRun({
        organisation: { nameEn: answers.organisationEn, nameBn: answers.organisationBn, type: answers.type },
        unit: { nameEn: answers.unitEn, nameBn: answers.unitBn },
        account: { name: answers.name, signInName: answers.signInName, password: answers.password },
      }),
    onSuccess: async () => {
      queries.clear()
      await navigate({ to: '/sign-in' })
    },
  })

  const text = (field: keyof FirstRunAnswers, why?: WordId) => (
    <div key={field} data-question={field}>
      <TextField
        name={field}
        label={say(labels[field])}
        why={why ? say(why) : undefined}
        required
        fault={faults.find((fault) => fault.field === field)?.fault ?? null}
        answer={answers[field]}
        onAnswer={set(field)}
      />
    </div>
  )

  const steps: Step[] = [
    {
      title: say('first-run.organisation'),
      why: say('first-run.organisation-why'),
      content: (
        <>
          {text('organisationEn')}
          {text('organisationBn')}
          <div data-question="type">
            <OneOf
              name="type"
              label={say('first-run.type')}
              required
              fault={faults.find(({ field }) => field === 'type')?.fault ?? null}
              options={organisationTypes.entries.map((entry) => ({
                value: entry.code,
                label: entry[language],
              }))}
              answer={knownType(answers.type)}
              onAnswer={set('type')}
            />
          </div>
        </>
      ),
      check: () => missingIn(answers, ['organisationEn', 'organisationBn', 'type']),
    },
    {
      title: say('first-run.unit'),
      why: say('first-run.unit-why'),
      content: (
        <>
          {text('unitEn')}
          {text('unitBn')}
        </>
      ),
      check: () => missingIn(answers, ['unitEn', 'unitBn']),
    },
    {
      title: say('first-run.account'),
      why: say('first-run.account-why'),
      content: (
        <>
          {text('name')}
          {text('signInName', 'first-run.sign-in-name-why')}
          <div data-question="password">
            <SecretField
              label={say('first-run.password')}
              why={say('first-run.password-why')}
              fault={faults.find(({ field }) => field === 'password')?.fault ?? null}
              value={answers.password}
              onChange={set('password')}
            />
          </div>
        </>
      ),
      check: () => missingIn(answers, ['name', 'signInName', 'password']),
    },
  ]

  return (
    <Page title={say('first-run.title')}>
      <Steps
        steps={steps}
        faults={faults}
        onFaults={setFaults}
        labelOf={(field) => say(isQuestion(field) ? labels[field] : 'first-run.title')}
        onFinish={() => begin.mutate()}
        onStop={() => setAnswers(nothing)}
        finish={say('first-run.begin')}
        sending={begin.isPending}
        refused={begin.error}
      />
    </Page>
  )
}

function isQuestion(field: string): field is keyof FirstRunAnswers {
  return Object.hasOwn(labels, field)
}

function knownType(type: string): OrganisationType | null {
  return isCode(organisationTypes, type) ? type : null
}
