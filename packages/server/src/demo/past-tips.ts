import type { TipWrite } from '@setu/records/api'
import { handOnTip, layDownTipDesk, stepTip, writeTip } from '../protection/index.ts'
import type { DemoPerson } from './directory.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

type Told = Omit<TipWrite, 'id' | 'unit'>

const told: readonly (readonly [by: string, hoursAgo: number, tip: Told])[] = [
  [
    'border',
    31 * 24,
    {
      channel: 'border',
      subjects: ['crossing'],
      urgency: 'urgent',
      district: 'BD4041',
      words:
        'Three young women in a microbus near the second gate; one asked the tea seller where they were.',
      mentioned: ['A driver called Babu'],
      way: null,
    },
  ],
  [
    'committee',
    12 * 24,
    {
      channel: 'community',
      subjects: ['offeredWork'],
      urgency: 'standard',
      district: 'BD4041',
      words: 'A man at the market takes names for sewing work abroad and asks for no papers.',
      mentioned: [],
      way: 'Through the chair of the union committee',
    },
  ],
  [
    'mission',
    8 * 24,
    {
      channel: 'consulate',
      subjects: ['heldOrForced'],
      urgency: 'urgent',
      district: 'BD4087',
      words:
        'A caller says that his niece cannot leave the house where she works and that her passport is kept.',
      mentioned: ['The niece', 'The owner of the house'],
      way: null,
    },
  ],
  [
    'bina',
    15,
    {
      channel: 'hotline',
      subjects: ['missing', 'childAlone'],
      urgency: 'urgent',
      district: 'BD4041',
      words: 'A boy of about twelve sleeps at the bus stand. He says that he waits for an uncle.',
      mentioned: [],
      way: 'The tea stall opposite knows him',
    },
  ],
]

/** A month of tips: one closed, one handed on and looked at there, one looked at, and one from this morning. */
export async function tellPastTips({ troupe, directory, draws, now }: Omit<Setting, 'node'>): Promise<void> {
  const before = (hours: number): Date => new Date(now.getTime() - hours * hour)
  const [admin, looker] = [directory.person('kamal'), directory.person('asha')]
  const [here, there] = [directory.unit('kingfisher.jashore'), directory.unit('social.jashore')]
  const other = directory.person('salma')
  const lay = async (who: DemoPerson, unit: string, open: boolean, districts: string[]): Promise<void> =>
    troupe.as(who, before(70 * 24), 'tips.layDownDesk', async (work) => {
      await layDownTipDesk(work, { command: draws.id(), unit, open, districts })
    })
  await lay(admin, here.unit, true, [])
  await lay(directory.person('sharmin'), there.unit, false, [])
  const people: Readonly<Record<string, DemoPerson>> = {
    border: directory.focalOf('border.jashore'),
    committee: directory.focalOf('committee.jashore'),
    mission: directory.focalOf('mission.kolkata'),
    bina: directory.person('bina'),
  }
  const ids: string[] = []
  for (const [by, hoursAgo, tip] of told) {
    const who = people[by]
    if (who === undefined) throw new TypeError(`nobody called ${by}`)
    const id = draws.id()
    ids.push(id)
    await troupe.as(who, before(hoursAgo), 'tips.write', async (work) => {
      await writeTip(work, { id, unit: here.unit, ...tip })
    })
  }
  const at = (place: number) => ({ org: here.org, id: ids[place] ?? '' })
  const look = (who: DemoPerson, place: number, hoursAgo: number, base: number) =>
    troupe.as(who, before(hoursAgo), 'tips.step', async (work) => {
      await stepTip(work, at(place), { command: draws.id(), base, to: 'triaged' })
    })
  await look(looker, 0, 31 * 24 - 5, 1)
  await troupe.as(looker, before(29 * 24), 'tips.step', async (work) => {
    await stepTip(work, at(0), { command: draws.id(), base: 2, to: 'closed', closing: 'otherHelp' })
  })
  await look(looker, 1, 12 * 24 - 3, 1)
  await look(looker, 2, 8 * 24 - 2, 1)
  await troupe.as(looker, before(8 * 24 - 3), 'tips.handOn', async (work) => {
    await handOnTip(work, at(2), { command: draws.id(), base: 2, unit: there.unit })
  })
  await look(other, 2, 7 * 24, 3)
}
