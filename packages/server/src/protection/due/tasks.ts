import type { CaseView } from '@setu/records/api'
import { parsePlainDate, type TaskKind } from '@setu/vocabulary'
import { sql } from 'kysely'
import { Problem, type Work, wrongField } from '../../platform/index.ts'
import { holdCase } from '../cases/case-store.ts'
import { happened } from '../cases/event-store.ts'
import type { CaseRef } from '../cases/record-store.ts'
import { promiseFor, settle } from './due-store.ts'
import { endOf } from './rules-in-force.ts'

interface NewTask {
  readonly id: string
  readonly kind: TaskKind
  readonly account: string | null
  readonly dueOn: string
}

/** Sets a task for a day that a person chose. */
export async function addTask(
  work: Work,
  file: CaseRef,
  task: NewTask,
): Promise<{ id: string; version: number }> {
  const held = await holdCase(work, file)
  const day = parsePlainDate(task.dueOn)
  if (day === null) throw wrongField('dueOn', 'not-a-day')
  await sql`
    insert into case_task (org_id, id, case_id, version, made_by, recorded_at, kind, account, due_on)
    values (${file.org}, ${task.id}, ${file.id}, 1, ${work.actor.account}, ${work.now.toISOString()}, ${task.kind},
      ${task.account}::uuid, ${day}::date)`.execute(work.db)
  const holder = { org: held.ownerOrg, unit: held.ownerUnit, account: task.account }
  await promiseFor(
    work,
    { org: file.org, caseId: file.id, about: task.id, kind: task.kind, holder },
    endOf(day),
  )
  await happened(work, file, { kind: 'taskSet', part: 'status', record: task.id, about: { kind: task.kind } })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: task.id })
  return { id: task.id, version: 1 }
}

/** Marks a task as done. */
export async function finishTask(
  work: Work,
  file: CaseRef,
  id: string,
  change: { base: number; doneOn: string },
): Promise<{ id: string; version: number }> {
  await holdCase(work, file)
  const { rows } = await sql<{ version: number; kind: TaskKind; doneOn: string | null }>`
    select version, kind, done_on as "doneOn" from case_task
    where org_id = ${file.org} and case_id = ${file.id} and id = ${id} for update`.execute(work.db)
  const [row] = rows
  if (!row) throw new Problem('not-found')
  if (row.version !== change.base)
    throw new Problem('stale', { current: { version: row.version, values: { doneOn: row.doneOn } } })
  await sql`update case_task set done_on = ${change.doneOn}::date, version = version + 1 where org_id = ${file.org} and id = ${id}`.execute(
    work.db,
  )
  await settle(work, id, [row.kind])
  await happened(work, file, {
    kind: row.kind === 'followUp' ? 'followedUp' : 'taskDone',
    part: 'status',
    on: change.doneOn,
    record: id,
    about: { kind: row.kind },
  })
  work.touched({ org: file.org, caseId: file.id, part: 'status', did: 'wrote', record: id })
  return { id, version: row.version + 1 }
}

export async function tasksOf(work: Work, file: CaseRef): Promise<CaseView['tasks']> {
  const { rows } = await sql<{
    id: string
    version: number
    kind: string
    account: string | null
    name: string | null
    dueOn: string
    doneOn: string | null
  }>`
    select t.id, t.version, t.kind, t.account, a.name, t.due_on as "dueOn", t.done_on as "doneOn"
    from case_task t left join account a on a.org_id = ${work.actor.org} and a.id = t.account
    where t.org_id = ${file.org} and t.case_id = ${file.id} order by t.done_on nulls first, t.due_on limit 100`.execute(
    work.db,
  )
  return rows.map(({ account, name, ...task }) => ({
    ...task,
    account: account === null || name === null ? null : { id: account, name },
  }))
}
