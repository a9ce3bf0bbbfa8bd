/** Who may import whom. Every rule says why; `npm run check` enforces it. */
const SERVICE = '^services/([a-z][^/]*)/'
const TEST = '[.]test[.]tsx?$'

module.exports = {
  forbidden: [
    {
      name: 'law-stands-alone',
      comment: 'The law and the words of the domain depend on nothing but zod.',
      severity: 'error',
      from: { path: '^services/_law/', pathNot: TEST },
      to: { pathNot: ['^services/_law/', 'node_modules/zod/'] },
    },
    {
      name: 'kit-knows-no-service',
      comment:
        'The kit is what services share; if it needs a service, that code is not shared. Commands load one by its path.',
      severity: 'error',
      from: { path: '^services/_kit/', pathNot: TEST },
      to: { path: [SERVICE, '^gateway/', '^dashboard/'] },
    },
    {
      name: 'services-do-not-meet',
      comment: 'Services share ids and events (_law), never code. They meet in the supergraph.',
      severity: 'error',
      from: { path: SERVICE },
      to: { path: SERVICE, pathNot: '^services/$1/' },
    },
    {
      name: 'own-tables-only',
      comment:
        'A service reaches the database through its own door, prisma/src/<service>.ts; a transaction of a client of it is begun and ended alike everywhere, what reads by keys is asked alike, and settings are read alike by all programs.',
      severity: 'error',
      from: { path: SERVICE, pathNot: TEST },
      to: {
        path: '^prisma/',
        pathNot: ['^prisma/src/$1[.]ts$', '^prisma/src/(datamodel|kept-plans|settings|within)[.]ts$'],
      },
    },
    {
      name: 'opened-at-the-door-alone',
      comment:
        'Only src/service.ts opens the database: to load any other file connects nothing, and a request brings it.',
      severity: 'error',
      from: { path: SERVICE, pathNot: [TEST, '^services/[^/]+/src/service[.]ts$'] },
      to: { path: '^prisma/src/$1[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'dashboard-reads-contracts-only',
      comment:
        'The dashboard knows the graph (gateway/api.graphql) and the law, shows the examples of partners, and knows no code behind them.',
      severity: 'error',
      from: { path: '^dashboard/' },
      to: {
        path: ['^(services|prisma|gateway|tests)/'],
        pathNot: ['^services/_law/', '^gateway/examples/', '^tests/support/'],
      },
    },
    {
      name: 'gateway-reads-contracts-only',
      comment:
        'The gateway composes schema.graphql files. Only what starts everything in one process opens a service, by its one door.',
      severity: 'error',
      from: {
        path: '^gateway/',
        pathNot: [
          TEST,
          '^gateway/src/(all-in-one|start-distributed|start/start-services|twin/[^/]*|commands/sessions-command)[.]ts$',
        ],
      },
      to: {
        path: '^services/',
        pathNot: [
          '^services/_law/',
          '^services/_kit/src/(envelope|actor|opened|database-faults|errors|key-of-service|log|service|graph/scalars|audit/(chain|packed-ids|record)|seal/(key-file|prepare))[.]ts$',
        ],
      },
    },
    {
      name: 'gateway-asks-no-table',
      comment:
        'The gateway reads versions through prisma/src; a table of a service is that service’s business. Its commands are asked as all are.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: TEST },
      to: {
        path: '^prisma/',
        pathNot: [
          '^prisma/src/(address|asked|embedded-database|make-folder|migrate|open|roles|settings|this-version)[.]ts$',
          '^prisma/seed/live[.]ts$',
        ],
      },
    },
    {
      name: 'one-door-per-service',
      comment: 'Whoever starts a service imports its src/service.ts and nothing deeper.',
      severity: 'error',
      from: { path: '^(gateway|prisma)/', pathNot: TEST },
      to: { path: '^services/[a-z][^/]*/', pathNot: '^services/[^/]+/src/service[.]ts$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule can be read, tested and shown to a lawyer without a database.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/(rules|engine)/', pathNot: TEST },
      to: { pathNot: ['^services/_law/', '^services/[^/]+/src/(rules|engine)/'] },
    },
    {
      name: 'actions-know-no-graphql',
      comment: 'What a service does is independent of how it is asked to.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/(actions|store|intake|delivery)/', pathNot: TEST },
      to: { path: ['^services/[^/]+/src/(graphql/|builder|schema|main)', 'node_modules/(@pothos|@apollo)/'] },
    },
    {
      name: 'store-only-remembers',
      comment: 'What is stored does not decide what is done.',
      severity: 'error',
      from: { path: '^services/[^/]+/src/store/', pathNot: TEST },
      to: { path: '^services/[^/]+/src/(actions|intake|delivery)/' },
    },
    {
      name: 'seed-writes-files-only',
      comment:
        'The twin comes in through intake like any authority: it knows the law and itself, and how folders are made.',
      severity: 'error',
      from: { path: '^prisma/seed/', pathNot: TEST },
      to: {
        path: '^(services|gateway|dashboard|prisma)/',
        pathNot: ['^services/_law/', '^prisma/(seed/|src/make-folder[.]ts$)'],
      },
    },
    {
      name: 'ui-knows-no-topic',
      comment: 'Frames, charts, words and formats serve every tile and know none.',
      severity: 'error',
      from: { path: '^dashboard/src/(ui|format|words|api)/', pathNot: TEST },
      to: { path: '^dashboard/src/(tiles|pages|app)/' },
    },
    {
      name: 'tiles-do-not-meet',
      comment: 'A tile can be removed by deleting its folder and one line of a page.',
      severity: 'error',
      from: { path: '^dashboard/src/tiles/([^/]+)/' },
      to: { path: '^dashboard/src/(tiles|pages|app)/', pathNot: '^dashboard/src/tiles/$1/' },
    },
    {
      name: 'only-tests-use-test-support',
      comment: 'What tests need must never be needed to run.',
      severity: 'error',
      from: { pathNot: ['^tests/', TEST] },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere is seen by no other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['generated/', '[?](raw|url|worker)$', '[.]css$'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'prisma/generated'] },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default', 'types'] },
  },
}
