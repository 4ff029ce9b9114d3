import type { ConsentView, OrganisationView } from '@setu/records/api'
import {
  type ConsentPurpose,
  consentPurposes,
  isCode,
  type KindOfWork,
  kindsOfWork,
  namedInWords,
  organisationTypes,
  type Part,
  purposeOfWork,
  type ServiceType,
  shareableParts,
  shareableWith,
} from '@setu/vocabulary'

/** Somebody the survivor may agree to tell. */
export interface Recipient {
  readonly org: string
  readonly unit: string
  readonly name: { readonly en: string; readonly bn: string }
  readonly type: string
  readonly work: string
}

export type Answer = 'given' | 'refused'

/** One card of the sheet: one purpose, with whom, about what. No answer means not now. */
export interface Card {
  readonly id: string
  readonly purpose: ConsentPurpose
  readonly recipient: Recipient | null
  /** Somebody who is no office in Setu, as the survivor names them; nothing where nobody is named so. */
  readonly words: string | null
  /** The most that may be asked. */
  readonly shareable: readonly Part[]
  readonly parts: readonly Part[]
  /** What they would do with it. */
  readonly service: ServiceType
  readonly answer: Answer | null
}

/** What an office of each kind is usually asked to do, until somebody says otherwise. */
const usualService: Readonly<Record<KindOfWork, ServiceType>> = {
  care: 'psychosocial',
  livelihood: 'vocationalTraining',
  legal: 'legalAid',
  police: 'policeLiaison',
  return: 'repatriation',
  none: 'materialSupport',
}

function usualOf(recipient: Recipient | null): ServiceType {
  return usualService[recipient !== null && isWork(recipient.work) ? recipient.work : 'none']
}

const isWork = (work: string): work is KindOfWork => isCode(kindsOfWork, work)

/** What sharing with somebody is called among the purposes. */
export function purposeFor({ work }: Recipient): ConsentPurpose {
  return isWork(work) ? purposeOfWork[work] : 'shareService'
}

/** What somebody may be told at the most for a service: never more than their kind of work needs. */
export function shareableFor({ type, work }: Recipient, service: ServiceType): readonly Part[] {
  if (isCode(organisationTypes, type)) return shareableWith(type, service)
  return isWork(work) ? shareableParts[work] : []
}

/** The card again for another service, which may need to be told less. */
export function withService(card: Card, service: ServiceType): Card {
  const shareable = card.recipient === null ? [] : shareableFor(card.recipient, service)
  return { ...card, service, shareable, parts: card.parts.filter((part) => shareable.includes(part)) }
}

/** Units of other organisations that work with survivors, as people to tell. */
export function recipientsIn(organisations: readonly OrganisationView[], own: string): Recipient[] {
  return organisations
    .filter(({ id, active, work }) => id !== own && active && work !== 'none')
    .flatMap(({ id, name, type, work, units }) =>
      units
        .filter(({ active }) => active)
        .map((unit) => ({
          org: id,
          unit: unit.id,
          name: { en: joined(name.en, unit.name.en), bn: joined(name.bn, unit.name.bn) },
          type,
          work,
        })),
    )
}

function joined(organisation: string, unit: string): string {
  return organisation === unit ? unit : `${organisation}, ${unit}`
}

/** A card before anything was said: the least that makes sense is ticked, and no answer is given. */
export function cardFor(
  id: string,
  purpose: ConsentPurpose,
  recipient: Recipient | null = null,
  service: ServiceType = usualOf(recipient),
): Card {
  const tellable = namedInWords[purpose]
  const shareable = recipient === null ? (tellable ?? []) : shareableFor(recipient, service)
  const least = shareable.includes('facts') ? (['facts'] as const) : shareable.slice(0, 1)
  const words = recipient === null && tellable !== undefined ? '' : null
  return { id, purpose, recipient, words, shareable, parts: least, service, answer: null }
}

/** The questions that every survivor is asked once. */
const always = ['services', 'storeIdentity', 'contact', 'statistics'] as const

/** What a conversation begins with: what was never agreed to, and every yes that ends by a day. */
export function cardsToAsk(
  consents: readonly ConsentView[],
  recipients: readonly Recipient[],
  by: string,
  newId: () => string,
): readonly Card[] {
  const given = consents.filter(({ state }) => state === 'given')
  const lasting = (purpose: string) =>
    given.some((one) => one.purpose === purpose && one.recipient === null && one.validUntil > by)
  const plain = always.filter((purpose) => !lasting(purpose)).map((purpose) => cardFor(newId(), purpose))
  const named = given.flatMap(({ purpose, recipient, parts, validUntil }) => {
    const office = recipients.find(({ org, unit }) => org === recipient?.org && unit === recipient.unit)
    if (office === undefined || validUntil > by || !isCode(consentPurposes, purpose)) return []
    const card = cardFor(newId(), purpose, office)
    return [{ ...card, parts: card.shareable.filter((part) => parts.includes(part)) }]
  })
  return [...plain, ...named]
}

/** Whether every card says what would be told; a question about nothing must not be asked. */
export function askable(cards: readonly Card[]): boolean {
  return cards.every(
    ({ recipient, words, shareable, purpose, parts }) =>
      words?.trim() !== '' &&
      ((recipient === null && shareable.length === 0) || purpose === 'transferCase' || parts.length > 0),
  )
}

/** The cards that were answered; a yes to telling somebody needs something to tell. */
export function answered(cards: readonly Card[]): readonly (Card & { readonly answer: Answer })[] {
  return cards.flatMap((card) => {
    const { answer } = card
    if (answer === null) return []
    return answer === 'given' && card.recipient !== null && card.parts.length === 0
      ? []
      : [{ ...card, answer }]
  })
}
