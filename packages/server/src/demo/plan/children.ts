import { addDays, guardianQuestions } from '@setu/vocabulary'
import { dayOf } from '../../platform/index.ts'
import { hour, later } from './moments.ts'
import type { Act, Turn } from './story.ts'
import type { Telling } from './telling.ts'

/** Who acts for a child, and what was found to be good for them, in the first conversation. */
export function lookingAfterChild({ draws: all, brief, person, opened }: Telling): Act[] {
  if (!person.child) return []
  const draws = all.stream('child')
  const [guardian, assessment] = [draws.id(), draws.id()]
  const relation = draws.weighed([
    ['parent', 5],
    ['grandparent', 2],
    ['relative', 2],
    ['probationOfficer', 2],
  ] as const)
  const day = dayOf(opened)
  const found = Object.fromEntries(guardianQuestions.entries.map(({ code }) => [code, 'no']))
  const looked = {
    assessedOn: day,
    viewHeard: draws.pick(['alone', 'withSupport', 'otherWays'] as const),
    familyAgrees: draws.pick(['yes', 'yes', 'notKnown'] as const),
    familyCan: draws.pick(['yes', 'notKnown', 'no'] as const),
    recommends: draws.some(['family', 'kin', 'home', 'foster'] as const, draws.between(1, 2)),
  }
  const acts: Act[] = [
    { act: 'record', record: 'guardian', id: guardian, values: { relation, ...found, checkedOn: day } },
    { act: 'recordStep', record: 'guardian', id: guardian, to: 'acts' },
    { act: 'record', record: 'bestInterestsAssessment', id: assessment, values: looked },
    { act: 'recordStep', record: 'bestInterestsAssessment', id: assessment, to: 'made' },
  ]
  if (!brief.referrals.some(({ service }) => service === 'repatriation')) return acts
  const determination = draws.id()
  const values = {
    panelOn: day,
    panel: ['caseworker', 'supervisor', 'probationOfficer'],
    viewHeard: 'withSupport',
    options: ['home', 'repatriation'],
    decision: 'repatriation',
    reviewOn: addDays(day, 180),
  }
  return [
    ...acts,
    { act: 'record', record: 'bestInterestsDetermination', id: determination, values },
    { act: 'recordStep', record: 'bestInterestsDetermination', id: determination, to: 'proposed' },
  ]
}

/** What was proposed for a child is decided by somebody else, soon after. */
export function decidingForChild({ directory, brief, now, opened }: Telling, opening: Turn): Turn[] {
  const proposed = opening.acts.find((act) => act.act === 'recordStep' && act.to === 'proposed')
  if (proposed?.act !== 'recordStep') return []
  const at = later(opened, Math.min(hour / 4, (now.getTime() - opened.getTime()) / 3))
  const { record, id } = proposed
  return [
    { at, by: directory.supervisorOf(brief.unit), acts: [{ act: 'recordStep', record, id, to: 'decided' }] },
  ]
}
