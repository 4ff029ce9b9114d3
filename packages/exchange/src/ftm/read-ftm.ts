import {
  codesOf,
  informationCredibilities,
  mayTie,
  type Network,
  type NetworkKind,
  type NetworkLink,
  type NetworkNode,
  type NetworkTie,
  networkKinds,
  networkTies,
  type PlainDate,
  parsePlainDate,
  sourceReliabilities,
  standings,
} from '@setu/vocabulary'
import { type FtmProblem, type FtmProblemCode, ftmProblems } from './ftm-problems.ts'
import { type FtmEntity, nodeShapes, tieShapes } from './ftm-shape.ts'
import { presumption } from './write-ftm.ts'

/** How much of a file of entities is read. */
export const ftmLimits = {
  fileBytes: 20 * 1024 * 1024,
  entities: 50_000,
  characters: 500,
  values: 50,
  problems: 1000,
} as const

/** What a file of entities holds, and what of it was left out. */
export interface FtmReading extends Network {
  /** No more than a list can show; of errors as many as of all that stops nothing. */
  readonly problems: readonly FtmProblem[]
  /** How many there are, listed or not. */
  readonly told: number
  /** How many of them stop a file from coming in, listed or not. */
  readonly errors: number
}

type Telling = (code: FtmProblemCode, line: number | null, about?: FtmProblem['about']) => void

const stops = (weight: FtmProblem['weight']): boolean => weight === 'refusal' || weight === 'error'

interface Placed {
  readonly line: number
  readonly entity: FtmEntity
}

function isWords(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= ftmLimits.values &&
    value.every((one) => typeof one === 'string' && one.length <= ftmLimits.characters)
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parseEntity(line: string): FtmEntity | null {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return null
  }
  if (!isObject(value)) return null
  const { id, schema, properties } = value
  if (typeof id !== 'string' || !/^[A-Za-z0-9.-]{1,200}$/.test(id)) return null
  if (typeof schema !== 'string' || !/^[A-Za-z]{1,60}$/.test(schema) || !isObject(properties)) return null
  const entries = Object.entries(properties)
  if (entries.length > 200 || !entries.every(([name, words]) => name.length <= 60 && isWords(words)))
    return null
  return { id, schema, properties: Object.fromEntries(entries) as FtmEntity['properties'] }
}

/** Words that can be kept as they are: none empty, none with signs that no database keeps. */
function storable(word: string): boolean {
  return (
    word.trim() !== '' && word.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(word)
  )
}

/** Takes the values of an entity one by one; what nobody took is told as left out. */
function taking({ line, entity }: Placed, tell: Telling) {
  const left = new Map(
    Object.entries(entity.properties).map(([property, words]) => {
      if (!words.every(storable)) tell('ftm.text', line, { property })
      return [property, words.filter(storable).map((word) => word.trim())]
    }),
  )
  const all = (name: string | null): readonly string[] => {
    const words = name === null ? [] : (left.get(name) ?? [])
    if (name !== null) left.delete(name)
    return words
  }
  const one = (name: string | null): string | null => {
    const [word, ...more] = all(name)
    if (name !== null && more.length > 0) tell('ftm.value', line, { property: name })
    return word ?? null
  }
  const read = <Value>(name: string, parse: (word: string) => Value | null): Value | null => {
    const word = one(name)
    const value = word === null ? null : parse(word)
    if (word !== null && value === null) tell('ftm.value', line, { property: name })
    return value
  }
  const end = () => {
    for (const property of left.keys()) tell('ftm.property', line, { property })
  }
  return { all, one, read, end }
}

const codeIn =
  <Code extends string>(codes: readonly Code[]) =>
  (word: string): Code | null =>
    codes.find((code) => code === word) ?? null

/** ISO 3166-1 alpha-2, which FollowTheMoney writes small. */
const countryOf = (word: string) => (/^[a-z]{2}$/i.test(word) ? word.toUpperCase() : null)

const yearOf = (word: string) => (/^(18|19|20)\d\d(-.*)?$/.test(word) ? Number(word.slice(0, 4)) : null)

function readNode(placed: Placed, kind: NetworkKind, own: boolean, tell: Telling): NetworkNode {
  const { entity, line } = placed
  const shape = nodeShapes[kind]
  const { all, one, read, end } = taking(placed, tell)
  const [called, others, full] = [all('name'), all('alias'), all('full')]
  const names = [...(called.length > 0 ? called : full), ...others]
  for (const name of [...Object.keys(shape.fixed), 'topics']) all(name)
  if (all('notes').some((note) => note !== presumption)) tell('ftm.property', line, { property: 'notes' })
  const somebody = kind === 'person' || kind === 'company'
  // What a sender calls somebody is no judgment of a court: only a file of this node's own brings a standing.
  const said = own && somebody ? read('keywords', codeIn(codesOf(standings))) : null
  const number = one(shape.number)
  const node: NetworkNode = {
    id: entity.id,
    kind,
    // Files name everything: what has no name of its own is called by its number there.
    names: names.length === 1 && names[0] === number ? [] : names,
    standing: somebody ? (said ?? 'ofInterest') : null,
    sex: kind === 'person' ? read('gender', codeIn(['female', 'male', 'other'])) : null,
    birthYear: kind === 'person' ? read('birthDate', yearOf) : null,
    country: read(shape.country, countryOf),
    number,
    within: one(shape.within),
  }
  end()
  return node
}

