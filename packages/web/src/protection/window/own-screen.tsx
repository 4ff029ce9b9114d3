import { Button } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { languageNames } from '../../platform/preferences/language-names.ts'
import { showAs, useSettings } from '../../platform/settings.ts'
import { Choice } from '../../shell/choice.tsx'
import { LeaveButton } from '../../shell/leave/leave-button.tsx'
import { endOwn } from '../../shell/leave/leave-now.ts'
import type { WordId } from '../../words/rooms.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './own.module.css'
import { OwnAgreed } from './own-agreed.tsx'
import { OwnEntry } from './own-entry.tsx'
import { OwnFreeze } from './own-freeze.tsx'
import { OwnHelpers } from './own-helpers.tsx'
import { OwnLooked } from './own-looked.tsx'
import { OwnMessages } from './own-messages.tsx'
import { OwnNext } from './own-next.tsx'
import { OwnPlan } from './own-plan.tsx'
import type { RoomProps } from './own-room.tsx'
import { OwnWritten } from './own-written.tsx'

/** The page shuts after so long without a tap, and after so long in the background. */
const idleMs = 10 * 60_000
const hiddenMs = 2 * 60_000

const rooms = {
  next: { word: 'own.to-next', shows: OwnNext },
  say: { word: 'own.to-say', shows: OwnMessages },
  plan: { word: 'own.to-plan', shows: OwnPlan },
  helpers: { word: 'own.to-helpers', shows: OwnHelpers },
  looked: { word: 'own.to-looked', shows: OwnLooked },
  agreed: { word: 'own.to-agreed', shows: OwnAgreed },
  written: { word: 'own.to-written', shows: OwnWritten },
} as const satisfies Readonly<Record<string, { word: WordId; shows: (props: RoomProps) => ReactNode }>>

type Inner = keyof typeof rooms
type Room = 'first' | 'freeze' | Inner
type Standing = 'entry' | 'shut' | 'frozen' | Room

const inner = Object.keys(rooms).filter((one): one is Inner => one in rooms)
const isInner = (standing: Standing): standing is Inner => inner.some((one) => one === standing)

/**
 * A survivor's own page: Bangla first, nothing around it, nothing kept of it. Its rooms have no addresses of their own,
 * so that going back shows nothing.
 */
export function OwnScreen(): ReactNode {
  const say = useWords()
  const { language } = useSettings()
  const [standing, setStanding] = useState<Standing>('entry')
  const [large, setLarge] = useState(false)
  const open = standing !== 'entry' && standing !== 'shut' && standing !== 'frozen'
  const shut = useCallback(() => {
    endOwn()
    setStanding('shut')
  }, [])
  const ended = useCallback(() => setStanding('shut'), [])

  useEffect(() => showAs({ language: 'bn' }), [])
  useShutting(open, shut)

  const back = () => setStanding('first')
  const Shown = isInner(standing) ? rooms[standing].shows : null
  return (
    <div className={styles['page']} data-large={large}>
      <div className={styles['top']}>
        <h1 className={styles['title']}>{say('own.title')}</h1>
        <LeaveButton />
      </div>
      <div>
        <Button variant="default" aria-pressed={large} onClick={() => setLarge((before) => !before)}>
          {say('own.large')}
        </Button>
      </div>
      {standing === 'entry' && <OwnEntry onOpen={back} />}
      {standing === 'first' && <First onRoom={setStanding} onDone={shut} />}
      {Shown !== null && <Shown onBack={back} onEnded={ended} />}
      {standing === 'freeze' && (
        <OwnFreeze onBack={back} onEnded={ended} onFrozen={() => setStanding('frozen')} />
      )}
      {standing === 'shut' && (
        <Closed what={[say('own.shut'), say('own.shut-what')]} onAgain={() => setStanding('entry')} />
      )}
      {standing === 'frozen' && <Closed what={[say('own.frozen'), say('own.frozen-what')]} />}
      {!open && (
        <Choice
          name="language"
          label={say('own.language')}
          options={languageNames}
          value={language}
          onChoose={(chosen) => showAs({ language: chosen })}
        />
      )}
    </div>
  )
}

/** Shuts the window when nobody taps, when the phone is put away, and when the page goes. */
function useShutting(open: boolean, shut: () => void): void {
  useEffect(() => {
    if (!open) return
    let hidden = 0
    let idle = setTimeout(shut, idleMs)
    const onTap = () => {
      clearTimeout(idle)
      idle = setTimeout(shut, idleMs)
    }
    const onHidden = () => {
      const now = Date.now()
      if (document.hidden) hidden = now
      else if (hidden > 0 && now - hidden > hiddenMs) shut()
    }
    const taps = ['pointerdown', 'keydown'] as const
    for (const tap of taps) document.addEventListener(tap, onTap)
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('pagehide', shut)
    return () => {
      clearTimeout(idle)
      for (const tap of taps) document.removeEventListener(tap, onTap)
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('pagehide', shut)
    }
  }, [open, shut])
}

interface FirstProps {
  readonly onRoom: (room: Room) => void
  readonly onDone: () => void
}

/** The first page says nothing: whoever looks over a shoulder sees a few buttons. */
function First({ onRoom, onDone }: FirstProps): ReactNode {
  const say = useWords()
  return (
    <>
      <h2 className={styles['question']}>{say('own.first')}</h2>
      <div className={styles['rooms']}>
        {inner.map((room) => (
          <button key={room} type="button" className={styles['room']} onClick={() => onRoom(room)}>
            {say(rooms[room].word)}
          </button>
        ))}
        <button type="button" className={styles['room']} onClick={() => onRoom('freeze')}>
          {say('own.to-freeze')}
        </button>
      </div>
      <Button variant="default" size="lg" onClick={onDone}>
        {say('own.done')}
      </Button>
      <p className={styles['quiet']}>{say('own.keep')}</p>
    </>
  )
}

interface ClosedProps {
  readonly what: readonly [string, string]
  readonly onAgain?: () => void
}

function Closed({ what: [title, next], onAgain }: ClosedProps): ReactNode {
  const say = useWords()
  return (
    <div role="status" className={styles['closed']}>
      <h2 className={styles['question']}>{title}</h2>
      <p>{next}</p>
      {onAgain && (
        <Button variant="default" size="lg" onClick={onAgain}>
          {say('own.shut-again')}
        </Button>
      )}
    </div>
  )
}
