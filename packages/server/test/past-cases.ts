import { randomUUID } from 'node:crypto'
import type { CaseOpen } from '@setu/records/api'
import { asActor, type Node, passOf } from '../src/platform/index.ts'
import { openCase } from '../src/protection/cases/open-case.ts'
import type { CaseRef } from '../src/protection/cases/record-store.ts'
import { addNote } from '../src/protection/notes/note-store.ts'
import { stepReferral } from '../src/protection/referrals/step-referral.ts'
import type { Programme } from './programme.ts'
import { accept, refer, widest } from './referred.ts'
import type { Person } from './world.ts'

const day = 86_400_000

/** The same person acting some days ago, so that what they promised then is late now. */
function ago(node: Node, person: Person, days: number): Person {
  const then: Node = { ...node, clock: () => new Date(Date.now() - days * day) }
  return { ...person, as: (run) => asActor(then, passOf(person.cookie), (work) => run(work)) }
}

function opening(person: Person, name: string, facts: NonNullable<CaseOpen['facts']>): CaseOpen {
  return {
    command: randomUUID(),
    id: randomUUID(),
    unit: person.unit,
    urgency: 'standard',
    conflict: 'none',
    identity: { name, father: 'আবদুল করিম' },
    contact: { safeWay: 'শুক্রবার বিকেলে ফোন', mobile: '+8801700000000', mayLeaveMessage: false },
    facts: { ageCertainty: 'stated', sex: 'female', language: 'bn', homeDistrict: 'BD4041', ...facts },
    narrative: { ownWords: 'আমি কাজ শিখতে চাই।' },
  }
}

/**
 * A month of work: two cases whose promises are late, one of them with a referral that the police took on, one
 * that social services sent back and one still unanswered; and a referral from social services to the NGO.
 */
export async function seedPastCases(node: Node, { people }: Programme): Promise<void> {
  const [asha, salma] = [ago(node, people.asha, 30), ago(node, people.salma, 1)]
  const first = await asha.as((work) =>
    openCase(work, opening(asha, 'রাহেলা খাতুন', { ageBand: '25-29', exploitation: ['ForcedLabour'] })),
  )
  await asha.as((work) => openCase(work, opening(asha, 'শিউলি আক্তার', { ageBand: '18-24' })))
  await asha.as((work) =>
    addNote(work, first, {
      id: randomUUID(),
      kind: 'general',
      happenedOn: work.today,
      words: 'মেয়ের স্কুলে ভর্তি হয়েছে।',
    }),
  )
  await referAround({ ...people, asha }, first)

  const third = await salma.as((work) => openCase(work, opening(salma, 'মর্জিনা বেগম', { ageBand: '30-39' })))
  await refer(salma, third, people.asha, { ...widest.care, note: 'বিকেলে আসতে পারবেন।' })
}

async function referAround({ asha, rafiq, salma }: Programme['people'], file: CaseRef): Promise<void> {
  const { referral, version } = await refer(asha, file, rafiq, widest.police)
  await accept(rafiq, file.org, referral, version)
  const sentBack = await refer(asha, file, salma, { ...widest.care, service: 'medical' })
  await salma.as((work) =>
    stepReferral(
      work,
      { org: file.org, id: sentBack.referral },
      { command: randomUUID(), base: sentBack.version, to: 'declined', declineReason: 'full' },
    ),
  )
  await refer(asha, file, salma, { ...widest.care, service: 'shelter' })
}
