import { Alert, Button } from '@mantine/core'
import type { RecoveryShares, RecoveryView } from '@setu/records/api'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { MomentText } from '../../dates/day-text.tsx'
import { Card } from '../../shell/card.tsx'
import lists from '../../shell/lists.module.css'
import { Pending } from '../../shell/pending.tsx'
import type { WordId } from '../../words/rooms.ts'
import { useLabels } from '../../words/use-labels.ts'
import { useWords } from '../../words/use-words.ts'
import { useDoors } from '../doors.ts'
import { MakeRecovery } from './make-recovery.tsx'
import { markText } from './share-sheet.ts'
import { ShareSheets } from './share-sheets.tsx'
import { UseRecovery } from './use-recovery.tsx'

const warnings: Readonly<Record<Exclude<RecoveryView['warn'], 'none'>, WordId>> = {
  missing: 'recovery-key.missing',
  spent: 'recovery-key.spent',
  old: 'recovery-key.old',
}

type Asked = 'make' | 'use' | null

/** Against the day on which nobody can open a team's key: the recovery key, its shares, and what it covers. */
export function Recovery(): ReactNode {
  const { administration } = useDoors()
  const { data } = useQuery({ queryKey: ['recovery'], queryFn: administration.recovery })
  const [shares, setShares] = useState<RecoveryShares | null>(null)
  const [asked, setAsked] = useState<Asked>(null)
  if (shares !== null) return <ShareSheets made={shares} onKept={() => setShares(null)} />
  if (data === undefined) return <Pending />
  return (
    <div className={lists['stack']}>
      <Standing view={data} onAsk={setAsked} />
      <Covered units={data.units} />
      {asked === 'make' && (
        <MakeRecovery
          anew={data.key !== null}
          onMade={(made) => {
            setAsked(null)
            setShares(made)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'use' && <UseRecovery units={data.units} onClose={() => setAsked(null)} />}
    </div>
  )
}

interface StandingProps {
  readonly view: RecoveryView
  readonly onAsk: (asked: Asked) => void
}

function Standing({ view: { key, warn, units }, onAsk }: StandingProps): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  const lost = units.filter((unit) => unit.lost)
  return (
    <Card title={say('recovery-key.title')}>
      <div className={lists['stack']}>
        <p>{say('recovery-key.what')}</p>
        {warn !== 'none' && (
          <Alert color="brick" variant="light">
            {say(warnings[warn])}
          </Alert>
        )}
        {lost.length > 0 && (
          <Alert color="brick" variant="light" title={say('recovery-key.lost')}>
            <p>{lost.map((unit) => name(unit.unitName)).join(', ')}</p>
            <Button mt="sm" onClick={() => onAsk('use')}>
              {say('recovery-key.use')}
            </Button>
          </Alert>
        )}
        {key !== null && (
          <div>
            <p>
              <span className={lists['code']}>{markText(key.mark)}</span>{' '}
              <span className={lists['quiet']}>
                {say('recovery-key.made')} <MomentText moment={key.made} />
              </span>
            </p>
            <ol className={lists['rows']} aria-label={say('recovery-key.holders')}>
              {key.holders.map(({ number, name: holder }) => (
                <li key={number} className={lists['row']}>
                  <span>{say('recovery-key.share', { number, holder })}</span>
                </li>
              ))}
            </ol>
          </div>
        )}
        <div className={lists['acts']}>
          <Button variant={key === null ? 'filled' : 'default'} onClick={() => onAsk('make')}>
            {say(key === null ? 'recovery-key.make' : 'recovery-key.anew')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

function wordOf({ made, covered, lost, holders }: RecoveryView['units'][number]): WordId {
  if (lost) return 'recovery-key.unit-lost'
  if (!made) return 'recovery-key.unit-new'
  if (covered) return 'recovery-key.unit-covered'
  return holders === 0 ? 'recovery-key.unit-gone' : 'recovery-key.unit-waits'
}

function Covered({ units }: Pick<RecoveryView, 'units'>): ReactNode {
  const say = useWords()
  const { name } = useLabels()
  return (
    <Card title={say('recovery-key.units')}>
      <ul className={lists['rows']}>
        {units.map((unit) => (
          <li
            key={unit.unit}
            className={`${lists['row']} ${lists['marked']}`}
            data-standing={unit.lost ? 'late' : unit.made && !unit.covered ? 'due' : undefined}
          >
            <div>
              <span className={lists['strong']}>{name(unit.unitName)}</span>
              <div className={lists['quiet']}>{say('unit-key.holders', { count: unit.holders })}</div>
              <p>{say(wordOf(unit))}</p>
              {unit.due && <p>{say('recovery-key.unit-due')}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
