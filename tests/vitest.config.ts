/** How all tests run: one configuration, one embedded database and one unpacked browser a run, a few of them on an older database too. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LastLine } from './support/last-line.ts'

/** What stands on SQL most: run again on the oldest PostgreSQL that the registry may be given. */
const ALSO_ON_15 = [
  'tests/journeys/{file-to-tile,figures-go-back,filters-add-up,rebuild-ends-the-same}.test.ts',
  'tests/intake/{full-places,many-events,references,taking-back}.test.ts',
  'tests/faults/distributed.test.ts',
]

/** Pure functions, which nothing of the run has to be made for and which leave nothing behind: they share what was loaded once. */
const RULES = ['services/_law/src/**/*.test.ts', 'services/*/src/{rules,engine}/**/*.test.ts']
const NO_TESTS = ['**/node_modules/**', '**/dist/**', '**/generated/**']
const ONCE_A_RUN = [fileURLToPath(new URL('support/once-a-run.ts', import.meta.url))]

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
          exclude: [...NO_TESTS, ...RULES],
          globalSetup: ONCE_A_RUN,
        },
      },
      { extends: true, test: { name: 'rules', include: RULES, exclude: NO_TESTS, isolate: false } },
      {
        extends: true,
        test: { name: 'postgresql-15', include: ALSO_ON_15, exclude: NO_TESTS, globalSetup: ONCE_A_RUN },
      },
    ],
    reporters: ['default', new LastLine()],
    // Two cores: a third worker only makes every wait longer.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
