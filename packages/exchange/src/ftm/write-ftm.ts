import type { Network, NetworkLink, NetworkNode } from '@setu/vocabulary'
import { type FtmEntity, nodeShapes, tieShapes } from './ftm-shape.ts'

/** What stands beside everybody who was not convicted for good, in the file as on the screen. */
export const presumption =
  'Presumed innocent. Not proof of guilt. Not to be used to refuse work, services or a journey.'

type Properties = Record<string, readonly string[]>

/** Only what is known is written: a property without a value is not there. */
function filled(
  properties: Readonly<Record<string, string | number | null | readonly string[]>>,
): Properties {
  const entries = Object.entries(properties).flatMap(([name, value]): [string, readonly string[]][] => {
    const values = (Array.isArray(value) ? value : [value]).flatMap((one: string | number | null) =>
      one === null ? [] : [String(one)],
    )
    return values.length === 0 ? [] : [[name, values]]
  })
  return Object.fromEntries(entries)
}

function nodeEntity({
  id,
  kind,
  names,
  standing,
  sex,
  birthYear,
  country,
  number,
  within,
}: NetworkNode): FtmEntity {
  const shape = nodeShapes[kind]
  const [name, ...others] = names
  const guilty = standing === 'convicted'
  return {
    id,
    schema: shape.schema,
    properties: filled({
      ...shape.fixed,
      name: name ?? number ?? id,
      alias: others,
      ...(kind === 'place' ? { full: name ?? null } : {}),
      // A phone without a number would be refused by whoever reads it strictly.
      ...(shape.number === null
        ? {}
        : { [shape.number]: number ?? (kind === 'phone' ? (name ?? id) : null) }),
      ...(shape.within === null ? {} : { [shape.within]: within }),
      [shape.country]: country === null ? null : country.toLowerCase(),
      gender: sex,
      birthDate: birthYear,
      keywords: standing,
      // A court has the last word: until it has spoken, nobody is marked with a crime.
      topics: standing === null ? null : guilty ? 'crime.traffick.human' : 'poi',
      notes: standing === null || guilty ? null : presumption,
    }),
  }
}

function linkEntity(link: NetworkLink): FtmEntity {
  const { id, tie, from, to, role, since, until, reliability, credibility } = link
  const shape = tieShapes[tie]
  return {
    id,
    schema: shape.schema,
    properties: filled({
      [shape.from]: from,
      [shape.to]: to,
      ...(shape.role === null ? {} : { [shape.role]: role }),
      status: shape.status,
      startDate: since,
      endDate: until,
      summary: `${reliability}${credibility}`,
    }),
  }
}

/** A network as FollowTheMoney entities, one a line: what analysts' tools of many countries read. */
export function* ftmLines({ nodes, links }: Network): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder()
  for (const node of nodes) yield encoder.encode(`${JSON.stringify(nodeEntity(node))}\n`)
  for (const link of links) yield encoder.encode(`${JSON.stringify(linkEntity(link))}\n`)
}
