import { guardianQuestions, type Part, parsePlainDate } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { type CaseFile, promiseHolder } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import { replaceOthers } from '../cases/replace-others.ts'
import type { Stepped } from '../cases/stepped.ts'
import { endConsent, type LiveConsent } from '../consents/consent-store.ts'
import { promiseFor, settleCase } from '../due/due-store.ts'
import { endOf } from '../due/rules-in-force.ts'
import { recallThrough } from '../referrals/recall-through.ts'

type Agreed = Omit<LiveConsent, 'recipientUnit'> & { readonly recipientUnit: string | null }

/** What a guardian agreed to; where it was not written down who it was, it may have been this one. */
async function agreedBy(work: Work, held: CaseFile, guardian: string): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`
    select id, version, purpose, recipient_unit as "recipientUnit", parts from consent
    where org_id = ${held.org} and case_id = ${held.id} and state = 'given' and withdrawn_at is null and guardian_agreed
      and coalesce(guardian_id, ${guardian}::uuid) = ${guardian}::uuid
    order by id`.execute(work.db)
  return rows
}

/**
 * Everything that a guardian agreed to lapses in the moment in which they are called a suspect: referrals that stood on
 * it stop as after a withdrawal, and later writings get new keys.
 */
async function voidConsents(work: Work, held: CaseFile, guardian: string): Promise<void> {
  const lapsed = await agreedBy(work, held, guardian)
  const shared = new Set<Part>()
  for (const { recipientUnit, ...consent } of lapsed) {
    await endConsent(work, held, consent.id)
    const recalled =
      recipientUnit === null ? [] : await recallThrough(work, held, { ...consent, recipientUnit })
    if (recipientUnit !== null) for (const part of consent.parts) shared.add(part)
    work.touched({ org: held.org, caseId: held.id, part: 'status', did: 'withdrew', record: consent.id })
    await happened(work, held, {
      kind: 'consentLapsed',
      part: 'status',
      record: consent.id,
      about: { purpose: consent.purpose, recalled: recalled.length },
    })
  }
  if (shared.size > 0) await work.vault.renew(held.org, held.id, [...shared], held.ownerUnit)
}

/** Her own window is shut at once, whoever is in it; it stays shut while a guardian is a suspect. */
async function shutWindow(work: Work, held: CaseFile): Promise<void> {
  const { rows } = await sql<{ frozen: boolean }>`
    select slot_freeze(${held.org}, ${held.id}, 'nearSuspect') as frozen`.execute(work.db)
  if (rows[0]?.frozen === true) await happened(work, held, { kind: 'windowFrozen', part: 'status' })
}

/** Nobody acts for a child whose interest is not surely the child's: what is not known is no "no". */
export async function followGuardian(work: Work, { held, id, to, values }: Stepped): Promise<void> {
  if (to === 'suspect') {
    await voidConsents(work, held, id)
    return shutWindow(work, held)
  }
  if (to !== 'acts') return
  const against = guardianQuestions.entries.filter(({ code }) => values[code] !== 'no')
  if (against.length > 0)
    throw new Problem('guardian-conflict', { about: { found: against.map(({ code }) => code).join(' ') } })
  const day = parsePlainDate(String(values['checkedOn']))
  if (day === null || day > work.today) throw wrongField('checkedOn', 'not-yet')
}

/** An assessment is of a day that was. */
export async function followAssessment(work: Work, { to, values }: Stepped): Promise<void> {
  const day = parsePlainDate(String(values['assessedOn']))
  if (to === 'made' && (day === null || day > work.today)) throw wrongField('assessedOn', 'not-yet')
}

/** What was decided takes the place of what was decided before, keeps the promise to decide, and is looked at again. */
export async function followDetermination(work: Work, stepped: Stepped): Promise<void> {
  const { held, to, values } = stepped
  if (to === 'proposed' && !list(values['options']).includes(String(values['decision'])))
    throw wrongField('decision', 'not-considered')
  if (to !== 'decided') return
  await replaceOthers(work, stepped, { in: ['decided'], by: 'replaced' })
  await settleCase(work, held.id, ['bestInterests'])
  const review = parsePlainDate(String(values['reviewOn']))
  if (review === null) return
  const holder = await promiseHolder(work, held)
  await promiseFor(work, { org: held.org, caseId: held.id, kind: 'bestInterests', holder }, endOf(review))
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
