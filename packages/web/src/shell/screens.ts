import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { sessionQuery } from '../platform/use-session.ts'
import {
  caseSearch,
  consentSearch,
  oversightSearch,
  printSearch,
  recordSearch,
  referralSearch,
  referSearch,
  screeningSearch,
} from '../protection/searches.ts'
import { Broken } from './broken.tsx'
import { from } from './chunk.ts'
import { singleEntryHistory } from './history.ts'
import { NothingHere } from './nothing-here.tsx'
import { type Around, firstRun, inside, own, root, settings, signIn } from './outer-screens.ts'
import { Pending } from './pending.tsx'
import { placesOf } from './places.ts'
import { prosecutionScreens } from './prosecution-screens.ts'

const protection = ['forms', 'protection'] as const
const joint = [...protection, 'joint'] as const
const ofCase = [...protection, 'livelihood', 'joint'] as const

const myDay = createRoute({
  getParentRoute: () => inside,
  path: '/',
  beforeLoad: ({ context: { doors, queries } }) => {
    const session = queries.getQueryData(sessionQuery(doors).queryKey)
    const [first] = placesOf(session?.roles ?? [])
    if (first !== undefined && first.to !== '/') throw redirect({ to: first.to })
  },
  component: from(protection, () => import('../protection/my-day/my-day-screen.tsx'), 'MyDayScreen'),
})

const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  validateSearch: caseSearch,
  component: from(protection, () => import('../protection/cases/case-list-screen.tsx'), 'CaseListScreen'),
})

const newCase = createRoute({
  getParentRoute: () => inside,
  path: '/cases/new',
  component: from(protection, () => import('../protection/cases/new-case-screen.tsx'), 'NewCaseScreen'),
})

const file = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$org/$id',
  component: from(ofCase, () => import('../protection/cases/case-screen.tsx'), 'CaseScreen'),
})

const trail = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$org/$id/trail',
  component: from(protection, () => import('../protection/cases/trail-screen.tsx'), 'TrailScreen'),
})

const record = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$org/$id/record/$record',
  validateSearch: recordSearch,
  component: from(ofCase, () => import('../protection/cases/record-screen.tsx'), 'RecordScreen'),
})

const print = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$org/$id/print',
  validateSearch: printSearch,
  component: from(
    [...protection, 'prints'],
    () => import('../protection/prints/print-screen.tsx'),
    'PrintScreen',
  ),
})

const consent = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$org/$id/consent',
  validateSearch: consentSearch,
  component: from(protection, () => import('../protection/consents/consent-screen.tsx'), 'ConsentScreen'),
})

const refer = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$org/$id/refer',
  validateSearch: referSearch,
  component: from(
    ['directory', ...protection],
    () => import('../protection/referrals/refer-screen.tsx'),
    'ReferScreen',
  ),
})

const referrals = createRoute({
  getParentRoute: () => inside,
  path: '/referrals',
  validateSearch: referralSearch,
  component: from(joint, () => import('../protection/referrals/referrals-screen.tsx'), 'ReferralsScreen'),
})

const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  component: from(protection, () => import('../protection/board/board-screen.tsx'), 'BoardScreen'),
})

const overseen = [...protection, 'oversight'] as const

const caseload = createRoute({
  getParentRoute: () => inside,
  path: '/caseload',
  component: from(overseen, () => import('../protection/caseload/caseload-screen.tsx'), 'CaseloadScreen'),
})

const oversight = createRoute({
  getParentRoute: () => inside,
  path: '/oversight',
  validateSearch: oversightSearch,
  component: from(overseen, () => import('../protection/oversight/oversight-screen.tsx'), 'OversightScreen'),
})

const directory = createRoute({
  getParentRoute: () => inside,
  path: '/directory',
  component: from(
    ['forms', 'directory'],
    () => import('../directory/directory-screen.tsx'),
    'DirectoryScreen',
  ),
})

const administration = createRoute({
  getParentRoute: () => inside,
  path: '/administration',
  component: from(
    ['platform', 'forms', 'administration'],
    () => import('../platform/administration/administration-screen.tsx'),
    'AdministrationScreen',
  ),
})

const log = createRoute({
  getParentRoute: () => inside,
  path: '/log',
  component: from(['administration'], () => import('../platform/administration/log-screen.tsx'), 'LogScreen'),
})

const emergency = createRoute({
  getParentRoute: () => inside,
  path: '/emergency',
  component: from(
    protection,
    () => import('../protection/emergencies/emergency-screen.tsx'),
    'EmergencyScreen',
  ),
})

const erasures = createRoute({
  getParentRoute: () => inside,
  path: '/erasures',
  component: from(protection, () => import('../protection/erasures/erasures-screen.tsx'), 'ErasuresScreen'),
})

const retention = createRoute({
  getParentRoute: () => inside,
  path: '/retention',
  component: from(
    ['forms', 'retention'],
    () => import('../protection/retention/retention-screen.tsx'),
    'RetentionScreen',
  ),
})

const incidentWords = ['forms', 'incidents'] as const

const incidents = createRoute({
  getParentRoute: () => inside,
  path: '/incidents',
  component: from(
    incidentWords,
    () => import('../protection/breaches/breaches-screen.tsx'),
    'BreachesScreen',
  ),
})

