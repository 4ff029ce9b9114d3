import './shell/layers.css'
import 'virtual:theme.css'
import './shell/mantine.ts'
import './shell/fonts.css'
import './shell/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { forgetDrafts } from './forms/drafts.ts'
import { openDoors } from './platform/doors.ts'
import { keepStopReady, stopShowing } from './platform/preferences/this-device.ts'
import { openQueries } from './platform/queries.ts'
import { Refusal } from './platform/refusal.ts'
import { settings } from './platform/settings.ts'
import { beforeLeaving, keepNeutralPageReady, leftInAHurry } from './shell/leave/leave-now.ts'
import { openScreens } from './shell/screens.ts'
import { speak } from './words/language.ts'

async function start(page: HTMLElement): Promise<void> {
  const doors = openDoors()
  const queries = openQueries(() => {
    queries.setQueryData(['session'], null)
    void screens.invalidate()
  })
  const screens = openScreens({ doors, queries })
  const { language, digits } = settings()
  const left = leftInAHurry()
  const ended = left ? doors.session.signOut().catch(() => undefined) : undefined
  await Promise.all([speak(language, digits), ended])

  const drawn = createRoot(page, { onCaughtError: reportUnexpected })
  beforeLeaving(() => {
    stopShowing()
    queries.clear()
    forgetDrafts()
    drawn.unmount()
  })
  drawn.render(<App doors={doors} queries={queries} screens={screens} />)
  keepNeutralPageReady()
  void keepStopReady(left)
}

/** An answer that is no is shown on the screen; only our own mistakes belong in the browser's log. */
function reportUnexpected(error: unknown): void {
  if (!(error instanceof Refusal)) window.reportError(error)
}

const page = document.getElementById('root')
if (page !== null) void start(page)
