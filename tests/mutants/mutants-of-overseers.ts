/** Checks by which overseers, and they alone, are told who read what and what was refused to whom, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const FILE = 'prisma/migrations/20261128233000_audit_in_whose_name/migration.sql'
const TEST = 'tests/audit/told-to-overseers-alone.test.ts'
const REFUSED_ACTS = 'tests/audit/refused-acts.test.ts'

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
  {
    check: 'an act that is refused is written down',
    file: 'services/_kit/src/graph/audited.ts',
    from: "if (isAct && type === 'Mutation') return refusable(name, resolver as Resolver)",
    to: '',
    test: REFUSED_ACTS,
  },
  {
    check: 'so is a signature for an emergency of one’s own',
    file: 'services/children/src/actions/sign-emergency.ts',
    from: 'await record(client, { ...refusedOf(emergency, requestId), ...who })',
    to: 'refusedOf(emergency, requestId)',
    test: REFUSED_ACTS,
  },
  {
    check: 'and the child that an alert is about which somebody would dismiss',
    file: 'services/oversight/src/actions/act-on-alert.ts',
    from: "{ act: 'REFUSED', alerts: alert ? [alert] : [] }",
    to: "{ act: 'REFUSED', alerts: [] }",
    test: REFUSED_ACTS,
  },
  {
    check: 'and of whom alerts are asked for',
    file: 'services/oversight/src/graphql/alerts.ts',
    from: 'trailOf(context).name(id)',
    to: 'trailOf(context)',
    test: REFUSED_ACTS,
  },
  {
    check: 'a record that stands for nobody was asked for also where it was refused',
    file: 'prisma/migrations/20261205200000_honey_that_was_refused/migration.sql',
    from: ", 'REFUSED')",
    to: ')',
    test: REFUSED_ACTS,
  },
  {
    check: 'accesses by the id that a child had before are shown too',
    file: 'prisma/migrations/20261215050000_accesses_as_she_was_named/migration.sql',
    from: 'where d.child_id = child and d.child_before is not null',
    to: 'where false and d.child_id = child',
    test: 'tests/access/named-as-before.test.ts',
  },
]
