/** Checks of the database by which who read what is told to overseers alone, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const FILE = 'prisma/migrations/20261128233000_audit_in_whose_name/migration.sql'
const TEST = 'tests/audit/told-to-overseers-alone.test.ts'

export const MUTANTS_OF_OVERSEERS: readonly Mutant[] = [
  {
    check: 'who read a record the database tells in the name of whoever oversees that alone',
    file: FILE,
    from: 'if not audit.is_told() then return false; end if;',
    to: '',
    test: TEST,
  },
  {
    check: 'who read a record the database tells to nobody who may not know of the child',
    file: FILE,
    from: 'else exists (select from children.act_here a where a.child_id = c.id) end);',
    to: 'else true end);',
    test: TEST,
  },
  {
    check: 'who followed a stream the database tells in the name of whoever oversees that alone',
    file: FILE,
    from: "where (select audit.is_told()) and e.service = 'gateway'",
    to: "where e.service = 'gateway'",
    test: TEST,
  },
  {
    check: 'alarms the database tells in the name of whoever oversees readers alone',
    file: FILE,
    from: "where (select sec.reads_audit())\n    and ((select jsonb_typeof(sec.ctx() -> 'states'))",
    to: "where ((select jsonb_typeof(sec.ctx() -> 'states'))",
    test: TEST,
  },
  {
    check: 'of readers of other states no alarm is told, by policy too',
    file: FILE,
    from: "or states && (select sec.texts('states'))::text[]",
    to: 'or true',
    test: TEST,
  },
  {
    check: 'a context that was signed for less does not say that it oversees readers',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: "...(hasScope(actor, 'audit:read') && { audits: true as const })",
    to: '...{ audits: true as const }',
    test: TEST,
  },
]
