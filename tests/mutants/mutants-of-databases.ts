/** Checks of what is said and done where a database fails, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const NOT_KEPT = 'services/_kit/src/audit/not-kept.ts'

export const MUTANTS_OF_DATABASES: readonly Mutant[] = [
  {
    check: 'of a change that was not kept it is said that nothing of it was',
    file: NOT_KEPT,
    from: 'if (!answer.errors?.some(({ originalError }) => isUnwritten(originalError))) return answer',
    to: 'if (service) return answer',
    test: 'tests/faults/database-away.test.ts',
  },
  {
    check: 'what was read beside a change that was not kept is not told without the audit',
    file: NOT_KEPT,
    from: 'return Boolean(isOnly) && Object.values(data ?? {}).every((value) => value === null)',
    to: 'return Boolean(isOnly) && data !== undefined',
    test: 'services/_kit/src/audit/not-kept.test.ts',
  },
  {
    check: 'work that the server is at is never given up',
    file: 'prisma/src/watched-pool.ts',
    from: 'waitsSince === null || served.has(processIdOf(client))',
    to: 'waitsSince === null || served.size < 0',
    test: 'prisma/src/watched-pool.test.ts',
  },
]
