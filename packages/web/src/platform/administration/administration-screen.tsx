import { type ReactNode, useState } from 'react'
import { Choice } from '../../shell/choice.tsx'
import { LinkButton } from '../../shell/link-button.tsx'
import { Page } from '../../shell/page.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import { Accounts } from './accounts.tsx'
import styles from './administration.module.css'
import { Boundaries } from './boundaries.tsx'
import { Calendars } from './calendars.tsx'
import { OrganisationList } from './organisations.tsx'
import { Recovery } from './recovery.tsx'
import { Units } from './units.tsx'

const matters = ['accounts', 'units', 'calendars', 'organisations', 'boundaries', 'recovery'] as const

type Matter = (typeof matters)[number]

const words: Readonly<Record<Matter, WordId>> = {
  accounts: 'admin.accounts',
  units: 'admin.units',
  calendars: 'admin.calendars',
  organisations: 'admin.organisations',
  boundaries: 'admin.boundaries',
  recovery: 'recovery-key.title',
}

/** People, teams and working days of one organisation. Whoever looks after these sees no case. */
export function AdministrationScreen(): ReactNode {
  const say = useWords()
  const [matter, setMatter] = useState<Matter>('accounts')
  return (
    <Page
      title={say('bar.administration')}
      acts={
        <>
          <LinkButton to="/access-reviews" quiet>
            {say('palette.reviews')}
          </LinkButton>
          <LinkButton to="/rules/laid-down" quiet>
            {say('bar.laid')}
          </LinkButton>
          <LinkButton to="/figures" quiet>
            {say('admin.figures')}
          </LinkButton>
          <LinkButton to="/bridges/$system" params={{ system: 'platform' }} quiet>
            {say('admin.bridges')}
          </LinkButton>
        </>
      }
    >
      <p className={styles['what']}>{say('admin.what')}</p>
      <div className={styles['matters']}>
        <Choice
          name="matter"
          label={say('bar.administration')}
          quietLabel
          options={matters.map((value) => ({ value, label: say(words[value]) }))}
          value={matter}
          onChoose={setMatter}
        />
      </div>
      {matter === 'accounts' && <Accounts />}
      {matter === 'units' && <Units />}
      {matter === 'calendars' && <Calendars />}
      {matter === 'organisations' && <OrganisationList />}
      {matter === 'boundaries' && <Boundaries />}
      {matter === 'recovery' && <Recovery />}
    </Page>
  )
}
