import { dayOf, type Work } from '../platform/index.ts'
import { addNetworkOffice, keepNode, keepTie, type NetworkRef, openNetwork } from '../prosecution/index.ts'
import type { Draws } from './draws.ts'
import type { Setting } from './past-emergency.ts'
import { benches } from './plan/criminal/benches.ts'
import type { CriminalStory } from './plan/criminal/story.ts'
import { hour } from './plan/moments.ts'

const desk = 'police.jashore'
/** As many people as a picture on a phone still names. */
const mostPeople = 14

/** Things that people of several cases have to do with. Nothing of them is real. */
const things = [
  { kind: 'company', names: ['Golden Egret Overseas (fictitious)'], number: 'RL-0000', within: null },
  { kind: 'place', names: ['Tea stall at the old ferry ghat (fictitious)'], number: null, within: 'Jashore' },
  { kind: 'vehicle', names: ['Blue trawler (fictitious)'], number: 'FICT-11', within: null },
  { kind: 'account', names: [], number: 'WALLET-0000-01 (fictitious)', within: 'Wallet' },
  { kind: 'phone', names: [], number: '+880 1700-000001 (fictitious)', within: null },
  { kind: 'phone', names: [], number: '+880 1700-000002 (fictitious)', within: null },
] as const

const ties = {
  company: 'worksFor',
  place: 'foundAt',
  vehicle: 'uses',
  account: 'uses',
  phone: 'uses',
} as const

type Tie = (typeof ties)[keyof typeof ties] | 'associate'

const grades = [
  { reliability: 'A', credibility: '1' },
  { reliability: 'B', credibility: '2' },
  { reliability: 'C', credibility: '3' },
  { reliability: 'E', credibility: '4' },
] as const

interface Someone {
  readonly node: string
  readonly accused: { readonly org: string; readonly case: string; readonly id: string }
  readonly name: string
}

/** Who is accused in the cases of one desk, the cases with most of them first. */
function peopleIn(org: string, stories: readonly CriminalStory[], today: string, draws: Draws): Someone[] {
  const accused = stories.map(({ id, acts }) =>
    acts.flatMap((act) =>
      act.act === 'accused' && act.on <= today && act.values.name !== undefined
        ? [{ accused: { org, case: id, id: act.id }, name: act.values.name }]
        : [],
    ),
  )
  return accused
    .toSorted((one, other) => other.length - one.length)
    .flat()
    .slice(0, mostPeople)
    .map((one) => ({ ...one, node: draws.id() }))
}

const nothingKnown = { within: null, number: null, sex: null, birthYear: null, country: 'BD' } as const

async function drawNetwork(
  work: Work,
  at: NetworkRef,
  people: readonly Someone[],
  draws: Draws,
): Promise<void> {
  const command = draws.id()
  for (const { node, accused, name } of people) {
    const known = { ...nothingKnown, names: [name], accused }
    await keepNode(work, at, { command, base: 0, id: node, kind: 'person', ...known })
  }
  const tie = async (from: string, to: string, of: Tie, told: number) => {
    const learnt = people[told % people.length]?.accused
    await keepTie(work, at, {
      command,
      base: 0,
      id: draws.id(),
      tie: of,
      from,
      to,
      role: null,
      since: null,
      until: null,
      paper: `GD ${100 + told}`,
      learnt: learnt === undefined ? null : { org: learnt.org, id: learnt.case },
      ...draws.pick(grades),
    })
  }
  // Two people of different cases who know each other are what a network is for.
  for (const [place, { node }] of people.entries()) {
    const next = people[(place + 1) % people.length]
    if (next !== undefined && next.node !== node && place % 3 !== 2)
      await tie(node, next.node, 'associate', place)
  }
  for (const thing of things) {
    const id = draws.id()
    const known = { ...nothingKnown, ...thing, names: [...thing.names], accused: null }
    await keepNode(work, at, { command, base: 0, id, ...known })
    for (const { node } of draws.some(people, 3))
      await tie(node, id, ties[thing.kind], draws.below(people.length))
  }
}

/** Three days ago the desk in Jashore drew who of its cases belongs to whom, and let the prosecution in. */
export async function tellPastNetworks(
  { troupe, directory, draws, now }: Omit<Setting, 'node'>,
  stories: readonly CriminalStory[],
): Promise<void> {
  const mine = stories.filter(({ unit }) => unit === desk)
  const { org, unit } = directory.unit(desk)
  const people = peopleIn(org, mine, dayOf(now), draws)
  const [first] = people
  if (first === undefined) return
  const at = { org, id: draws.id() }
  const command = draws.id()
  const when = new Date(now.getTime() - 72 * hour)
  await troupe.as(directory.focalOf(desk), when, 'networks.open', async (work) => {
    const name = 'The crossing at the old ghat (fictitious)'
    await openNetwork(work, { command, id: at.id, unit, name, case: { org, id: first.accused.case } })
    await drawNetwork(work, at, people, draws)
    const { unit: prosecution } = directory.unit(benches.khulna.prosecution)
    await addNetworkOffice(work, at, { command, id: draws.id(), unit: prosecution })
  })
}
