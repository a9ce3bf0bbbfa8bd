/** Checks of the database, as mutants.ts lists those of the services: the policies of rows, and the context they go by. */
import type { Mutant } from './mutants.ts'

const POLICIES = 'prisma/migrations/20261125100000_rows_by_actor/migration.sql'
const ACTS = 'prisma/migrations/20261125114000_acts_on_children/migration.sql'
const ASK_LESS = 'prisma/migrations/20261126100000_policies_ask_less/migration.sql'
const ROWS = 'tests/access/rows-in-the-database.test.ts'
const STUBS = 'tests/access/stubs.test.ts'
const LET_IN = 'tests/access/sql-let-in.test.ts'

export const MUTANTS_OF_ROWS: readonly Mutant[] = [
  {
    check: 'a context counts only with the code of its key',
    file: POLICIES,
    from: "if not found or sha256(convert_to(part[3], 'UTF8')) <>",
    to: "if not found or false and sha256(convert_to(part[3], 'UTF8')) <>",
    test: ROWS,
  },
  {
    check: 'a context is good for half a minute',
    file: POLICIES,
    from: "if (actor ->> 'until')::numeric < extract(epoch from clock_timestamp()) is not false then",
    to: 'if false then',
    test: ROWS,
  },
  {
    check: 'without a context a statement is refused',
    file: POLICIES,
    from: 'if array_length(part, 1) is distinct from 3 then',
    to: 'if array_length(part, 1) is distinct from 3 then return null;',
    test: ROWS,
  },
  {
    check: 'what belongs to a child is seen as the child is',
    file: POLICIES,
    from: "format('(select sec.sees_all()) or (select true from",
    to: "format('true or (select true from",
    test: ROWS,
  },
  {
    check: 'who sees by states sees by policy the children of these alone, in every service',
    file: ASK_LESS,
    from: "when 'SIGHT' then state = any ((select sec.own_states())::char(2)[])\n            or",
    to: "when 'SIGHT' then true or",
    test: ROWS,
  },
  {
    check: 'counsel sees by policy its own mandates alone, in every service',
    file: ASK_LESS,
    from: "when 'MANDATE' then 'SIGHT'",
    to: "when 'MANDATE' then 'ALL'",
    test: ROWS,
  },
  {
    check: 'whoever knows of children by acts sees by policy those alone, in every service',
    file: ASK_LESS,
    from: 'else (select true from %1$I.act_here a where a.child_id = %3$s limit 1)',
    to: "else sec.rule() = any (array['CASES', 'PLACED', 'STATE_ACTS'])",
    test: ROWS,
  },
  {
    check: 'a mandate shows no children of states, whatever states its context names',
    file: ASK_LESS,
    from: "case actor ->> 'rule' when 'STATES' then coalesce",
    to: "case 'STATES' when 'STATES' then coalesce",
    test: ROWS,
  },
  {
    check: 'a Procuraduría knows of no child by a stay',
    file: ACTS,
    from: "when 'CASES' then array['NOTICE', 'FILE']",
    to: "when 'CASES' then array['NOTICE', 'FILE', 'STAY']",
    test: ROWS,
  },
  {
    check: 'the DIF knows of no child by a file',
    file: ACTS,
    from: "when 'PLACED' then array['STAY']",
    to: "when 'PLACED' then array['FILE', 'STAY']",
    test: ROWS,
  },
  {
    check: 'a stay of the past shows the child for 30 days in children',
    file: ACTS,
    from: "from children.stay_ref s join children.place_ref p using (facility_id)\n  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])\n    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days')",
    to: "from children.stay_ref s join children.place_ref p using (facility_id)\n  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])",
    test: ROWS,
  },
  {
    check: 'a stay of the past shows the child for 30 days in placements',
    file: ACTS,
    from: "and (left_at is null or left_at > (select sec.now()) - interval '30 days')",
    to: '',
    test: ROWS,
  },
  {
    check: 'a notice is of the state that gave it',
    file: ACTS,
    from: 'where notified_at is not null and state = any ((select sec.states())::char(2)[])',
    to: 'where notified_at is not null',
    test: ROWS,
  },
  {
    check: 'a Procuraduría sees by policy the alerts about its children alone',
    file: ACTS,
    from: "when 'CASES' then child_id is null or (select true from oversight.act_here a where a.child_id = alert.child_id limit 1)",
    to: "when 'CASES' then true",
    test: ROWS,
  },
  {
    check: 'what INM sent is read by INM alone',
    file: POLICIES,
    from: "where (select sec.rule()) = ''OWN_WRITING''",
    to: 'where true',
    test: ROWS,
  },
  {
    check: 'an office of INM reads what was sent of its states',
    file: POLICIES,
    from: 'or state_of_row = any ((select sec.states())::char(2)[]))',
    to: 'or true)',
    test: ROWS,
  },
  {
    check: 'birth dates are closed to the login that answers',
    file: POLICIES,
    from: 'first_detected_at, language, batch_id, line, recorded_at)',
    to: 'first_detected_at, language, batch_id, line, recorded_at, born_on)',
    test: LET_IN,
  },
  {
    check: 'rows as they came are closed to the login that answers',
    file: POLICIES,
    from: 'grant select (id, batch_id, feed, line, keys, reason, recorded_at, matched_at) on',
    to: 'grant select on',
    test: LET_IN,
  },
  {
    check: 'a request reads in the name of its asker',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'withActor(rowContextOf(named))',
    to: "withActor({ rule: 'ALL', states: null, parties: [], opened: [], at: '' })",
    test: LET_IN,
  },
  {
    check: 'nobody inherits the actor of the request before',
    file: 'prisma/src/reader.ts',
    from: "set_config('app.ctx', $1, true)",
    to: "set_config('app.ctx', $1, false)",
    test: ROWS,
  },
  {
    check: 'a stub ends',
    file: 'prisma/migrations/20261125121100_stubs/migration.sql',
    from: "and s.left_at > (select sec.now()) - interval '90 days' and s.left_at <= (select sec.now())\n    group by",
    to: 'and s.left_at <= (select sec.now())\n    group by',
    test: STUBS,
  },
  {
    check: 'a stub is for who has one',
    file: 'prisma/migrations/20261125121100_stubs/migration.sql',
    from: "sec.rule() = 'STATES' and coalesce((sec.ctx() ->> 'stubs')::boolean, false)",
    to: "sec.rule() = 'STATES'",
    test: STUBS,
  },
  {
    check: 'of a stub nothing but its group is told',
    file: 'services/_kit/src/graph/opened.ts',
    from: 'isStub(parent) && !parent.stub.has(access)',
    to: 'isStub(parent) && parent.stub.size > 99',
    test: STUBS,
  },
]
