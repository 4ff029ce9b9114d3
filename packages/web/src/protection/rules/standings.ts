import type { AccessRules } from '@setu/records/api'

type Rule = AccessRules['items'][number]

/** What somebody is to a case, and the rows of the table that are for them. */
export interface Standing {
  readonly relation: string
  readonly work: string
  readonly rows: readonly Rule[]
}

const order = [
  'own',
  'supervise',
  'office',
  'offered',
  'named',
  'emergency',
  'dataProtection',
  'technicalAdministrator',
  'stranger',
]
const works = ['', 'care', 'legal', 'police', 'livelihood', 'return', 'none']

/** Standings that the table does not name: nothing of a case is theirs. */
const withoutRows: readonly Standing[] = ['office', 'offered', 'technicalAdministrator', 'stranger'].map(
  (relation) => ({ relation, work: '', rows: [] }),
)

/** The table by who reads it: those nearest to a case first, strangers last. */
export function standingsIn({ items }: Pick<AccessRules, 'items'>): readonly Standing[] {
  const told = [...Map.groupBy(items, ({ relation, work }) => `${relation}|${work}`).values()].flatMap(
    (rows) => {
      const [first] = rows
      return first ? [{ relation: first.relation, work: first.work, rows }] : []
    },
  )
  const untold = withoutRows.filter(({ relation }) => !told.some((one) => one.relation === relation))
  const place = ({ relation, work }: Standing) => order.indexOf(relation) * works.length + works.indexOf(work)
  return [...told, ...untold].toSorted((a, b) => place(a) - place(b))
}
