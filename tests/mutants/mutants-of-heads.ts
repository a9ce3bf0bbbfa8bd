/** Checks of what is written to the audit, and what verification makes of it, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

export const MUTANTS_OF_HEADS: readonly Mutant[] = [
  {
    check: 'the audit names of which child somebody was refused',
    file: 'gateway/src/request/refusals.ts',
    from: 'const ids = children.filter(isId)',
    to: 'const ids = children.filter((child) => isId(child) && false)',
    test: 'tests/audit/each-door-writes.test.ts',
  },
  {
    check: 'two words of a list that were made one are found out',
    file: 'services/_kit/src/audit/verify.ts',
    from: "word.includes(' '),",
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
  {
    check: 'what is closed is written to the audit by its name, whatever its asker calls it',
    file: 'gateway/src/graph/demands.ts',
    from: 'fields: [...outer, name] }',
    to: 'fields: [...outer, (field.alias ?? field.name).value] }',
    test: 'tests/audit/each-door-writes.test.ts',
  },
]
