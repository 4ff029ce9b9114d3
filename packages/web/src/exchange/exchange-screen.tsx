import type { ReactNode } from 'react'
import { useDoors } from '../platform/doors.ts'
import { Card } from '../shell/card.tsx'
import { FileLink } from '../shell/file-link.tsx'
import { LinkButton } from '../shell/link-button.tsx'
import lists from '../shell/lists.module.css'
import { Page } from '../shell/page.tsx'
import { useWords } from '../words/use-words.ts'
import styles from './exchange-screen.module.css'
import { ImportCard } from './import-card.tsx'
import { readAs } from './read-as.ts'

/** Cases in and out, as files of the HTCDS standard. */
export function ExchangeScreen(): ReactNode {
  const say = useWords()
  const { exchange } = useDoors()
  return (
    <Page title={say('exchange.title')} above={[{ label: say('bar.cases'), to: '/cases' }]}>
      <div className={lists['stack']}>
        <ImportCard
          what={say('exchange.import-what')}
          accept=".xlsx,.csv"
          look={(file, decisions) => exchange.preview(file, readAs(decisions))}
        />
        <Card title={say('exchange.export')}>
          <p>{say('exchange.export-what')}</p>
          <p className={lists['quiet']}>{say('exchange.export-care')}</p>
          <div className={styles['acts']}>
            <FileLink to={exchange.exportAddress('xlsx')}>{say('exchange.as-excel')}</FileLink>
            <FileLink to={exchange.exportAddress('csv')}>{say('exchange.as-csv')}</FileLink>
          </div>
        </Card>
        <Card title={say('bridge.title')}>
          <p>{say('bridge.what')}</p>
          <div className={styles['acts']}>
            <LinkButton to="/bridges/$system" params={{ system: 'platform' }}>
              {say('bridge.platform')}
            </LinkButton>
            <LinkButton to="/bridges/$system" params={{ system: 'primero' }}>
              {say('bridge.primero')}
            </LinkButton>
          </div>
        </Card>
      </div>
    </Page>
  )
}
