import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDates } from '../../dates/use-dates.ts'
import { useDoors } from '../../platform/doors.ts'
import { useSignedIn } from '../../platform/use-session.ts'
import { Icon } from '../../shell/icons.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { queryOf } from './case-filter.ts'
import styles from './case-list-screen.module.css'
import { CaseRow } from './case-row.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LookUpDialog } from './look-up-dialog.tsx'
import { opensCases } from './opens-cases.ts'
import { SavedFilters } from './saved-filters.tsx'

/** The cases that someone may see, by a filter that reads as a sentence. */
export function CaseListScreen(): ReactNode {
  const say = useWords()
  const dates = useDates()
  const session = useSignedIn()
  const { cases } = useDoors()
  const search = useSearch({ from: '/inside/cases' })
  const navigate = useNavigate()
  const [lookingUp, setLookingUp] = useState(false)
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['cases', search],
    queryFn: ({ pageParam }) => cases.list(queryOf(search, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const found = data?.pages.flatMap(({ items }) => items)
  const [only] = found ?? []
  if (search.code !== undefined && found?.length === 1 && only) {
    return <Navigate to="/cases/$org/$id" params={{ org: only.org, id: only.id }} replace />
  }

  return (
    <Page
      title={say('cases.title')}
      acts={
        <>
          <Button
            variant="default"
            leftSection={<Icon name="search" size={18} />}
            onClick={() => setLookingUp(true)}
          >
            {say('look-up.title')}
          </Button>
          {opensCases(session) && (
            <LinkButton to="/cases/new" icon="add">
              {say('palette.new-case')}
            </LinkButton>
          )}
          {opensCases(session) && (
            <LinkButton to="/exchange" quiet>
              {say('cases.files')}
            </LinkButton>
          )}
          <LinkButton to="/emergency" quiet>
            {say('emergency.title')}
          </LinkButton>
        </>
      }
    >
      {lookingUp && <LookUpDialog onClose={() => setLookingUp(false)} />}
      <SavedFilters search={search} />
      <FilterBar
        search={search}
        onChange={(changes) => void navigate({ to: '/cases', search: { ...search, ...changes } })}
      />
      {found === undefined && <Pending />}
      {found !== undefined && (
        <div className={styles['found']}>
          <p role="status" className={lists['quiet']}>
            {say(hasNextPage ? 'cases.first' : 'cases.count', { count: found.length })}
          </p>
          {found.length === 0 ? (
            <div className={styles['empty']}>
              <p>
                {say(search.code === undefined ? 'cases.none' : 'cases.none-of-code', {
                  code: search.code ?? '',
                })}
              </p>
              <p className={lists['quiet']}>{say('cases.none-why')}</p>
            </div>
          ) : (
            <ul className={styles['cases']}>
              {found.map((file) => (
                <CaseRow key={file.id} file={file} today={dates.today} />
              ))}
            </ul>
          )}
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say('list.more')}
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}
