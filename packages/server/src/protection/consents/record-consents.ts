import type { ConsentsRecord } from '@setu/records/api'
import {
  consentPurposes,
  entryOf,
  isCode,
  lastDayOfConsent,
  namedInWords,
  type Part,
  parsePlainDate,
  serviceTypes,
  shareableParts,
  shareableWith,
} from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { guardianWhoAgrees, isChild } from '../children/child-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { recallThrough } from '../referrals/recall-through.ts'
import { spreadKeys } from '../referrals/spread-keys.ts'
import { promiseToAskAgain } from './ask-again.ts'
import {
  endConsent,
  findReceiver,
  type LiveConsent,
  liveConsents,
  livePlainConsents,
  type Receiver,
  sealNamed,
} from './consent-store.ts'

type Answers = Omit<ConsentsRecord, 'command'>
type Answer = Answers['answers'][number]

/** The most that a kind of organisation can ever be told, whichever of its services is asked for. */
function ceilingOf(receiver: Receiver): ReadonlySet<Part> {
  return new Set(serviceTypes.entries.flatMap(({ code }) => shareableWith(receiver.type, code)))
}

/** Who is no office is named in words; a yes about somebody who is not named holds for nobody. */
function checkNamed({ purpose, recipient, recipientWords, answer, parts }: Answer): void {
  const tellable = namedInWords[purpose]
  if (recipientWords !== undefined && (tellable === undefined || recipient !== null))
    throw wrongField('recipientWords', 'not-for-this-purpose')
  if (tellable === undefined || recipient !== null) return
  if (answer === 'given' && recipientWords === undefined) throw wrongField('recipientWords', 'missing')
  if (parts.some((part) => !tellable.includes(part))) throw wrongField('parts', 'not-for-this-purpose')
}

async function checkedReceiver(work: Work, answer: Answer): Promise<Receiver | null> {
  const purpose = entryOf(consentPurposes, answer.purpose)
  checkNamed(answer)
  if (answer.recipient === null) {
    if (namedInWords[answer.purpose] !== undefined) return null
    if (purpose.recipient && answer.parts.length > 0) throw wrongField('recipient', 'missing')
    return null
  }
  const receiver = await findReceiver(work, answer.recipient)
  if (receiver === null) throw new Problem('receiver-not-available')
  if (answer.answer === 'refused') return receiver
  const ceiling = ceilingOf(receiver)
  const beyond = answer.parts.find((part) => !ceiling.has(part))
  if (beyond !== undefined) throw new Problem('consent-not-for-recipient', { about: { part: beyond } })
  if (receiver.work in shareableParts && answer.purpose === 'sharePolice' && receiver.work !== 'police')
    throw wrongField('purpose', 'not-police')
  if (receiver.work === 'police' && answer.purpose !== 'sharePolice')
    throw wrongField('purpose', 'police-need-their-own')
  return receiver
}

async function checkTime(work: Work, answers: Answers): Promise<void> {
  const { clocks } = await rulesInForce(work)
  const given = parsePlainDate(answers.givenOn)
  if (given === null || given > work.today) throw wrongField('givenOn', 'in-the-future')
  const last = lastDayOfConsent(clocks.consentLasts, given)
  for (const answer of answers.answers) {
    if (answer.validUntil < answers.givenOn) throw wrongField('validUntil', 'before-given')
    if (answer.validUntil > last) throw wrongField('validUntil', 'too-long')
  }
}

