import { sql } from 'kysely'
import { Problem, type Work } from '../../platform/index.ts'

interface File {
  readonly org: string
  readonly id: string
}

/** How this person stands to a case. */
export async function relationTo(work: Work, file: File): Promise<string> {
  const { rows } = await sql<{ relation: string }>`
    select case_relation(${file.org}::uuid, ${file.id}::uuid) as relation`.execute(work.db)
  return rows[0]?.relation ?? 'stranger'
}

const answering: readonly string[] = ['own', 'supervise', 'dataProtection']

/** The same, for those who work a case, answer for it or guard its data; of any other case nobody is told that it is there. */
export async function needAnswering(work: Work, file: File): Promise<string> {
  const relation = await relationTo(work, file)
  if (!answering.includes(relation)) throw new Problem('not-found')
  return relation
}
