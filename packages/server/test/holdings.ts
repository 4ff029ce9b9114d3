import { randomUUID } from 'node:crypto'
import { openBreach } from '../src/protection/breaches/open-breach.ts'
import { assignCaseworker } from '../src/protection/cases/assign-caseworker.ts'
import { saveFilter } from '../src/protection/cases/filter-store.ts'
import type { CaseRef } from '../src/protection/cases/record-store.ts'
import { writeRecord } from '../src/protection/cases/write-record.ts'
import { recordComplaint } from '../src/protection/complaints/record-complaint.ts'
import { recordConsents } from '../src/protection/consents/record-consents.ts'
import { addDocument } from '../src/protection/documents/add-document.ts'
import { letGoAlong } from '../src/protection/documents/let-go-along.ts'
import { addTask } from '../src/protection/due/tasks.ts'
import { askErasure } from '../src/protection/erasures/ask-erasure.ts'
import { beginScreening } from '../src/protection/screenings/begin-screening.ts'
import { giveService } from '../src/protection/services/give-service.ts'
import { writeTip } from '../src/protection/tips/write-tip.ts'
import { offerTransfer } from '../src/protection/transfers/offer-transfer.ts'
import { consentFor } from './cases.ts'
import { type Client, rowsOf } from './client.ts'
import { heldCriminalCase } from './criminal-calls.ts'
import { askedEmergency } from './emergencies.ts'
import type { About } from './endpoint-calls.ts'
import { openFullCase } from './full-case.ts'
import { smallLaw } from './law-calls.ts'
import { heldNetwork } from './network-calls.ts'
import { pictureWith } from './papers.ts'
import { accept, refer, widest } from './referred.ts'
import type { OwnGiven } from './service-calls.ts'
import type { WideWorld } from './wide-world.ts'
import type { Person } from './world.ts'

interface Held {
  readonly owner: Person
  /** Who offers a service in the owner's unit. */
  readonly chief: Person
  /** A legal aid desk that a referral waits for, and a protection organisation that the case is offered to. */
  readonly lawyer: Person
  readonly taker: Person
  readonly canary: string
}

async function offeredService(client: Client, { owner, chief }: Held): Promise<string> {
  const id = randomUUID()
  const offer = {
    id,
    unit: owner.unit,
    service: 'shelter',
    takes: ['women'],
    districts: [],
    places: 3,
    free: 1,
  }
  await client.post('/directory/services', chief.cookie, offer)
  const address = { address: `${owner.account}-address` }
  await client.post(`/directory/services/${owner.org}/${id}/site`, owner.cookie, address)
  return id
}

/** A home of the owner's unit, and a place in it that is asked for. */
async function askedStay(
  client: Client,
  held: Held,
  file: CaseRef,
): Promise<Pick<About, 'service' | 'stay'>> {
  const [service, stay] = [await offeredService(client, held), randomUUID()]
  const values = { home: service, placeFor: 'women' }
  await held.owner.as((work) => writeRecord(work, file, 'shelterStay', { id: stay, base: 0, values }))
  return { service, stay }
}

/** A complaint that waits for whoever hears it; who hears them is as it was before. */
async function heardComplaint({ owner: database, people }: WideWorld, by: Person): Promise<string> {
  const id = randomUUID()
  const guard = by.org === people.guard.org ? people.guard : people.otherGuard
  const named = [guard.org, guard.account]
  await rowsOf(
    database,
    `insert into complaint_listener (org_id, account_id, made_by, made_at) values ($1, $2, $2, now())`,
    named,
  )
  await by.as((work) =>
    recordComplaint(work, {
      command: id,
      id,
      about: null,
      kind: 'other',
      words: 'He laughed at her.',
      code: null,
    }),
  )
  await rowsOf(database, `delete from complaint_listener where org_id = $1 and account_id = $2`, named)
  return id
}

