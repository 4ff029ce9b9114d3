import type { DemoPerson } from '../directory.ts'
import { hour, later } from './moments.ts'
import { conversation, lasting } from './plan-referral.ts'
import type { Act, TransferBrief, Turn } from './story.ts'
import { check, note, type Telling } from './telling.ts'

function offering(telling: Telling, transfer: TransferBrief, id: string, at: Date): Turn {
  const { draws, directory, brief, person, worker } = telling
  const to = directory.unit(transfer.to)
  const answer = {
    id: draws.id(),
    purpose: 'transferCase' as const,
    parts: ['identity', 'contact', 'facts', 'protection', 'health'] as const,
    recipient: { org: to.org, unit: to.unit },
    answer: 'given' as const,
    validUntil: lasting(at, 3),
  }
  const moved: Act[] =
    brief.path === 'transferred'
      ? [check(draws, ['transferConsent', 'newOwnerAccepted']), { act: 'state', to: 'transferred' }]
      : []
  return {
    at,
    by: worker,
    acts: [
      {
        act: 'consents',
        answers: conversation(draws, person, at, [{ ...answer, parts: [...answer.parts] }]),
      },
      { act: 'offer', transfer: id, to },
      ...moved,
    ],
  }
}

/** Handing a whole case over: consent, offer, and what the other side says. */
export function handingOver(telling: Telling, from: Date): { turns: Turn[]; newWorker: DemoPerson | null } {
  const { draws, directory, brief, worker, now } = telling
  const { transfer } = brief
  if (transfer === undefined) return { turns: [], newWorker: null }
  const room = now.getTime() - from.getTime()
  const waiting = transfer.end === 'offered'
  const at = waiting
    ? later(now, -Math.min(draws.between(4, 60) * hour, room * 0.5))
    : later(from, room * 0.4)
  const id = draws.id()
  const offer = offering(telling, transfer, id, at)
  if (transfer.end === 'offered') return { turns: [offer], newWorker: null }
  const taker = directory.focalOf(transfer.to)
  const answered = later(at, Math.min(draws.between(5, 46) * hour, room * 0.2))
  const by = transfer.end === 'recalled' ? worker : taker
  const reply: Turn = { at: answered, by, acts: [{ act: 'answer', transfer: id, to: transfer.end }] }
  if (transfer.end !== 'accepted') return { turns: [offer, reply], newWorker: null }
  const greeting: Turn = { at: later(answered, room * 0.1), by: taker, acts: [note(telling, 'general')] }
  return { turns: [offer, reply, greeting], newWorker: taker }
}
