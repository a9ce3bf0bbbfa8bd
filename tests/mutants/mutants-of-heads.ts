/** Checks of what verification makes of lists and of heads, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

export const MUTANTS_OF_HEADS: readonly Mutant[] = [
  {
    check: 'heads of another registry tell that the audit was exchanged',
    file: 'services/_kit/src/audit/other-registries.ts',
    from: 'head.isSigned && head.registry === name',
    to: "head.registry === ''",
    test: 'tests/audit/command.test.ts',
  },
]
