import { caseRecords } from '@setu/records'
import type { CaseView } from '@setu/records/api'
import { documentTypes } from '@setu/vocabulary'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Lists } from '../../forms/question-field.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useLabels } from '../../words/use-labels.ts'

/** The records that point to a paper of the case: a receipt, a letter. */
const withPapers = Object.values(caseRecords)
  .filter(({ fields }) =>
    Object.values(fields).some((field) => field.kind === 'link' && field.to === 'caseDocument'),
  )
  .map(({ name }): string => name)

/** The papers of a case, for a record that may point to one. Nothing is fetched for other records. */
export function usePaperLinks(file: CaseView, record: string): Lists['links'] {
  const { code } = useLabels()
  const { documents } = useDoors()
  const enabled = withPapers.includes(record)
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'documents'],
    queryFn: () => documents.list(file),
    enabled,
  })
  return useMemo(() => {
    if (!enabled) return {}
    return {
      caseDocument: (data?.items ?? []).map(({ id, kind, recorded }) => ({
        value: id,
        label: `${code(documentTypes, kind)} · ${recorded.slice(0, 10)}`,
      })),
    }
  }, [enabled, data, code])
}