const incident = createRoute({
  getParentRoute: () => inside,
  path: '/incidents/$org/$id',
  component: from(incidentWords, () => import('../protection/breaches/breach-screen.tsx'), 'BreachScreen'),
})

const complaints = createRoute({
  getParentRoute: () => inside,
  path: '/complaints',
  component: from(
    ['forms', 'complaints'],
    () => import('../protection/complaints/complaints-screen.tsx'),
    'ComplaintsScreen',
  ),
})

const tipWords = ['forms', 'tips'] as const

const tips = createRoute({
  getParentRoute: () => inside,
  path: '/tips',
  component: from(tipWords, () => import('../protection/tips/tips-screen.tsx'), 'TipsScreen'),
})

const tip = createRoute({
  getParentRoute: () => inside,
  path: '/tips/$org/$id',
  component: from(tipWords, () => import('../protection/tips/tip-screen.tsx'), 'TipScreen'),
})

const homes = createRoute({
  getParentRoute: () => inside,
  path: '/shelter',
  component: from(protection, () => import('../protection/shelter/homes-screen.tsx'), 'HomesScreen'),
})

const money = createRoute({
  getParentRoute: () => inside,
  path: '/money',
  component: from(ofCase, () => import('../protection/money/money-screen.tsx'), 'MoneyScreen'),
})

const approvals = createRoute({
  getParentRoute: () => inside,
  path: '/approvals',
  component: from(joint, () => import('../protection/approvals/approvals-screen.tsx'), 'ApprovalsScreen'),
})

const newScreening = createRoute({
  getParentRoute: () => inside,
  path: '/screenings/new',
  validateSearch: screeningSearch,
  component: from(
    ['forms', 'tips'],
    () => import('../protection/screenings/begin-screen.tsx'),
    'BeginScreen',
  ),
})

const screening = createRoute({
  getParentRoute: () => inside,
  path: '/screenings/$org/$id',
  component: from(tipWords, () => import('../protection/screenings/screening-screen.tsx'), 'ScreeningScreen'),
})

const reviews = createRoute({
  getParentRoute: () => inside,
  path: '/access-reviews',
  component: from(['reviews'], () => import('../protection/reviews/reviews-screen.tsx'), 'ReviewsScreen'),
})

const review = createRoute({
  getParentRoute: () => inside,
  path: '/access-reviews/$org/$id',
  component: from(['reviews'], () => import('../protection/reviews/review-screen.tsx'), 'ReviewScreen'),
})

const exchange = createRoute({
  getParentRoute: () => inside,
  path: '/exchange',
  component: from(['forms', 'exchange'], () => import('../exchange/exchange-screen.tsx'), 'ExchangeScreen'),
})

const bridge = createRoute({
  getParentRoute: () => inside,
  path: '/bridges/$system',
  component: from(
    ['forms', 'exchange'],
    () => import('../exchange/bridges/bridge-screen.tsx'),
    'BridgeScreen',
  ),
})

const dictionary = createRoute({
  getParentRoute: () => inside,
  path: '/dictionary',
  component: from(
    ['platform'],
    () => import('../platform/dictionary/dictionary-screen.tsx'),
    'DictionaryScreen',
  ),
})

const notices = createRoute({
  getParentRoute: () => inside,
  path: '/notices',
  component: from(protection, () => import('../protection/told/told-screen.tsx'), 'ToldScreen'),
})

const rules = createRoute({
  getParentRoute: () => inside,
  path: '/rules',
  component: from(['rules', 'joint'], () => import('../protection/rules/rules-screen.tsx'), 'RulesScreen'),
})

const laidDown = createRoute({
  getParentRoute: () => inside,
  path: '/rules/laid-down',
  component: from(
    ['forms', 'rules'],
    () => import('../protection/settings/settings-screen.tsx'),
    'LaidDownScreen',
  ),
})

/** An address that is none: whoever is signed in keeps their bar and finds back from there. */
const unknown = createRoute({ getParentRoute: () => inside, path: '$', component: NothingHere })

const screens = root.addChildren([
  signIn,
  firstRun,
  own,
  settings,
  inside.addChildren([
    myDay,
    cases,
    newCase,
    file,
    trail,
    print,
    record,
    consent,
    refer,
    referrals,
    board,
    caseload,
    oversight,
    directory,
    ...prosecutionScreens,
    administration,
    log,
    emergency,
    erasures,
    retention,
    incidents,
    incident,
    complaints,
    tips,
    tip,
    homes,
    money,
    approvals,
    newScreening,
    screening,
    reviews,
    review,
    exchange,
    bridge,
    dictionary,
    notices,
    rules,
    laidDown,
    unknown,
  ]),
])

export function openScreens(around: Around) {
  return createRouter({
    routeTree: screens,
    context: around,
    history: singleEntryHistory(),
    defaultPreload: 'intent',
    defaultPendingComponent: Pending,
    defaultErrorComponent: Broken,
    scrollRestoration: false,
  })
}

export type Screens = ReturnType<typeof openScreens>

declare module '@tanstack/react-router' {
  interface Register {
    router: Screens
  }
}