/** A tip that waits for somebody of the unit; another unit takes tips as well. */
async function toldTip({ owner: database }: WideWorld, { owner, taker, canary }: Held): Promise<string> {
  const id = randomUUID()
  for (const { org, unit, account } of [owner, taker])
    await rowsOf(
      database,
      `insert into tip_desk (org_id, unit_id, public, made_by, made_at) values ($1, $2, false, $3, now()) on conflict do nothing`,
      [org, unit, account],
    )
  const words = { words: `${canary}-tip`, mentioned: [`${canary}-named`], way: null }
  const about = { channel: 'hotline', urgency: 'standard', district: null } as const
  await owner.as((work) =>
    writeTip(work, { id, unit: owner.unit, ...about, ...words, subjects: ['missing'] }),
  )
  return id
}

async function begunScreening({ owner, canary }: Held): Promise<string> {
  const id = randomUUID()
  await owner.as((work) =>
    beginScreening(work, {
      command: id,
      id,
      unit: owner.unit,
      instrument: 'border',
      ageBand: '18-24',
      ageSure: true,
      ready: ['private', 'interpreter', 'referrals', 'emergencyPlan', 'consent'],
      who: `${canary}-screened`,
      tip: null,
    }),
  )
  return id
}

async function openLine({ owner: database }: WideWorld, { org }: Person): Promise<string> {
  const id = randomUUID()
  const line = [org, id, `L-${id.slice(0, 8)}`]
  await rowsOf(
    database,
    `insert into budget_line (org_id, id, version, code, name_en, name_bn) values ($1, $2, 1, $3, 'Grants', 'অনুদান')`,
    line,
  )
  return id
}

/** A review of the unit, with one line to answer, written beneath the application. */
async function begunReview(
  { owner: database }: WideWorld,
  of: Person,
  by: Person,
): Promise<Pick<About, 'review' | 'reviewLine'>> {
  const [review, reviewLine] = [randomUUID(), randomUUID()]
  await rowsOf(
    database,
    `with begun as (insert into access_review (org_id, id, quarter, unit_id, account_id, due_at, opened_at)
       values ($1, $2, '2026-Q1', $3, $4, now(), now()) returning org_id, id)
     insert into access_review_line (org_id, id, review_id, account_id, roles, units, factors, outside)
     select org_id, $5, id, $6, '{caseworker}', '{}', '{}', 0 from begun`,
    [of.org, review, of.unit, by.account, reviewLine, of.account],
  )
  return { review, reviewLine }
}

/** What held a case back until yesterday, and nobody has lifted: it is in the way of nothing. */
async function formerHold({ owner: database }: WideWorld, { owner }: Held, file: CaseRef): Promise<string> {
  const id = randomUUID()
  await rowsOf(
    database,
    `insert into case_hold (org_id, id, case_id, version, reason, until_on, account_id, recorded_at)
     values ($1, $2, $3, 1, 'courtCase', current_date - 2, $4, now())`,
    [file.org, id, file.id, owner.account],
  )
  return id
}

/** A way of telling cases to another system that waits for another administrator. */
async function broughtMapping({ owner: database, people: { admin } }: WideWorld): Promise<string> {
  const id = randomUUID()
  await rowsOf(
    database,
    `insert into bridge_mapping (id, system, edition, mapping, standing, proposed_org, proposed_by, proposed_at)
     values ($1, 'referralPlatform', 'x', '{}', 'proposed', $2, $3, now())`,
    [id, admin.org, admin.account],
  )
  return id
}

/** A law that a prosecutor is drafting, and one that somebody else laid before them. */
async function laidLaws({ owner: database, people: { prosecutor, lawyer } }: WideWorld) {
  const [lawDraft, lawProposed] = [randomUUID(), randomUUID()]
  const insert = (id: string, { org, account }: Person, standing: 'draft' | 'proposed') => {
    const law = smallLaw(id.slice(0, 8))
    return rowsOf(
      database,
      `insert into law_text (id, jurisdiction, code, edition, content, standing, drafted_org, drafted_by, drafted_at, proposed_at)
       values ($1, 'BD', $2, $3, $4, $5, $6, $7, now(), case when $5 = 'draft' then null else now() end)`,
      [id, law.code, law.edition, JSON.stringify(law), standing, org, account],
    )
  }
  await insert(lawDraft, prosecutor, 'draft')
  await insert(lawProposed, lawyer, 'proposed')
  return { lawDraft, lawProposed }
}

