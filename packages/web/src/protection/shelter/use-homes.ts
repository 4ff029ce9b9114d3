import type { CaseView, ServiceView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Lists } from '../../forms/question-field.tsx'
import { useDoors } from '../../platform/doors.ts'
import { useLabels } from '../../words/use-labels.ts'

/** The homes of the directory by their ids; nothing is fetched where none is asked for. */
export function useHomes(asked: boolean): ReadonlyMap<string, ServiceView> {
  const { directory } = useDoors()
  const { data } = useQuery({
    queryKey: ['services', 'shelter', null, null],
    queryFn: () => directory.services({ service: 'shelter' }),
    enabled: asked,
  })
  return useMemo(() => new Map((data?.items ?? []).map((home) => [home.id, home])), [data])
}

const accepted: readonly string[] = ['accepted', 'serviceStarted']

/** The homes that a case can ask for a place: those of its own organisation, and those that accepted a referral. */
export function useHomeLinks(file: CaseView, asked: boolean): Lists['links'] {
  const { name } = useLabels()
  const homes = useHomes(asked)
  return useMemo(() => {
    if (!asked) return {}
    const named = new Set(
      file.referrals.filter(({ state }) => accepted.includes(state)).map(({ to }) => to.unit),
    )
    const reachable = [...homes.values()].filter(({ org, unit }) => org === file.org || named.has(unit.id))
    return { serviceOffer: reachable.map(({ id, unit }) => ({ value: id, label: name(unit.name) })) }
  }, [asked, file.org, file.referrals, homes, name])
}
