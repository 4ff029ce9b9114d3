import type { ReactNode } from 'react'
import { useNotices, useTold } from '../../platform/use-notices.ts'
import { useHeld } from '../../shell/asking.ts'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Page } from '../../shell/page.tsx'
import { Pending } from '../../shell/pending.tsx'
import { useWords } from '../../words/use-words.ts'
import { ToldRow } from './told-row.tsx'

/** Everything one was told, the latest first, each with the way to where it is dealt with. */
export function ToldScreen(): ReactNode {
  const say = useWords()
  const notices = useHeld(useNotices())
  useTold()
  if (notices === undefined) return <Pending />
  const inOrder = notices.toSorted((a, b) => b.made.localeCompare(a.made))
  return (
    <Page title={say('bar.notices')} above={[{ label: say('bar.my-day'), to: '/' }]}>
      <Card title={say('told.latest')}>
        {inOrder.length === 0 ? (
          <p className={lists['empty']}>{say('told.none')}</p>
        ) : (
          <ul className={lists['rows']}>
            {inOrder.map((notice) => (
              <ToldRow key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}
