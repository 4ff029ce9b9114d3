/** Each floor may import the floors written before it. Libraries stand alone. */
const floors = ['vocabulary', 'records', 'exchange', 'server|web|cli']
const libraries = 'estimation|linkage|disclosure'

/** Rooms of the server, in the order in which they may know one another. Rooms on one line are peers. */
const rooms = ['directory', 'protection|prosecution|prevention|partnership', 'evidence', 'exchange']
const everyRoom = rooms.join('|')

/**
 * What else each floor may take from outside. A floor not named here takes nothing.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const outside = { records: ['zod'], exchange: ['csv-parse', 'saxes', 'yauzl', 'fflate', 'jose'] }

const tests = String.raw`[.]test[.]tsx?$|^packages/[^/]+/(test|journeys)/`
const source = { pathNot: tests }

/** @typedef {Readonly<Record<string, unknown>>} Where */

/**
 * @param {string} name
 * @param {Where} from
 * @param {Where} to
 */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

/** @param {string} path */
const within = (path) => ({ ...source, path })

const upward = floors
  .slice(0, -1)
  .map((floor, level) =>
    forbid(
      `${floor}-knows-nothing-above-it`,
      { path: `^packages/(${floor})/` },
      { path: `^packages/(${floors.slice(level + 1).join('|')}|${libraries})/` },
    ),
  )

const peers = forbid(
  'server-web-and-cli-apart',
  { path: '^packages/(server|web|cli)/' },
  { path: '^packages/(server|web|cli)/', pathNot: '^packages/$1/' },
)

const alone = forbid(
  'libraries-stand-alone',
  { path: `^packages/(${libraries})/` },
  { path: '^packages/', pathNot: '^packages/$1/' },
)

/** Another package is reached by its name, and so only through the doors that it declares. */
const frontDoor = forbid(
  'front-door-only',
  { path: '^packages/([^/]+)/' },
  { path: '^packages/', pathNot: '^packages/$1/', dependencyTypesNot: ['aliased-workspace'] },
)

const roomOrder = rooms.map((peersHere, level) =>
  forbid(
    `${peersHere.split('|')[0]}-and-peers-know-only-earlier-rooms`,
    { path: `^packages/server/src/(${peersHere})/` },
    {
      path: `^packages/server/src/(${rooms.slice(level).join('|')}|demo)/|^packages/server/src/main[.]ts$`,
      pathNot: '^packages/server/src/$1/',
    },
  ),
)

const roomFrontDoor = forbid(
  'room-front-door-only',
  { path: '^packages/server/src/([^/]+)' },
  {
    path: `^packages/server/src/(${everyRoom})/`,
    pathNot: ['^packages/server/src/$1/', `^packages/server/src/(${everyRoom})/index[.]ts$`],
  },
)

const platform = forbid('platform-knows-no-room', within('^packages/server/src/platform/'), {
  path: '^packages/server/src/',
  pathNot: '^packages/server/src/platform/',
})

const oneDatabaseDoor = forbid(
  'one-module-owns-the-database',
  { ...within('^packages/'), pathNot: [tests, '^packages/server/src/platform/database/'] },
  { path: '(^|/)node_modules/(pg|@electric-sql/pglite[^/]*)/' },
)

const migrations = forbid(
  'migrations-import-nothing',
  { path: '/migrations/[^/]+[.](ts|mjs|js)$', pathNot: tests },
  {},
)

const pure = ['vocabulary', 'records', 'exchange', ...libraries.split('|')].flatMap((floor) => [
  forbid(
    `${floor}-does-no-io`,
    within(`^packages/${floor}/src/`),
    floor === 'exchange'
      ? { dependencyTypes: ['core'], pathNot: '^(node:)?(buffer|stream|stream/promises)$' }
      : { dependencyTypes: ['core'] },
  ),
  forbid(`${floor}-takes-little-from-outside`, within(`^packages/${floor}/src/`), {
    path: 'node_modules/',
    pathNot: (outside[floor] ?? []).map((name) => `node_modules/(@types/)?${name}/`),
  }),
])

const declared = forbid(
  'only-declared-packages',
  { path: '^packages/' },
  { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
)

const found = forbid(
  'every-import-is-found',
  { path: '^packages/' },
  { couldNotResolve: true, pathNot: '^virtual:|[?](url|raw|inline|worker)$' },
)

const shipped = forbid('tests-are-not-shipped', within('^packages/[^/]+/src/'), { path: tests })

const orphans = forbid(
  'no-orphans',
  {
    orphan: true,
    pathNot: [tests, '[.]d[.]ts$', '[.]config[.]ts$', '/migrations/', '/public/', '/(main|index)[.]tsx?$'],
  },
  {},
)

export default {
  forbidden: [
    ...upward,
    peers,
    alone,
    frontDoor,
    ...roomOrder,
    roomFrontDoor,
    platform,
    oneDatabaseDoor,
    migrations,
    ...pure,
    declared,
    found,
    shipped,
    forbid('no-cycles', {}, { circular: true }),
    orphans,
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|[.]css$' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
}