/** A session that a receiver gave, with the referral that it took on. */
async function givenSession({ owner, taker }: Held, file: CaseRef): Promise<OwnGiven> {
  const { referral, version } = await refer(owner, file, taker, { ...widest.care, service: 'psychosocial' })
  await accept(taker, file.org, referral, version)
  const id = randomUUID()
  const told = { outcome: 'given', why: null, sessions: 1, nextOn: null } as const
  await taker.as((work) =>
    giveService(work, { org: file.org, id: referral }, { id, happenedOn: work.today, ...told }),
  )
  return { ownReferral: referral, ownService: id }
}

/** Everything that an address of the API can name, of one person: a case with all of its branches, a service, a filter. */
export async function holdingsOf(world: WideWorld, client: Client, held: Held): Promise<About> {
  const { owner, lawyer, taker, canary } = held
  const file: CaseRef = await openFullCase(owner, canary)
  const { referral, consent } = await refer(owner, file, lawyer, {
    ...widest.legal,
    note: `${canary}-referral-note`,
  })
  await owner.as((work) => recordConsents(work, file, consentFor(work, taker, 'transferCase', [])))
  const [transfer, task, assignment, filter] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const [erasure, document] = [randomUUID(), randomUUID()]
  const paper = (await pictureWith(`${canary}-camera`)).toString('base64')
  await owner.as(async (work) => {
    await offerTransfer(work, file, { id: transfer, to: { org: taker.org, unit: taker.unit } })
    await addDocument(work, file, {
      id: document,
      kind: 'nationalId',
      issuedOn: null,
      words: `${canary}-paper`,
      file: paper,
    })
    await letGoAlong(work, { ...file, item: document }, { base: 1, goesAlong: true })
    await addTask(work, file, { id: task, kind: 'followUp', account: owner.account, dueOn: work.today })
    await saveFilter(work, { id: filter, name: 'Mine', filter: {} })
    await askErasure(work, file, { id: erasure, reason: 'survivorsWish' })
  })
  await owner.as((work) =>
    assignCaseworker(work, file, { id: assignment, account: held.chief.account, lead: false }),
  )
  const breach = randomUUID()
  await owner.as((work) =>
    openBreach(work, {
      command: breach,
      id: breach,
      what: 'lostDevice',
      noticedAt: work.now.toISOString(),
      happenedOn: null,
      data: ['identity'],
      codes: [],
      units: [],
      words: `${canary}-breach`,
    }),
  )
  const [device] = await rowsOf(world.owner, `select id from session where account_id = $1 limit 1`, [
    owner.account,
  ])
  const criminal = await heldCriminalCase(world, canary)
  const [risk] = await rowsOf(world.owner, `select id from risk_assessment where case_id = $1`, [file.id])
  return {
    org: owner.org,
    unit: owner.unit,
    account: owner.account,
    case: file.id,
    referral,
    transfer,
    assignment,
    consent,
    task,
    riskAssessment: String(risk?.['id']),
    document,
    budgetLine: await openLine(world, owner),
    ...criminal,
    ...(await heldNetwork(world, criminal, canary)),
    ...(await givenSession(held, file)),
    ...(await askedStay(client, held, file)),
    filter,
    device: String(device?.['id']),
    emergency: await askedEmergency(world.owner, owner, file),
    erasure,
    hold: await formerHold(world, held, file),
    bridgeMapping: await broughtMapping(world),
    ...(await laidLaws(world)),
    breach,
    telling: randomUUID(),
    complaint: await heardComplaint(world, owner),
    tip: await toldTip(world, held),
    screening: await begunScreening(held),
    ...(await begunReview(world, owner, held.chief)),
  }
}
