import { randomUUID } from 'node:crypto'
import { keepNode } from '../src/prosecution/networks/keep-node.ts'
import { keepTie } from '../src/prosecution/networks/keep-tie.ts'
import { addNetworkOffice } from '../src/prosecution/networks/network-offices.ts'
import { openNetwork } from '../src/prosecution/networks/open-network.ts'
import type { CriminalGiven } from './criminal-calls.ts'
import type { WideWorld } from './wide-world.ts'

const fresh = randomUUID

/** What of a network an address can name. It is the police's, as the criminal case is. */
export interface NetworkGiven {
  readonly network: string
  /** Somebody in it, a phone, and the tie between them. */
  readonly networkNode: string
  readonly networkThing: string
  readonly networkTie: string
  /** The prosecution's place in it. */
  readonly networkOffice: string
}

export const noNetwork = (): NetworkGiven => ({
  network: fresh(),
  networkNode: fresh(),
  networkThing: fresh(),
  networkTie: fresh(),
  networkOffice: fresh(),
})

/** A person of whom nothing more is known than what they are called. */
export const aPerson = {
  base: 0,
  kind: 'person',
  names: ['Somebody'],
  number: null,
  within: null,
  sex: 'male',
  birthYear: 1984,
  country: 'BD',
  accused: null,
} as const

export const aThing = { ...aPerson, sex: null, birthYear: null } as const

export const aTie = {
  base: 0,
  role: null,
  since: '2025-02-01',
  until: null,
  reliability: 'B',
  credibility: '2',
  paper: 'GD 12',
  learnt: null,
} as const

/** What everything in a file of entities is called. */
export function namesIn({ text }: { readonly text: string }): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line): string[] => JSON.parse(line).properties.name ?? [])
    .toSorted()
}

/** A network of the police with an accused and a phone, into which the prosecution was let. */
export async function heldNetwork(
  { people: { inspector, prosecutor } }: WideWorld,
  { criminal, accused }: Pick<CriminalGiven, 'criminal' | 'accused'>,
  canary: string,
): Promise<NetworkGiven> {
  const held = noNetwork()
  const { org, unit } = inspector
  const [at, file, command] = [{ org, id: held.network }, { org, id: criminal }, fresh()]
  await inspector.as(async (work) => {
    await openNetwork(work, { command, id: held.network, unit, name: 'On the river', case: file })
    await keepNode(work, at, {
      ...aPerson,
      command,
      id: held.networkNode,
      names: [`${canary}-node`],
      accused: { org, case: criminal, id: accused },
    })
    await keepNode(work, at, {
      ...aThing,
      command,
      id: held.networkThing,
      kind: 'phone',
      names: [],
      number: `${canary}-number`,
    })
    await keepTie(work, at, {
      ...aTie,
      command,
      id: held.networkTie,
      tie: 'uses',
      from: held.networkNode,
      to: held.networkThing,
      role: `${canary}-role`,
      learnt: file,
    })
    await addNetworkOffice(work, at, { command, id: held.networkOffice, unit: prosecutor.unit })
  })
  return held
}

type Given = CriminalGiven & NetworkGiven

const ofNetwork = { org: 'criminalOrg', id: 'network' } as const
const forCase = ({ criminalOrg, criminal }: CriminalGiven) => `caseOrg=${criminalOrg}&case=${criminal}`

/** Requests about networks. */
export const networkCalls = {
  'networks.list': {},
  'networks.open': {
    body: ({ unit, criminalOrg, criminal }: Given & { readonly unit: string }) => ({
      id: fresh(),
      unit,
      name: 'A network',
      case: { org: criminalOrg, id: criminal },
    }),
  },
  'networks.read': { ...ofNetwork, query: (about: Given) => `?${forCase(about)}` },
  'networks.history': { ...ofNetwork, query: (about: Given) => `?${forCase(about)}` },
  'networks.keepNode': {
    ...ofNetwork,
    body: ({ networkNode }: Given) => ({ ...aPerson, base: 1, id: networkNode }),
  },
  'networks.holdNode': {
    ...ofNetwork,
    body: ({ networkNode }: Given) => ({ node: networkNode, held: true }),
  },
  'networks.keepTie': {
    ...ofNetwork,
    body: ({ networkTie, networkNode, networkThing }: Given) => ({
      ...aTie,
      base: 1,
      id: networkTie,
      tie: 'uses',
      from: networkNode,
      to: networkThing,
    }),
  },
  'networks.addOffice': {
    ...ofNetwork,
    body: ({ unit }: { readonly unit: string }) => ({ id: fresh(), unit }),
  },
  'networks.endOffice': {
    ...ofNetwork,
    body: ({ networkOffice }: Given) => ({ office: networkOffice }),
  },
  'networks.removeTie': { ...ofNetwork, body: ({ networkTie }: Given) => ({ base: 1, id: networkTie }) },
  'networks.removeNode': { ...ofNetwork, body: ({ networkNode }: Given) => ({ base: 1, id: networkNode }) },
  'exchange.previewNetwork': {
    query: ({ criminalOrg, network }: Given) => `?org=${criminalOrg}&id=${network}`,
    body: () => Buffer.from('{"id":"p1","schema":"Person","properties":{"name":["Somebody"]}}\n'),
  },
  'exchange.importNetwork': { body: () => ({ preview: fresh() }) },
  'exchange.exportNetwork': {
    query: (about: Given) => `?org=${about.criminalOrg}&id=${about.network}&${forCase(about)}&reach=own`,
  },
} as const
