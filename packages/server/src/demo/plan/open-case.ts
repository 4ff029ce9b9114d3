import { dayOf } from '../../platform/index.ts'
import { lookingAfterChild } from './children.ts'
import { conversation, lasting } from './plan-referral.ts'
import type { Act, Answers, Turn } from './story.ts'
import { check, type Telling } from './telling.ts'

type Answer = Answers['answers'][number]

function firstAnswers({ draws, brief, directory, person, opened, tracing }: Telling): Answer[] {
  const plain = (purpose: Answer['purpose'], agreed: boolean, months = 12): Answer => ({
    id: draws.id(),
    purpose,
    parts: [],
    recipient: null,
    answer: agreed ? 'given' : 'refused',
    validUntil: lasting(opened, months),
  })
  const answers = [
    plain('services', true),
    plain('storeIdentity', draws.percent(94)),
    plain('contact', true),
    { ...plain('familyContact', tracing), ...(tracing ? { recipientWords: 'মা (mother)' } : {}) },
  ]
  if (draws.percent(50)) answers.push(plain('statistics', draws.percent(85)))
  if (draws.percent(15) && !person.child) answers.push(plain('media', false))
  if (brief.refuses === undefined) return answers
  const { org, unit } = directory.unit(brief.refuses)
  return [...answers, { ...plain('sharePolice', false), recipient: { org, unit } }]
}

/** The first conversation: who somebody is, what they were told, what they agreed to. */
export function openingOf(telling: Telling): Turn {
  const { draws, brief, person, worker, opened, directory } = telling
  const acts: Act[] = [
    {
      act: 'open',
      unit: directory.unit(brief.unit).unit,
      values: {
        urgency: brief.urgency,
        ...person.values,
        rightsNotice: {
          id: draws.id(),
          givenOn: dayOf(opened),
          means: person.child ? 'explained' : draws.pick(['readAloud', 'explained', 'leaflet'] as const),
          language: person.language,
          textVersion: '2026-01',
          understood: draws.percent(92),
        },
        consents: conversation(draws, person, opened, firstAnswers(telling)),
      },
    },
  ]
  const careful = brief.path !== 'intake'
  acts.push(...lookingAfterChild(telling))
  if (careful) acts.push(check(draws, ['immediateSafety']))
  else if (draws.percent(50)) acts.push(check(draws, ['immediateSafety']))
  return { at: opened, by: worker, acts }
}
