import type { CaseView, TextsView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { useDoors } from '../../platform/doors.ts'

/** Whoever works on a case or supervises it learns of its reminders by text. */
const learns: readonly string[] = ['own', 'supervise']

/** Reminders by text of a case; nothing for others, and nothing where none are sent and none were chosen. */
export function useTexts(file: CaseView): TextsView | null {
  const { texts: door } = useDoors()
  const { data } = useQuery({
    queryKey: ['case', file.org, file.id, 'texts'],
    queryFn: () => door.view(file),
    enabled: learns.includes(file.relation ?? ''),
  })
  if (data === undefined) return null
  return data.choice === null && data.hindrance === 'gatewayOff' ? null : data
}
