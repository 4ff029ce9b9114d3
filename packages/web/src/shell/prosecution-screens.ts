import { createRoute } from '@tanstack/react-router'
import { from } from './chunk.ts'
import { inside } from './outer-screens.ts'

const law = ['forms', 'laws'] as const
const networkWords = ['forms', 'court', 'networks'] as const
const court = ['forms', 'court', 'alerts', 'abroad'] as const

/** The laws of the region. */
const laws = createRoute({
  getParentRoute: () => inside,
  path: '/laws',
  component: from(law, () => import('../prosecution/laws/laws-screen.tsx'), 'LawsScreen'),
})

/** What is being laid down, and by whom. */
const lawEditions = createRoute({
  getParentRoute: () => inside,
  path: '/laws/editions',
  component: from(law, () => import('../prosecution/laws/editions-screen.tsx'), 'EditionsScreen'),
})

/** One's own draft. */
const lawDraft = createRoute({
  getParentRoute: () => inside,
  path: '/laws/editions/$edition',
  component: from(law, () => import('../prosecution/laws/law-editor-screen.tsx'), 'LawDraftScreen'),
})

/** A draft begun from a law that holds. */
const newLaw = createRoute({
  getParentRoute: () => inside,
  path: '/laws/draft/$name',
  component: from(law, () => import('../prosecution/laws/law-editor-screen.tsx'), 'NewLawScreen'),
})

/** The criminal cases of one's offices. */
const criminalCases = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-cases',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/criminal-cases-screen.tsx'),
    'CriminalCasesScreen',
  ),
})

/** One criminal case. */
const criminalCase = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-cases/$org/$id',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/criminal-case-screen.tsx'),
    'CriminalCaseScreen',
  ),
})

/** What is before the courts on a day. */
const causeList = createRoute({
  getParentRoute: () => inside,
  path: '/cause-list',
  component: from(
    court,
    () => import('../prosecution/criminal-cases/cause-list-screen.tsx'),
    'CauseListScreen',
  ),
})

/** What stalls in the criminal cases of one's offices. */
const criminalAlerts = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-alerts',
  component: from(court, () => import('../prosecution/alerts/alerts-screen.tsx'), 'AlertsScreen'),
})

/** Who opened names of accused persons. */
const criminalReadings = createRoute({
  getParentRoute: () => inside,
  path: '/criminal-readings',
  component: from(court, () => import('../prosecution/criminal-cases/readings-screen.tsx'), 'ReadingsScreen'),
})

/** What other countries were asked for. */
const requestsAbroad = createRoute({
  getParentRoute: () => inside,
  path: '/requests-abroad',
  component: from(court, () => import('../prosecution/assistance/desk-screen.tsx'), 'DeskScreen'),
})

/** Figures of criminal cases for a year. */
const figures = createRoute({
  getParentRoute: () => inside,
  path: '/figures',
  component: from(court, () => import('../prosecution/figures/figures-screen.tsx'), 'FiguresScreen'),
})

/** The networks of one's offices. */
const networks = createRoute({
  getParentRoute: () => inside,
  path: '/networks',
  component: from(
    networkWords,
    () => import('../prosecution/networks/networks-screen.tsx'),
    'NetworksScreen',
  ),
})

/** One network. */
const network = createRoute({
  getParentRoute: () => inside,
  path: '/networks/$org/$id',
  component: from(networkWords, () => import('../prosecution/networks/network-screen.tsx'), 'NetworkScreen'),
})

/** Every screen of the room. */
export const prosecutionScreens = [
  laws,
  lawEditions,
  lawDraft,
  newLaw,
  criminalCases,
  criminalCase,
  causeList,
  criminalAlerts,
  criminalReadings,
  requestsAbroad,
  figures,
  networks,
  network,
] as const
