import { createRoute } from '@tanstack/react-router'
import { from } from './chunk.ts'
import { inside } from './outer-screens.ts'

const law = ['forms', 'laws'] as const
const court = ['forms', 'court', 'alerts'] as const

/** The laws of the region. */
export const laws = createRoute({
  getParentRoute: () => inside,
  path: '/laws',
  component: from(law, () => import('../prosecution/laws/laws-screen.tsx'), 'LawsScreen'),
})

/** What is being laid down, and by whom. */
export const lawEditions = createRoute({
  getParentRoute: () => inside,
  path: '/laws/editions',
  component: from(law, () => import('../prosecution/laws/editions-screen.tsx'), 'EditionsScreen'),
})

/** One's own draft. */
export const lawDraft = createRoute({
  getParentRoute: () => inside,
  path: '/laws/editions/$edition',
  component: from(law, () => import('../prosecution/laws/law-editor-screen.tsx'), 'LawDraftScreen'),
})

/** A draft begun from a law that holds. */
export const newLaw = createRoute({
  getParentRoute: () => inside,
  path: '/laws/draft/$name',
  component: from(law, () => import('../prosecution/laws/law-editor-screen.tsx'), 'NewLawScreen'),
})

/** The criminal cases of one's offices. */
export const criminalCases = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-cases',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/criminal-cases-screen.tsx'),
    'CriminalCasesScreen',
  ),
})

/** One criminal case. */
export const criminalCase = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-cases/$org/$id',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/criminal-case-screen.tsx'),
    'CriminalCaseScreen',
  ),
})

/** What is before the courts on a day. */
export const causeList = createRoute({
  getParentRoute: () => inside,
  path: '/cause-list',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/cause-list-screen.tsx'),
    'CauseListScreen',
  ),
})

/** What stalls in the criminal cases of one's offices. */
export const criminalAlerts = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-alerts',
  component: from(court, () => import('../prosecution/alerts/alerts-screen.tsx'), 'AlertsScreen'),
})

/** Who opened names of accused persons. */
export const criminalReadings = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-readings',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/readings-screen.tsx'),
    'ReadingsScreen',
  ),
})
