import { isCode, type Role, roles, type Words } from '@setu/vocabulary'
import { sql } from 'kysely'
import { insertOffer, keepSiteAddress, setUp } from '../directory/index.ts'
import { countRows, type Db, inTransaction, type Node } from '../platform/index.ts'
import { addLine, type Sending } from '../protection/index.ts'
import { type DemoDirectory, entryNames } from './directory.ts'
import { type Draws, drawsFrom } from './draws.ts'
import { tellPastAlerts } from './past-alerts.ts'
import { tellPastAssistance } from './past-assistance.ts'
import { tellPastBreach } from './past-breach.ts'
import { tellPastBridges } from './past-bridges.ts'
import { tellPastComplaints } from './past-complaints.ts'
import { tellPastCourtLinks } from './past-court-links.ts'
import { tellPastCriminalCases } from './past-criminal-cases.ts'
import { tellPastEmergency } from './past-emergency.ts'
import { tellPastFigures } from './past-figures.ts'
import { tellPastIdentifications } from './past-identifications.ts'
import { tellPastLaws } from './past-laws.ts'
import { tellPastNetworks } from './past-networks.ts'
import { tellPastRetention } from './past-retention.ts'
import { tellPastReviews } from './past-reviews.ts'
import { tellPastScreenings } from './past-screenings.ts'
import { tellPastStays } from './past-stays.ts'
import { tellPastTexts } from './past-texts.ts'
import { tellPastTips } from './past-tips.ts'
import { tellPastWindows } from './past-windows.ts'
import { planCriminalCases } from './plan/criminal/plan-criminal-cases.ts'
import { lineId, lineSeeds } from './plan/lines.ts'
import { hour } from './plan/moments.ts'
import { planProgramme, seed } from './plan-programme.ts'
import { offerSeeds, siteAddresses } from './services-table.ts'
import { type Troupe, tellStory, troupeOn } from './tell-stories.ts'

/** Someone of the demonstration as whom a newcomer may come in by a link. */
export interface DemoEntry {
  readonly role: Role
  readonly name: string
  readonly post: Words
  readonly organisation: Words
  readonly org: string
  readonly account: string
}

/** How much of the demonstration is loaded, and who is told how far it has come. */
export interface DemoOptions {
  /** The small one holds the cases around one caseworker that a newcomer meets first. */
  readonly size?: 'full' | 'small'
  readonly progress?: (told: number, of: number) => void
  /** With what reminders go out; none are told of where it is not there. */
  readonly sending?: Sending
}

/** The services there are; answers the shelters among them. */
async function fillServices(db: Db, directory: DemoDirectory, draws: Draws): Promise<Map<string, string>> {
  const shelters = new Map<string, string>()
  for (const { unit: key, service, takes, districts, places, free } of offerSeeds) {
    const { org, unit } = directory.unit(key)
    const id = draws.id()
    if (service === 'shelter') shelters.set(key, id)
    const given = {
      command: id,
      id,
      unit,
      service,
      takes: [...takes],
      districts: [...districts],
      places,
      free,
    }
    await insertOffer(db, org, given)
  }
  return shelters
}

async function sealAddresses(
  troupe: Troupe,
  directory: DemoDirectory,
  shelters: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  for (const [key, address] of siteAddresses) {
    const { org } = directory.unit(key)
    const id = shelters.get(key)
    if (id === undefined) throw new TypeError(`no shelter in ${key}`)
    await troupe.as(directory.focalOf(key), at, 'keepSiteAddress', async (work) => {
      await keepSiteAddress(work, { org, id }, address)
    })
  }
}

/** Every organisation that cares for somebody pays from the same three lines. */
async function addLines(
  troupe: Troupe,
  directory: DemoDirectory,
  units: ReadonlyMap<string, string>,
  at: Date,
): Promise<void> {
  for (const [org, unit] of units)
    await troupe.as(directory.supervisorOf(unit), at, 'money.addLine', async (work) => {
      for (const line of lineSeeds) await addLine(work, { id: lineId(org, line.code), ...line })
    })
}

async function markAsDemo(node: Node): Promise<void> {
  await inTransaction(node.engine, { role: 'setu_setup' }, (db) =>
    sql`insert into node_fact (name, value) values ('demo', 'true'::jsonb)
      on conflict (name) do update set value = excluded.value`.execute(db),
  )
}

/**
 * Fills an empty, migrated embedded database with the demonstration: a programme of three years, whose people do
 * nothing but what anyone could do, each at the moment when they did it.
 */
