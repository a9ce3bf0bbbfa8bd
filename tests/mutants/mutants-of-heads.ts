/** Checks of what verification makes of lists and of heads, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

export const MUTANTS_OF_HEADS: readonly Mutant[] = [
  {
    check: 'two words of a list that were made one are found out',
    file: 'services/_kit/src/audit/verify.ts',
    from: "word.includes(' ')",
    to: 'false',
    test: 'tests/audit/chain-shows-what-was-changed.test.ts',
  },
  {
    check: 'heads of another registry tell that the audit was exchanged',
    file: 'services/_kit/src/audit/other-registries.ts',
    from: 'head.isSigned && head.registry === name',
    to: "head.registry === ''",
    test: 'tests/audit/command.test.ts',
  },
]
