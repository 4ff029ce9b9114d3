import pg from 'pg'
import { seedRules } from '../../packages/server/src/commands/seed-rules.ts'
import { dayOf, inTransaction } from '../../packages/server/src/platform/index.ts'
import { basisOn } from '../../packages/server/src/prosecution/alerts/plan-basis.ts'
import { prosecutionWorks } from '../../packages/server/src/prosecution/index.ts'

/**
 * Gives what is due of a whole country, and then as much again by bare statements: marked as given, and each office told.
 *
 * @param {import('./country.mjs').Made} made
 * @returns {Promise<string>}
 */
export async function sweepCountry({ node, ownerUrl }) {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const counted = async () =>
    Number(
      (await owner.query('select count(*) as many from criminal_alert where given_at is not null')).rows[0]
        .many,
    )
  try {
    // What waits was reckoned by the laws and calendars of today: nothing is reckoned anew.
    await seedRules(node.engine)
    const basis = await inTransaction(node.engine, { role: 'setu_clock', readOnly: true }, (db) =>
      basisOn(db, dayOf(node.clock())),
    )
    await owner.query(
      'insert into criminal_plan (org_id, case_id, stale, basis) select org_id, id, false, $1 from criminal_case',
      [basis.nameFor('BD')],
    )
    const ours = await timed(
      async () => void (await prosecutionWorks(node.engine, node.clock)['criminal-alerts']?.()),
    )
    const given = await counted()
    const bare = await timed(async () => {
      await owner.query('begin')
      await owner.query(`with marked as (update criminal_alert set given_at = now(), escalates_on = current_date + answer_within
          where given_at is null and due_on <= current_date + 1 returning org_id, id, case_id, tasks)
        insert into criminal_alert_told (org_id, alert_id, office_id, escalated, case_id, at)
        select m.org_id, m.id, o.id, false, m.case_id, now() from marked m
          join criminal_office o on o.org_id = m.org_id and o.case_id = m.case_id and o.until_on is null and o.task = any (m.tasks)`)
      await owner.query('commit')
    })
    const times = (ours / bare) * (((await counted()) - given) / given)
    return `Alerts of a day: ${given} given to two offices each in ${ours.toFixed(1)} s; bare statements for as many ${bare.toFixed(1)} s, ratio ${times.toFixed(1)}.`
  } finally {
    await owner.end()
  }
}

/** @param {() => Promise<void>} run */
async function timed(run) {
  const begun = performance.now()
  await run()
  return (performance.now() - begun) / 1000
}
