import { randomBytes } from 'node:crypto'
import { caseCodeFrom, criminalCodeIn } from '@setu/vocabulary'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { type CaseFile, promiseHolder } from '../cases/case-store.ts'
import type { Stepped, Writing } from '../cases/stepped.ts'
import { agreedPurposes } from '../claims/claim-store.ts'
import { cancelAbout, promiseAll, settle } from '../due/due-store.ts'
import { rulesInForce } from '../due/rules-in-force.ts'
import { needAgreedWay } from '../livelihood/contact-store.ts'
import { lastTold, linksOf, type OpenLink, settleHeeded } from './court-store.ts'

type Values = Readonly<Record<string, unknown>>

/** A link gets a code of its own, which can be told without saying which case it belongs to. */
export function linkedWith({ criminalCode, ...values }: Values): Values {
  const written = typeof criminalCode === 'string' ? (criminalCodeIn(criminalCode) ?? criminalCode) : null
  return { ...values, criminalCode: written, linkCode: `L-${caseCodeFrom(randomBytes(8))}` }
}

/** What a link cannot be made without: which case, that the survivor agreed, and what they wish to be told. */
const toLink = ['criminalCode', 'agreedOn', 'wish'] as const

function needPast(work: Work, field: string, day: unknown): void {
  if (typeof day === 'string' && day > work.today) throw wrongField(field, 'not-yet')
}

/** A case is tied to a criminal case only while its survivor agrees to be reached; which one it is does not change. */
export async function needLinkInOrder(work: Work, { held, base, values }: Writing): Promise<void> {
  for (const settled of base > 0 ? ['linkCode', 'criminalCode'] : [])
    if (settled in values) throw wrongField(settled, 'settled')
  const missing = base > 0 ? [] : toLink.filter((key) => (values[key] ?? null) === null)
  if (missing.length > 0)
    throw new Problem('bad-request', { fields: missing.map((field) => ({ field, problem: 'missing' })) })
  needPast(work, 'agreedOn', values['agreedOn'])
  if (base > 0) return
  if (criminalCodeIn(String(values['criminalCode'])) === null) throw wrongField('criminalCode', 'misread')
  if (!(await agreedPurposes(work, held)).includes('contact'))
    throw new Problem('consent-missing', { about: { purpose: 'contact' } })
}

const monthly = 'informOfProceedings'

/** By a month after somebody was last told, they are told again; whoever wishes to hear of danger only is not. */
async function promiseToTell(work: Work, held: CaseFile, link: OpenLink, from: Date): Promise<void> {
  await settle(work, link.id, [monthly])
  if (link.wish !== 'everything' || !(await agreedPurposes(work, held)).includes('contact')) return
  const rules = await rulesInForce(work)
  const holder = await promiseHolder(work, held)
  const { version, informOfProceedings: allowed } = rules.clocks
  const about = { org: held.org, caseId: held.id, about: link.id, holder, version }
  await promiseAll(work, rules, [{ ...about, kind: monthly, allowed, from }])
}

/** Once it is tied, the survivor is to be told every month; anew when what they wish to be told changes. */
export async function followLinkWritten(work: Work, { held, id, base, values }: Writing): Promise<void> {
  if (base > 0 && !('wish' in values)) return
  const link = (await linksOf(work, held)).find((one) => one.id === id)
  if (link !== undefined) await promiseToTell(work, held, link, work.now)
}

/** With the link ends what was promised by it. */
export async function followLink(work: Work, { id, to }: Stepped): Promise<void> {
  if (to === 'ended') await cancelAbout(work, id)
}

/** Of which links a telling is: the one that it names, else the only one; of none where that cannot be known. */
function toldOf(links: readonly OpenLink[], { criminalCode }: Values): readonly OpenLink[] {
  if (typeof criminalCode !== 'string') return links.length === 1 ? links : []
  return links.filter((link) => link.criminalCode === criminalCodeIn(criminalCode))
}

/** Nobody is told in a way that they did not agree to, nothing is told before its day, nor of a case that is not theirs. */
export async function needTellingInOrder(work: Work, writing: Writing): Promise<void> {
  const { held, base, values } = writing
  needPast(work, 'toldOn', values['toldOn'])
  const named = base === 0 && typeof values['criminalCode'] === 'string'
  if (named && toldOf(await linksOf(work, held), values).length === 0)
    throw wrongField('criminalCode', 'unknown')
  await needAgreedWay(work, writing)
}

/** The code of a case is kept as it is written everywhere, however it was typed. */
export function toldWith(values: Values): Values {
  const { criminalCode } = values
  if (typeof criminalCode !== 'string') return values
  return { ...values, criminalCode: criminalCodeIn(criminalCode) ?? criminalCode }
}

/** That there is nothing new tells of nothing that happened. */
const tellsOfNothing = (what: unknown): boolean =>
  Array.isArray(what) && what.every((one) => one === 'nothingNew')

/** What was told keeps the promise of what had happened by then; the next month begins on the last day of telling. */
export async function followTelling(work: Work, { held, base, values }: Writing): Promise<void> {
  if (base > 0) return
  const toldOn = String(values['toldOn'])
  const links = await linksOf(work, held)
  for (const link of toldOf(links, values)) {
    if (!tellsOfNothing(values['what'])) await settleHeeded(work, link, toldOn)
    const last = (await lastTold(work, held, link, links.length === 1)) ?? toldOn
    await promiseToTell(work, held, link, new Date(`${last}T12:00:00+06:00`))
  }
}