function readLink(
  placed: Placed,
  tie: NetworkTie,
  nodes: ReadonlyMap<string, NetworkNode>,
  tell: Telling,
): NetworkLink | null {
  const shape = tieShapes[tie]
  const { one, read, end } = taking(placed, tell)
  const [from, to] = [nodes.get(one(shape.from) ?? ''), nodes.get(one(shape.to) ?? '')]
  if (from === undefined || to === undefined || from === to || !mayTie(tie, from.kind, to.kind)) {
    tell('ftm.end', placed.line)
    return null
  }
  if (shape.status !== null) one('status')
  const day = (word: string): PlainDate | null => parsePlainDate(word)
  const grade = one('summary') ?? ''
  const reliability = codeIn(codesOf(sourceReliabilities))(grade.slice(0, 1))
  const credibility = codeIn(codesOf(informationCredibilities))(grade.slice(1))
  const graded = reliability !== null && credibility !== null
  const [since, until] = [read('startDate', day), read('endDate', day)]
  if (since !== null && until !== null && until < since)
    tell('ftm.order', placed.line, { property: 'endDate' })
  const link: NetworkLink = {
    id: placed.entity.id,
    tie,
    from: from.id,
    to: to.id,
    role: one(shape.role),
    since,
    until,
    // Whoever sent the file may not have graded it: then nobody can say how well it is known.
    reliability: graded ? reliability : 'F',
    credibility: graded ? credibility : '6',
  }
  end()
  return link
}

function kindOf({ schema, properties }: FtmEntity): NetworkKind | null {
  const kind = codesOf(networkKinds).find((one) => nodeShapes[one].schema === schema) ?? null
  return kind === 'phone' && properties['service']?.[0] !== 'telephone' ? null : kind
}

function tieOf({ schema, properties }: FtmEntity): NetworkTie | null {
  const fits = codesOf(networkTies).filter((tie) => tieShapes[tie].schema === schema)
  return (
    fits.find((tie) => tieShapes[tie].status === (properties['status']?.[0] ?? null)) ?? fits.at(-1) ?? null
  )
}

/** The lines of a file that hold an entity, each id once. */
function entitiesIn(text: string, tell: Telling): Placed[] {
  const known = new Set<string>()
  const lines = text.split('\n', ftmLimits.entities + 2)
  return lines.flatMap((line, at): Placed[] => {
    if (line.trim() === '') return []
    const entity = parseEntity(line)
    if (entity === null) tell('ftm.entity', at + 1)
    else if (known.has(entity.id)) tell('ftm.id-twice', at + 1)
    if (entity === null || known.has(entity.id)) return []
    known.add(entity.id)
    return [{ line: at + 1, entity }]
  })
}

/** More lines than may be read: whatever stands in them. */
function tooLong(text: string): boolean {
  return text.split('\n', ftmLimits.entities + 2).length > ftmLimits.entities + 1
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Reads FollowTheMoney entities, one a line. What has no place here is told, and nothing is guessed. `own` is for a file that this
 * node wrote: of all others nobody is more than of interest, whatever their sender calls them.
 */
export function readFtm(bytes: Uint8Array, { own = false }: { readonly own?: boolean } = {}): FtmReading {
  const problems: FtmProblem[] = []
  const counted = { stopping: 0, passing: 0 }
  const tell: Telling = (code, line, about = {}) => {
    const { weight } = ftmProblems[code]
    const counts = stops(weight) ? 'stopping' : 'passing'
    counted[counts] += 1
    if (counted[counts] <= ftmLimits.problems) problems.push({ code, weight, line, about })
  }
  const refused = (code: FtmProblemCode, about: FtmProblem['about'] = {}): FtmReading => {
    const { weight } = ftmProblems[code]
    return { nodes: [], links: [], problems: [{ code, weight, line: null, about }], told: 1, errors: 1 }
  }
  if (bytes.length > ftmLimits.fileBytes)
    return refused('ftm.too-large', { most: ftmLimits.fileBytes / (1024 * 1024) })
  const text = decoded(bytes)
  if (text === null) return refused('ftm.shape')
  const placed = entitiesIn(text, tell)
  if (placed.length === 0) return refused('ftm.shape')
  if (placed.length > ftmLimits.entities || tooLong(text))
    return refused('ftm.too-many', { most: ftmLimits.entities })
  const nodes = new Map<string, NetworkNode>()
  for (const one of placed) {
    const kind = kindOf(one.entity)
    if (kind !== null) nodes.set(one.entity.id, readNode(one, kind, own, tell))
    else if (tieOf(one.entity) === null) tell('ftm.schema', one.line, { schema: one.entity.schema })
  }
  const links = placed.flatMap((one) => {
    const tie = kindOf(one.entity) === null ? tieOf(one.entity) : null
    const link = tie === null ? null : readLink(one, tie, nodes, tell)
    return link === null ? [] : [link]
  })
  const { stopping, passing } = counted
  return { nodes: [...nodes.values()], links, problems, told: stopping + passing, errors: stopping }
}
