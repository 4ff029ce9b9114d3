import { openSession } from '../../packages/server/src/platform/index.ts'
import { loggedOn } from '../database/bare.mjs'
import { turns } from '../database/tasks.mjs'

/**
 * What offices of a country ask of its criminal cases, each beside the bare statements for the same rows.
 *
 * @typedef {import('./people.mjs').Seat} Seat
 * @typedef {import('../database/measure.mjs').Ask} Ask
 * @typedef {{ name: string, requests: number, setu: Ask, bare: Ask }} Task
 */

const bareList = `
  with page as (select c.* from criminal_case c join criminal_office o on o.org_id = c.org_id and o.case_id = c.id
      and o.unit_id = $1 and o.until_on is null
    order by c.reported_on desc, c.id desc limit 51)
  select c.*, k.name_en, k.name_bn, h.next_on, h.last_on from page c left join court k on k.id = c.court_id
  left join lateral (select min(held_on) filter (where standing = 'set' and held_on >= current_date) as next_on,
      max(held_on) filter (where standing <> 'set') as last_on
    from hearing h where h.org_id = c.org_id and h.case_id = c.id) h on true
  order by c.reported_on desc, c.id desc`

const bareStandings = `
  with page as (select c.* from criminal_case c join criminal_office o on o.org_id = c.org_id and o.case_id = c.id
      and o.unit_id = $1 and o.until_on is null
    order by c.reported_on desc, c.id desc limit 51)
  select f.case_id, f.accused_id, f.stage, f.outcome from page c join accused_offence f on f.org_id = c.org_id and f.case_id = c.id`

const bareCauses = `
  select c.org_id, c.id, c.code, c.station_number, c.tribunal_number, h.id as hearing, k.name_en, k.name_bn, h.purpose, h.standing, h.why,
    (select count(*) from hearing p where p.org_id = h.org_id and p.case_id = h.case_id and p.standing = 'adjourned' and p.held_on < h.held_on
      and p.held_on > coalesce((select max(q.held_on) from hearing q where q.org_id = h.org_id and q.case_id = h.case_id
        and q.standing = 'held' and q.held_on < h.held_on), '-infinity'))
  from hearing h join criminal_office o on o.org_id = h.org_id and o.case_id = h.case_id and o.unit_id = $1 and o.until_on is null
  join criminal_case c on c.org_id = h.org_id and c.id = h.case_id join court k on k.id = h.court_id
  where h.held_on = $2 order by k.name_en, c.tribunal_number, c.code, h.id limit 1000`

const bareCounts = `
  select stage, outcome, count(distinct f.case_id), count(distinct f.accused_id) from accused_offence f
  join criminal_office o on o.org_id = f.org_id and o.case_id = f.case_id and o.unit_id = $1 and o.until_on is null
  group by stage, outcome`

/**
 * @param {import('./country.mjs').Made} made
 * @param {import('../database/client.mjs').Client} client
 * @returns {Promise<{ tasks: Task[], close: () => Promise<void> }>}
 */
export async function criminalTasks({ node, keys, bareUrl, country }, client) {
  /** @param {Seat} seat */
  const signedIn = async (seat) => ({
    ...seat,
    cookie: await openSession(node, {
      org: seat.org,
      account: seat.account,
      device: 'bench',
      memberKey: keys.get(seat.account),
    }),
  })
  const prosecutors = await Promise.all(country.prosecution.slice(0, 16).map(signedIn))
  const benches = await Promise.all(country.court.slice(0, 16).map(signedIn))
  const cell = await signedIn(country.cell)
  const { logged, close } = loggedOn(bareUrl)
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

  /**
   * @param {string} name
   * @param {readonly (Seat & { cookie: string })[]} seats
   * @param {{ path: string, bare: readonly string[], more?: readonly string[], requests: number }} asked
   * @returns {Task}
   */
  const task = (name, seats, { path, bare, more = [], requests }) => {
    const [ours, theirs] = [turns(seats), turns(seats)]
    return {
      name,
      requests,
      setu: async () => void (await client.ask('GET', path, ours().cookie)),
      bare: () => {
        const seat = theirs()
        return logged(
          seat,
          name,
          bare.map((text) => [text, [seat.unit, ...more]]),
        )
      },
    }
  }
  const list = { path: '/criminal-cases', bare: [bareList, bareStandings] }
  const causes = { path: `/cause-list?on=${inAWeek}`, bare: [bareCauses], more: [inAWeek] }
  const counts = { path: '/criminal-counts', bare: [bareCounts] }
  const tasks = [
    task('cases of a prosecutor', prosecutors, { ...list, requests: 100 }),
    task('cases of the cell', [cell], { ...list, requests: 20 }),
    task('cause list of a bench', benches, { ...causes, requests: 100 }),
    task('cause list of the cell', [cell], { ...causes, requests: 20 }),
    task('counts of a prosecutor', prosecutors, { ...counts, requests: 100 }),
    task('counts of the cell', [cell], { ...counts, requests: 8 }),
  ]
  return { tasks, close }
}
