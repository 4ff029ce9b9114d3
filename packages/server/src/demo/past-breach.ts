import { sql } from 'kysely'
import { assessBreach, closeBreach, openBreach, readBreach, saidTold, takeStep } from '../protection/index.ts'
import type { Setting } from './past-emergency.ts'
import { hour } from './plan/moments.ts'

/** A month ago a phone was left in a bus; it was locked, came back, and was looked into to the end. One more waits. */
export async function tellPastBreach({ troupe, directory, draws, now }: Setting): Promise<void> {
  const [worker, guard] = [directory.person('asha'), directory.person('lubna')]
  const began = now.getTime() - 31 * 24 * hour
  const after = (hours: number): Date => new Date(began + hours * hour)
  const id = draws.id()
  const at = { org: worker.org, id }
  const codes: string[] = []
  await troupe.as(worker, after(0), 'cases.list', async (work) => {
    const { rows } = await sql<{ code: string }>`
      select k.code from case_assignment a join case_code k on k.org_id = a.org_id and k.case_id = a.case_id and k.holder_org = ${worker.org}
      where a.account_id = ${worker.account} and a.ended_at is null and a.conflict = 'none' order by k.code limit 2`.execute(
      work.db,
    )
    codes.push(...rows.map(({ code }) => code))
  })
  await troupe.as(worker, after(1), 'breaches.open', async (work) => {
    await openBreach(work, {
      command: id,
      id,
      what: 'lostDevice',
      noticedAt: after(0).toISOString(),
      happenedOn: after(0).toISOString().slice(0, 10),
      data: ['contact', 'protection'],
      codes,
      units: [],
      words: 'The office phone stayed on the bus. It is locked; the driver has been called.',
    })
  })
  await troupe.as(guard, after(3), 'breaches.takeStep', async (work) => {
    const step = { command: draws.id(), id: draws.id(), account: worker.account }
    await takeStep(work, at, { ...step, kind: 'endSessions', at: after(2).toISOString(), words: null })
  })
  await troupe.as(guard, after(8), 'breaches.takeStep', async (work) => {
    const step = { command: draws.id(), id: draws.id(), account: worker.account }
    const words = 'The driver kept it in his bag and gave it back the same afternoon.'
    await takeStep(work, at, { ...step, kind: 'askedBack', at: after(7).toISOString(), words })
  })
  await troupe.as(guard, after(20), 'breaches.assess', async (work) => {
    const words = 'Locked, back within seven hours, nobody had tried to open it.'
    const judged = {
      command: draws.id(),
      base: 1,
      risk: 'possible',
      reasons: ['sealed', 'backUnread'],
      words,
    } as const
    await assessBreach(work, at, { ...judged, reasons: [...judged.reasons], tellBy: null })
  })
  await troupe.as(guard, after(26), 'breaches.told', async (work) => {
    for (const { id: telling, version } of (await readBreach(work, at)).tellings) {
      const told = { command: draws.id(), base: version, at: null, words: null }
      await saidTold(work, at, telling, { ...told, notNeeded: 'noRisk' })
    }
  })
  await troupe.as(guard, after(50), 'breaches.close', async (work) => {
    const lessons =
      'Office phones travel in the zipped inner pocket, and every one of them locks after a minute.'
    await closeBreach(work, at, { command: draws.id(), base: 2, lessons })
  })
  await tellOpenBreach({ troupe, directory, draws, now })
}

/** Yesterday a letter went to the wrong office, and the data-protection officer has not judged it yet. */
async function tellOpenBreach({ troupe, directory, draws, now }: Omit<Setting, 'node'>): Promise<void> {
  const supervisor = directory.person('farida')
  const [noticed, said] = [new Date(now.getTime() - 5 * hour), new Date(now.getTime() - 4 * hour)]
  const id = draws.id()
  await troupe.as(supervisor, said, 'breaches.open', async (work) => {
    await openBreach(work, {
      command: id,
      id,
      what: 'sentWrong',
      noticedAt: noticed.toISOString(),
      happenedOn: null,
      data: ['facts'],
      codes: [],
      units: [],
      words: 'A letter about a meeting went to the wrong office. They called and are keeping it closed.',
    })
  })
}
