/** How all tests run: one configuration, one embedded database and one unpacked browser a run. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LastLine } from './support/last-line.ts'

export default defineConfig({
  // Vite would load graphql's ESM build beside the CommonJS one that Apollo loads; GraphQL refuses two copies.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/generated/**'],
    globalSetup: [fileURLToPath(new URL('support/once-a-run.ts', import.meta.url))],
    reporters: ['default', new LastLine()],
    // Two cores: a third worker only makes every wait longer.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
