/** Checks of the database, as mutants.ts lists those of the services: the policies of rows, and the context they go by. */
import type { Mutant } from './mutants.ts'

const POLICIES = 'prisma/migrations/20261125100000_rows_by_actor/migration.sql'
const ROWS = 'tests/access/rows-in-the-database.test.ts'
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
    check: 'children are seen by policy',
    file: POLICIES,
    from: '(state = any ((select sec.states())::char(2)[]) or (select true from children.child_sight s where s.child_id = child.id))\n    and case',
    to: 'true and case',
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
    check: 'a Procuraduría sees by policy whom it has a file or a notice of',
    file: POLICIES,
    from: "when 'CASES' then (select true from children.filed_here f where f.child_id = child.id limit 1)",
    to: "when 'CASES' then true",
    test: ROWS,
  },
  {
    check: 'the DIF sees by policy whom it lodges',
    file: POLICIES,
    from: "when 'PLACED' then (select true from children.stay_ref r where r.child_id = child.id limit 1)",
    to: "when 'PLACED' then true",
    test: ROWS,
  },
  {
    check: 'the other services judge by the rule too',
    file: POLICIES,
    from: 'and (state = any ((select sec.states())::char(2)[]) or (select true from %I.child_sight s',
    to: 'and (true or (select true from %I.child_sight s',
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
    from: 'withActor(rowContextOf(actor))',
    to: "withActor({ rule: 'ALL', states: null, parties: [], opened: [] })",
    test: LET_IN,
  },
  {
    check: 'nobody inherits the actor of the request before',
    file: 'prisma/src/reader.ts',
    from: "set_config('app.ctx', $1, true)",
    to: "set_config('app.ctx', $1, false)",
    test: ROWS,
  },
]
