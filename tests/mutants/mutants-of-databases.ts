/** Checks of what is said and done where a database fails, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const NOT_KEPT = 'services/_kit/src/audit/not-kept.ts'
const FAULTS = 'services/_kit/src/database-faults.ts'

export const MUTANTS_OF_DATABASES: readonly Mutant[] = [
  {
    check: 'of a change that was not kept it is said that nothing of it was',
    file: NOT_KEPT,
    from: 'return withEachUnwritten(answer, ({ path }) => notKept(service, path))',
    to: 'return withEachUnwritten(answer, (error) => (service ? error : notKept(service, error.path)))',
    test: 'tests/faults/database-away.test.ts',
  },
  {
    check: 'a question that needs what cannot be written is told to come again, and not that something went wrong',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'const result = (isChange ? withNotKept : withNotToBeHad)(parts.service, executed)',
    to: 'const result = isChange ? withNotKept(parts.service, executed) : executed',
    test: 'tests/faults/database-away.test.ts',
  },
  {
    check: 'whoever comes in while nothing can be written is let in',
    file: 'gateway/src/sign-in/noting.ts',
    from: 'if (isUnwritten(fault)) return pool',
    to: 'if (values.length === 0) return pool',
    test: 'tests/faults/database-away.test.ts',
  },
  {
    check: 'a database that is away is known in the words of Prisma',
    file: FAULTS,
    from: 'const causes = [cause, causeInPrisma(caused),',
    to: 'const causes = [cause,',
    test: 'tests/faults/readings.test.ts',
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
