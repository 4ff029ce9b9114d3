import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useDoors } from '../../platform/doors.ts'
import { keptFresh, useHeld } from '../../shell/asking.ts'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { ReferralCard } from './referral-card.tsx'
import styles from './referrals.module.css'
import { TransferDialog } from './transfer-dialog.tsx'

/** What others ask of us, and what we ask of others, each with the time that is left. */
export function ReferralsScreen(): ReactNode {
  const say = useWords()
  const { referrals } = useDoors()
  const { box = 'in', all = false } = useSearch({ from: '/inside/referrals' })
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['referrals', box, all],
    queryFn: ({ pageParam }) => referrals.box(box, !all, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    ...keptFresh,
  })
  const found = useHeld(data)?.pages.flatMap(({ items }) => items)
  const out = box === 'out' ? ({ box } as const) : {}
  return (
    <Page title={say('referrals.title')}>
      <nav className={styles['tabs']} aria-label={say('referrals.title')}>
        <Link
          to="/referrals"
          search={{}}
          className={styles['tab']}
          activeProps={{ 'aria-current': box === 'in' ? 'page' : undefined }}
        >
          {say('referrals.in')}
        </Link>
        <Link
          to="/referrals"
          search={{ box: 'out' }}
          className={styles['tab']}
          activeProps={{ 'aria-current': box === 'out' ? 'page' : undefined }}
        >
          {say('referrals.out')}
        </Link>
        <Link to="/referrals" search={all ? out : { ...out, all: true }}>
          {say(all ? 'referrals.open-only' : 'referrals.show-all')}
        </Link>
      </nav>
      {box === 'in' && <Transfers />}
      {found === undefined && <Pending />}
      {found?.length === 0 && (
        <p className={lists['empty']}>{say(box === 'in' ? 'referrals.none-in' : 'referrals.none-out')}</p>
      )}
      <ul className={styles['list']}>
        {found?.map((referral) => (
          <ReferralCard key={referral.id} referral={referral} />
        ))}
      </ul>
      {hasNextPage && (
        <Button mt="md" variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('list.more')}
        </Button>
      )}
    </Page>
  )
}

/** Whole cases that another organisation wants to hand over to us. */
function Transfers(): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const { referrals } = useDoors()
  const { data: fetched } = useQuery({
    queryKey: ['transfers'],
    queryFn: referrals.transfers,
    throwOnError: false,
    ...keptFresh,
  })
  const data = useHeld(fetched)
  const [answering, setAnswering] = useState<string | null>(null)
  const offered = data?.items ?? []
  const chosen = offered.find(({ id }) => id === answering)
  if (offered.length === 0) return null
  return (
    <section className={styles['handovers']} aria-label={say('transfers.title')}>
      <ul className={styles['list']}>
        {offered.map((transfer) => (
          <li key={transfer.id} className={styles['referral']}>
            <div className={styles['head']}>
              <h2 className={styles['title']}>
                {say('waiting.transfer')} · <span className={lists['code']}>{transfer.code}</span>
              </h2>
            </div>
            <p>{say('referral.from', { who: name(transfer.from.name) })}</p>
            <div className={lists['acts']}>
              <Button onClick={() => setAnswering(transfer.id)}>{say('waiting.answer')}</Button>
            </div>
          </li>
        ))}
      </ul>
      {chosen && <TransferDialog transfer={chosen} onClose={() => setAnswering(null)} />}
    </section>
  )
}