export async function loadDemo(
  node: Node,
  { size = 'full', progress, sending }: DemoOptions = {},
): Promise<void> {
  if (node.engine.tellTime === undefined)
    throw new TypeError('the demonstration is told on the embedded database')
  const now = node.clock()
  const { directory, stories } = planProgramme(now, size)
  const criminal = planCriminalCases(now, size)
  const all = stories.length + criminal.length
  await markAsDemo(node)
  let shelters: ReadonlyMap<string, string> = new Map()
  // Whoever is there from the beginning was there before the first case, and when the last quarter ended.
  const first = Math.min(...stories.flatMap(({ turns }) => turns[0]?.at.getTime() ?? []))
  const began = new Date(Math.min(first, now.getTime() - 100 * 24 * hour) - 24 * hour)
  node.engine.tellTime(began)
  await setUp(node, directory.beginning, async (db) => {
    shelters = await fillServices(db, directory, drawsFrom(seed).stream('services'))
  })
  const troupe = troupeOn(node)
  try {
    await sealAddresses(troupe, directory, shelters, began)
    await addLines(troupe, directory, new Map(stories.map(({ org, unit }) => [org, unit])), began)
    for (const [place, story] of stories.entries()) {
      if ([6, 30, 120].includes(place)) await countRows(node.engine)
      await tellStory(node, troupe, story)
      progress?.(place + 1, all)
    }
    const setting = { node, troupe, directory, now }
    await tellPastCriminalCases({ ...setting, began }, criminal, (told) =>
      progress?.(stories.length + told, all),
    )
    await tellPastAlerts({ ...setting, draws: drawsFrom(seed).stream('alerts') })
    await tellPastNetworks({ ...setting, draws: drawsFrom(seed).stream('networks') }, criminal)
    await tellPastAssistance({ ...setting, draws: drawsFrom(seed).stream('assistance') }, criminal)
    await tellPastCourtLinks({ ...setting, draws: drawsFrom(seed).stream('court links') }, criminal)
    await tellPastEmergency({ ...setting, draws: drawsFrom(seed).stream('emergency') })
    await tellPastBreach({ ...setting, draws: drawsFrom(seed).stream('breach') })
    await tellPastComplaints({ ...setting, draws: drawsFrom(seed).stream('complaint') })
    await tellPastTips({ ...setting, draws: drawsFrom(seed).stream('tips') })
    await tellPastScreenings({ ...setting, draws: drawsFrom(seed).stream('screenings') })
    await tellPastIdentifications({ ...setting, draws: drawsFrom(seed).stream('identifications') })
    await tellPastStays({ ...setting, draws: drawsFrom(seed).stream('stays') }, shelters)
    await tellPastRetention({ ...setting, draws: drawsFrom(seed).stream('retention') })
    await tellPastReviews({ ...setting, draws: drawsFrom(seed).stream('review') })
    await tellPastWindows({ ...setting, draws: drawsFrom(seed).stream('windows') })
    if (sending) await tellPastTexts({ ...setting, draws: drawsFrom(seed).stream('texts') }, sending)
    await tellPastBridges({ ...setting, draws: drawsFrom(seed).stream('bridges') })
    await tellPastFigures({ ...setting, draws: drawsFrom(seed).stream('figures') })
    await tellPastLaws({ ...setting, draws: drawsFrom(seed).stream('laws') })
    await troupe.goHome(now)
  } finally {
    node.engine.tellTime(null)
  }
  await countRows(node.engine)
}

interface Row {
  readonly signInName: string
  readonly name: string
  readonly post: Words
  readonly organisation: Words
  readonly org: string
  readonly account: string
}

/** One person for each role, and some more of other agencies, as whom a newcomer may come in. */
export async function demoEntries(node: Node): Promise<readonly DemoEntry[]> {
  // Who there is, is read as a backup reads it: only the embedded database lets a node do so.
  const rows = await inTransaction(node.engine, { role: 'setu_backup', readOnly: true }, async (db) => {
    const found = await sql<Row>`
      select a.sign_in_name as "signInName", a.name, json_build_object('en', a.post_en, 'bn', a.post_bn) as post,
        json_build_object('en', o.name_en, 'bn', o.name_bn) as organisation, a.org_id as org, a.id as account
      from account a join organisation o on o.id = a.org_id
      where a.disabled_at is null and a.sign_in_name = any (${entryNames.map(([name]) => name)}::text[])`.execute(
      db,
    )
    return found.rows
  })
  return entryNames.flatMap(([name, role]) =>
    rows
      .filter(({ signInName }) => signInName === name && isCode(roles, role))
      .map(({ signInName: _name, ...row }) => ({ role, ...row })),
  )
}
