/** Checks of the database, as mutants.ts lists those of the services: in whose name it is asked, and by which rule it judges. */
import type { Mutant } from './mutants.ts'

const ONCE = 'prisma/migrations/20261126120000_verified_once/migration.sql'
/** Who enters is said anew there. */
const ENTERS = 'prisma/migrations/20261127110000_acts_of_others/migration.sql'
const WHOSE_NAME = 'tests/access/in-whose-name.test.ts'
const ROWS = 'tests/access/rows-in-the-database.test.ts'

export const MUTANTS_OF_CONTEXT: readonly Mutant[] = [
  {
    check: 'a context counts only with the code of its key',
    file: ONCE,
    from: "if not found or sha256(convert_to(part[3], 'UTF8')) <>",
    to: "if not found or false and sha256(convert_to(part[3], 'UTF8')) <>",
    test: WHOSE_NAME,
  },
  {
    check: 'a context is good for half a minute, in a transaction that goes on as well',
    file: ONCE,
    from: 'e.xact = pg_current_xact_id_if_assigned() and e.until > clock_timestamp()',
    to: 'e.xact = pg_current_xact_id_if_assigned()',
    test: WHOSE_NAME,
  },
  {
    check: 'without a context a statement is refused',
    file: ONCE,
    from: "  if not found then\n    raise exception 'No actor.'",
    to: "  if false then\n    raise exception 'No actor.'",
    test: WHOSE_NAME,
  },
  {
    check: 'a transaction has one actor',
    file: ENTERS,
    from: 'on conflict do nothing',
    to: 'on conflict (xact) do update set actor = excluded.actor, way = excluded.way',
    test: WHOSE_NAME,
  },
  {
    check: 'what belongs to a child is seen as the child is',
    file: ONCE,
    from: 'else (select true from %1$s c where c.%2$s = %3$I.child_id) end',
    to: 'else true end',
    test: ROWS,
  },
  {
    check: 'who sees by states sees by policy the children of these alone, in every service',
    file: ONCE,
    from: 'state = any ((select sec.own_states())::char(2)[]) or (select',
    to: 'true or (select',
    test: ROWS,
  },
  {
    check: 'whoever does not see by sight is shown nobody by it, whatever its statement was planned for',
    file: ONCE,
    from: "case (select sec.way()) when 'SIGHT' then",
    to: "case 'SIGHT' when 'SIGHT' then",
    test: WHOSE_NAME,
  },
  {
    check: 'counsel sees by policy its own mandates alone, in every service',
    file: ENTERS,
    from: "when 'MANDATE' then 'SIGHT'",
    to: "when 'MANDATE' then 'ALL'",
    test: ROWS,
  },
  {
    check: 'whoever knows of children by acts sees by policy those alone, in every service',
    file: ONCE,
    from: '(select true from %1$I.act_here a where a.child_id = %3$s limit 1) end',
    to: "(select sec.way()) = 'ACTS' end",
    test: ROWS,
  },
  {
    check: 'a mandate shows no children of states, whatever states its context names',
    file: ENTERS,
    from: "case rule when 'STATES' then coalesce",
    to: "case 'STATES' when 'STATES' then coalesce",
    test: WHOSE_NAME,
  },
  {
    check: 'nobody inherits the actor of the request before',
    file: ONCE,
    from: 'where e.xact = pg_current_xact_id_if_assigned() and',
    to: 'where',
    test: WHOSE_NAME,
  },
  {
    check: 'a plan is kept for the rule that it was made for',
    file: 'prisma/src/kept-plans.ts',
    from: "[name, rule].join(' ')",
    to: 'name',
    test: WHOSE_NAME,
  },
  {
    check: 'who stands in the list of another state is told to who knows of it by its states alone',
    file: 'prisma/migrations/20261208010000_found_elsewhere/migration.sql',
    from: 'select sec.own_states()',
    to: 'select sec.states()',
    test: 'tests/access/found-elsewhere.test.ts',
  },
]