async function insertAnswers(
  work: Work,
  file: CaseRef,
  answers: Answers,
  guardian: string | null,
): Promise<void> {
  const rows = []
  for (const { id, purpose, parts, recipient, recipientWords, answer, validUntil } of answers.answers) {
    const words = await sealNamed(work, file, id, recipientWords)
    rows.push({ id, purpose, parts, unit: recipient?.unit ?? null, words, state: answer, until: validUntil })
  }
  await sql`
    insert into consent (org_id, id, case_id, version, account_id, recorded_at, purpose, parts, recipient_unit, recipient_words,
      state, given_on, valid_until, medium, language, text_version, interpreter, guardian_agreed,
      child_assent, guardian_id)
    select ${file.org}::uuid, t.id, ${file.id}::uuid, 1, ${work.actor.account}::uuid, ${work.now.toISOString()}::timestamptz,
      t.purpose, t.parts, t.unit, decode(t.words, 'hex'), t.state, ${answers.givenOn}::date, t.until, ${answers.medium}, ${answers.language},
      ${answers.textVersion}, ${answers.interpreter}::boolean, ${answers.guardianAgreed}::boolean,
      ${answers.childAssent ?? null}::boolean, ${guardian}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (id uuid, purpose text, parts text[], unit uuid, words text, state text, until date)`.execute(
    work.db,
  )
}

/** The yeses that held before this conversation: those that name an office, and those that name none. */
interface Earlier {
  readonly before: readonly LiveConsent[]
  readonly plain: readonly { readonly id: string; readonly purpose: string }[]
}

/** Earlier answers to a question that was answered again hold no more, nor what stood on them. */
async function replace(work: Work, file: CaseRef, answer: Answer, { before, plain }: Earlier): Promise<void> {
  // Another yes may name another person beside the first; a no is a no to all of them.
  const beside = namedInWords[answer.purpose] !== undefined && answer.answer === 'given'
  for (const old of plain) {
    if (answer.recipient === null && old.purpose === answer.purpose && !beside)
      await endConsent(work, file, old.id)
  }
  for (const old of before) {
    if (old.purpose !== answer.purpose || old.recipientUnit !== answer.recipient?.unit) continue
    await endConsent(work, file, old.id)
    await recallThrough(work, file, old)
  }
}

async function bandOf(work: Work, file: CaseRef): Promise<string | null> {
  const { rows } = await sql<{ age_band: string | null }>`
    select age_band from case_facts where org_id = ${file.org} and case_id = ${file.id} limit 1`.execute(
    work.db,
  )
  return rows[0]?.age_band ?? null
}

/**
 * What a child may not be asked, and what a guardian must have agreed to; when in doubt, a child. Answers the guardian
 * who acts for the child, where one does. No yes of a guardian outweighs the no of the child.
 */
async function checkChild(work: Work, file: CaseRef, answers: Answers): Promise<string | null> {
  const band = await bandOf(work, file)
  if (band === null || !(await isChild(work, band))) return null
  const given = answers.answers.filter(({ answer }) => answer === 'given')
  if (
    given.some(({ purpose }) => isCode(consentPurposes, purpose) && !entryOf(consentPurposes, purpose).child)
  ) {
    throw wrongField('purpose', 'not-for-a-child')
  }
  if (given.length === 0) return null
  if (answers.guardianAgreed === null) throw wrongField('guardianAgreed', 'missing')
  if (answers.childAssent === false) throw wrongField('childAssent', 'said-no')
  return answers.guardianAgreed ? guardianWhoAgrees(work, file) : null
}

/**
 * Records the answers of one conversation. A new answer replaces the earlier one to the same question: a no,
 * or a narrower yes, takes effect at once on what was shared before.
 */
export async function recordConsents(
  work: Work,
  file: CaseRef,
  answers: Answers,
): Promise<{ id: string; version: number }[]> {
  await checkTime(work, answers)
  const guardian = await checkChild(work, file, answers)
  const earlier = { before: await liveConsents(work, file), plain: await livePlainConsents(work, file) }
  for (const answer of answers.answers) await checkedReceiver(work, answer)
  await insertAnswers(work, file, answers, guardian)
  for (const answer of answers.answers) {
    await replace(work, file, answer, earlier)
    work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: answer.id })
  }
  const events = answers.answers.map(({ id, purpose, parts, answer }) => ({
    kind: answer === 'given' ? ('consentGiven' as const) : ('consentRefused' as const),
    part: 'status' as const,
    on: answers.givenOn,
    record: id,
    about: { purpose, parts },
  }))
  await happened(work, file, ...events)
  await promiseToAskAgain(work, file, 'asked')
  await spreadKeys(work, file)
  return answers.answers.map(({ id }) => ({ id, version: 1 }))
}
