/** Checks of what a login has the database run with the rights of the owner, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const AS_THE_OWNER = 'prisma/migrations/20261128202000_what_runs_as_the_owner/migration.sql'
const TEST = 'tests/access/what-runs-as-the-owner.test.ts'

export const MUTANTS_OF_OWNER: readonly Mutant[] = [
  {
    check: 'a type of one’s own stands in for none that a function of the owner speaks of',
    file: AS_THE_OWNER,
    from: "execute format('alter function %s set search_path = pg_catalog, pg_temp', one.called)",
    to: "execute format('alter function %s set search_path = pg_catalog', one.called)",
    test: TEST,
  },
  {
    check: 'a trigger of the owner hangs on its own tables alone',
    file: AS_THE_OWNER,
    from: 'where n.nspname = any (ours) and p.prosecdef\n',
    to: "where n.nspname = any (ours) and p.prosecdef and p.prorettype <> 'trigger'::regtype\n",
    test: TEST,
  },
  {
    check: 'what the owner does for a service it does for no other login',
    file: AS_THE_OWNER,
    from: 'where n.nspname = any (ours) and p.prosecdef\n',
    to: "where n.nspname = any (ours) and p.prosecdef and p.prorettype = 'trigger'::regtype\n",
    test: 'tests/access/sql-let-in.test.ts',
  },
  {
    check: 'of a file that waits to be counted its own service alone says that it was',
    file: AS_THE_OWNER,
    from: "or session_user = 'vigia_' || u.service",
    to: 'or session_user is not null',
    test: TEST,
  },
  {
    check: 'whoever only reads makes no temporary table',
    file: 'prisma/src/temporary-tables.ts',
    from: ' from public`)',
    to: ' from vigia_gateway`)',
    test: TEST,
  },
]
