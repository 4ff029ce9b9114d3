import { answerComplaint, layDownDesk, lookInto, recordComplaint, toldAnswer } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

/** Who hears complaints was laid down long ago. One was looked into and answered; one more came in yesterday. */
export async function tellPastComplaints({
  troupe,
  directory,
  draws,
  now,
}: Omit<Setting, 'node'>): Promise<void> {
  const [admin, guard] = [directory.person('kamal'), directory.person('lubna')]
  const [worker, colleague] = [directory.person('asha'), directory.person('bina')]
  const before = (hours: number): Date => new Date(now.getTime() - hours * hour)
  await troupe.as(admin, before(60 * 24), 'complaints.layDownDesk', async (work) => {
    const days = { lookInto: 3, answer: 30, tell: 7 }
    await layDownDesk(work, { command: draws.id(), listeners: [guard.account], elsewhere: null, days })
  })
  const id = draws.id()
  await troupe.as(colleague, before(40 * 24), 'complaints.record', async (work) => {
    const words = 'She waited three hours although she had an appointment, and nobody told her why.'
    await recordComplaint(work, { command: id, id, about: null, kind: 'refusedHelp', words, code: null })
  })
  const at = { org: colleague.org, id }
  await troupe.as(guard, before(39 * 24), 'complaints.lookInto', async (work) => {
    await lookInto(work, at, { base: 1 })
  })
  await troupe.as(guard, before(33 * 24), 'complaints.answer', async (work) => {
    const words = 'The appointment book had two people in one place. One person keeps it now; we are sorry.'
    await answerComplaint(work, at, { command: draws.id(), base: 2, outcome: 'upheld', words })
  })
  await troupe.as(colleague, before(31 * 24), 'complaints.told', async (work) => {
    await toldAnswer(work, at, { command: draws.id(), base: 3, on: work.today })
  })
  const fresh = draws.id()
  await troupe.as(worker, before(20), 'complaints.record', async (work) => {
    const words =
      'She says that somebody at the front desk asked about her journey where others could hear it.'
    await recordComplaint(work, {
      command: fresh,
      id: fresh,
      about: null,
      kind: 'treatedBadly',
      words,
      code: null,
    })
  })
}
