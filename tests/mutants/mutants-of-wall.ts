/** Checks that keep what protection recorded from INM, in what it reads back and in what it is told of a file. */
import type { Mutant } from './mutants.ts'

const WALL = 'tests/access/firewall.test.ts'
const FILES_OF_INM = 'tests/access/files-of-inm.test.ts'
const SENT = 'prisma/migrations/20261129160000_pages_of_what_inm_sent/migration.sql'

export const MUTANTS_OF_WALL: readonly Mutant[] = [
  {
    check: 'what an answer costs INM tells nothing of when figures changed',
    file: 'gateway/src/request/graph-door.ts',
    from: "isAggregate && hasScope(actor, 'stats:read')",
    to: "isAggregate && hasScope(actor, 'public:read')",
    test: 'gateway/src/request/kept-answers.test.ts',
  },
  {
    check: 'the database has the same to do for a file of INM, whatever is known of its rows',
    file: 'services/_kit/src/intake/chunk.ts',
    from: ' || (isBehindWall === true && !traits.presumedNew)',
    to: '',
    test: 'tests/access/files-of-inm.test.ts',
  },
  {
    check: 'and whatever files of others came before it',
    file: 'services/_kit/src/intake/take-in.ts',
    from: 'areFew: !isWalled && isFew(chunk.rows)',
    to: 'areFew: isFew(chunk.rows)',
    test: 'tests/intake/files-one-after-the-other.test.ts',
  },
  {
    check: 'which leave it no tables',
    file: 'services/_kit/src/intake/staging/tables.ts',
    from: 'rows[0]?.mark === mark && !isWalled',
    to: 'rows[0]?.mark === mark',
    test: 'tests/intake/files-one-after-the-other.test.ts',
  },
  {
    check: 'and whether or not one could not be joined',
    file: 'services/_kit/src/intake/chunk.ts',
    from: 'if (rows.length === 0 && !isBehindWall) return',
    to: 'if (rows.length === 0) return',
    test: 'tests/access/files-of-inm.test.ts',
  },
  {
    check: 'and whether or not others have told of a later day',
    file: 'services/_kit/src/intake/behind-the-wall.ts',
    from: '  const found: Reject[] = []\n',
    to: '  const found: Reject[] = []\n  const { rowCount } = await client.query("select from " + service + ".batch x, the_batch b where x.source <> b.source limit 1")\n  if (rowCount === 0) return found\n',
    test: FILES_OF_INM,
  },
  {
    check: 'INM reads back its word also where a later one of others overrules it',
    file: 'services/_kit/src/intake/chunk.ts',
    from: 'joins ? [...checked, ...(await overruled(client, feed, layout))] : checked',
    to: 'checked',
    test: FILES_OF_INM,
  },
  {
    check: 'INM reads what it sent, and not what others made of it',
    file: SENT,
    from: "told.batch_id and b.source = 'INM'\n",
    to: 'told.batch_id\n',
    test: WALL,
  },
  {
    check: 'what others recorded refuses no row of INM',
    file: 'services/_kit/src/intake/chunk.ts',
    from: 'if (task.isBehindWall) await setSpokenAgainstApart(task, outcome, { checks, joins })',
    to: 'if (task.isBehindWall) await refuse(task, outcome, checks)',
    test: FILES_OF_INM,
  },
  {
    check: 'what is wrong in a row of INM by itself is told, though nothing is that others recorded',
    file: 'services/_kit/src/intake/behind-the-wall.ts',
    from: '!/\\bplaced\\b/.test(sql)',
    to: "sql === ''",
    test: FILES_OF_INM,
  },
  {
    check: 'no notice tells INM which of its rows could not be joined',
    file: 'services/_kit/src/intake/take-in.ts',
    from: '...(rows.isWalled ? [] : setApart.notices())',
    to: '...setApart.notices()',
    test: FILES_OF_INM,
  },
  {
    check: 'no count tells INM which of its rows were new, and which wait',
    file: 'services/_kit/src/intake/command/report.ts',
    from: "isBehindWall ? WORDS.filter(([name]) => name === 'refused') : WORDS",
    to: 'WORDS',
    test: FILES_OF_INM,
  },
  {
    check: 'what becomes of a file of INM that is taken back tells nothing of what others recorded',
    file: 'services/_kit/src/intake/command/report.ts',
    from: 'if (isBehindWall) return',
    to: 'if (!batchId) return',
    test: 'tests/access/withdrawals-of-inm.test.ts',
  },
  {
    check: 'nor does the sentence by which that is refused',
    file: 'services/_kit/src/intake/known/withdrawal-refused.ts',
    from: 'isWalled ? new WithdrawalRefused(NOT_YET, error.message) : error',
    to: 'error',
    test: 'tests/access/withdrawals-of-inm.test.ts',
  },
  {
    check: 'and of two that wait that of the latest day, whichever came first',
    file: SENT,
    from: 'order by key, cutoff_on desc, taken_at desc',
    to: 'order by key, taken_at desc',
    test: 'tests/access/late-words-of-inm.test.ts',
  },
  {
    check: 'INM reads back a row that waits like any other',
    file: SENT,
    from: 'and u.matched_at is null and u.raw',
    to: 'and u.matched_at is not null and u.raw',
    test: FILES_OF_INM,
  },
  {
    check: 'INM reads back in which file it last told a fact, whoever changed it meanwhile',
    file: SENT,
    from: '%16$s union all select r.batch_id, r.line where not exists (%16$s)) told',
    to: 'select r.batch_id, r.line) told',
    test: 'tests/access/pages-of-what-inm-sent.test.ts',
  },
]
