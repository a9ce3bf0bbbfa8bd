/** How all tests run: one configuration, one embedded database and one unpacked browser a run, a few of them on an older database too. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LastLine } from './support/last-line.ts'
import { LongestFirst } from './support/longest-first.ts'
import { NO_NATS, natsProgram } from './support/nats-program.ts'

/** What stands on SQL most, and programs and commands on a server that is not ours: run again on the oldest PostgreSQL that there may be. */
const ALSO_ON_15 = [
  'tests/journeys/{file-to-tile,figures-go-back,filters-add-up,intake-beside-a-running-start,rebuild-ends-the-same}.test.ts',
  'tests/intake/{full-places,many-events,references,taking-back}.test.ts',
  'tests/contract/sides-in-sql.test.ts',
  'tests/faults/alert-sequencer.test.ts',
  'prisma/src/roles.test.ts',
]

/** Pure functions, which nothing of the run has to be made for. */
const RULES = ['services/_law/src/**/*.test.ts', 'services/*/src/{rules,engine}/**/*.test.ts']
/** Parts of pages, in a page that is none. */
const DASHBOARD = ['dashboard/src/**/*.test.{ts,tsx}']
/** Of them what hands Node's own events, streams and keys to the page: Node takes them for no other's. */
const OF_NODE = [
  'dashboard/src/{api/{alert-stream,live-stream},explorer/kept,tiles/exports/exports,ui/words-field}.test.{ts,tsx}',
]
/**
 * What cannot be undone in a process: it is read when something is first loaded, takes the place of what is loaded, or
 * stands in the way of whoever comes after.
 */
const APART = [
  'prisma/src/kept-plans.test.ts',
  'gateway/src/{distributed,graph/quiet-apollo}.test.ts',
  'services/_kit/src/{intake/new-id,seal/keys}.test.ts',
  'tests/contract/asks-nobody-outside.test.ts',
  'tests/fuzz/access.test.ts',
  'tests/sealing/keys-turned-in-time.test.ts',
]
/** Left out where there is no nats-server, which npm does not bring; `TEST_NATS=required` makes that a failure. */
const OF_NATS = ['tests/faults/{alert-carriers,nats-at-start}.test.ts']
if (!natsProgram()) {
  if (process.env['TEST_NATS'] === 'required') throw new Error(NO_NATS)
  console.warn(NO_NATS)
}
const NO_TESTS = ['**/node_modules/**', '**/dist/**', '**/generated/**', ...(natsProgram() ? [] : OF_NATS)]
const support = (file: string) => fileURLToPath(new URL(`support/${file}`, import.meta.url))
const ONCE_A_RUN = [support('once-a-run.ts')]
/** Read by Node itself, as the product is: what Vite makes of a module looks up each name that it imports, whenever it is used. */
const BY_NODE = { experimental: { viteModuleRunner: false, nodeLoader: false } }
/** One process after the other would load what all of them load: half of what the tests on a database cost. */
const SHARED = { ...BY_NODE, isolate: false, setupFiles: [support('left-as-found.ts')] }

export default defineConfig({
  // Vite would load graphql's ESM build beside the CommonJS one that Apollo loads; GraphQL refuses two copies.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    projects: [
      {
        extends: true,
        test: {
          name: 'vigia',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NO_TESTS, ...RULES, ...DASHBOARD, ...APART],
          globalSetup: [...ONCE_A_RUN, fileURLToPath(new URL('chaos/beside.ts', import.meta.url))],
          ...SHARED,
        },
      },
      { extends: true, test: { name: 'apart', include: APART, exclude: NO_TESTS, globalSetup: ONCE_A_RUN } },
      { extends: true, test: { name: 'rules', include: RULES, exclude: NO_TESTS, isolate: false } },
      // Each in a realm of its own, which costs less than a process.
      {
        extends: true,
        test: { name: 'dashboard', include: DASHBOARD, exclude: [...NO_TESTS, ...OF_NODE], pool: 'vmThreads' },
      },
      { extends: true, test: { name: 'dashboard-of-node', include: OF_NODE, exclude: NO_TESTS } },
      {
        extends: true,
        test: { name: 'postgresql-15', include: ALSO_ON_15, exclude: NO_TESTS, globalSetup: ONCE_A_RUN, ...SHARED },
      },
    ],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new LastLine()],
    // One more than the machine has cores: who waits for a program, a page or a database leaves room for another.
    maxWorkers: 3,
    // How long a fact may take to come true on a machine that is busy with all of this: nothing is proven by it.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
