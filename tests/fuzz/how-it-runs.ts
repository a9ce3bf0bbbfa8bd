/** By which words vitest runs the fuzz, wherever vitest.config.ts puts it, and once: a version of PostgreSQL is no part of what it asks. */
export const OF_THE_FUZZ = [
  '--config',
  'tests/vitest.config.ts',
  '--project',
  '!postgresql-15',
  'tests/fuzz/access.test.ts',
] as const
