/** Checks that hold what leaves as a file, each with the change that removes it and the test that must then fail (mutants.ts). */
import type { Mutant } from './mutants.ts'

const DOORS = 'gateway/src/exports/export-doors.ts'
const STORE = 'gateway/src/exports/export-store.ts'
const HOLDS = 'tests/exports/what-a-file-holds.test.ts'
const REFUSED = 'tests/exports/what-is-refused.test.ts'
const SECOND = 'tests/exports/second-person.test.ts'
const ENDS = 'tests/exports/approvals-that-end.test.ts'
const LAW = 'services/_law/src/exports.ts'

const ON_ITS_WAY = 'gateway/src/exports/export-doors.test.ts'

export const MUTANTS_OF_EXPORTS: readonly Mutant[] = [
  {
    check: 'files of one account are gathered in turn',
    file: DOORS,
    from: 'await options.underWay.within(asked.caller.actor.sub, () => make(options, wish, asked, response))',
    to: 'await make(options, wish, asked, response)',
    test: ON_ITS_WAY,
  },
  {
    check: 'a file ends with what let its taker in',
    file: 'gateway/src/exports/send-file.ts',
    from: '      letIn.throwIfAborted()\n',
    to: '',
    test: ON_ITS_WAY,
  },
  {
    check: 'a file is not gathered for whoever is let in no more',
    file: DOORS,
    from: '    letIn.throwIfAborted()\n    if (rows',
    to: '    if (rows',
    test: ON_ITS_WAY,
  },
  {
    check: 'what a slow reader has not taken when he is turned out is not told',
    file: 'gateway/src/exports/let-in.ts',
    from: 'if (response.headersSent) cutOff(',
    to: 'if (response.destroyed) cutOff(',
    test: ON_ITS_WAY,
  },
  {
    check: 'a file that breaks off since the gateway stops may be fetched again',
    file: 'gateway/src/exports/on-their-way.ts',
    from: 'return AbortSignal.any([letIn, this.#over.signal])',
    to: 'return letIn',
    test: ON_ITS_WAY,
  },
  {
    check: 'which is noted before the stop is over',
    file: DOORS,
    from: 'await options.onTheirWay.during(give(options, kept, asked, response))',
    to: 'await give(options, kept, asked, response)',
    test: ON_ITS_WAY,
  },
  {
    check: 'a list of alerts has a row that stands for nobody',
    file: 'gateway/src/exports/columns.ts',
    from: "{ kind: 'CHILDREN', child: 'child.id' }",
    to: "{ kind: 'RECORDS', child: 'child.id' }",
    test: 'tests/exports/what-a-file-holds.test.ts',
  },
  {
    check: 'the row of nobody says nothing that no row of a child could say',
    file: 'gateway/src/exports/file.ts',
    from: 'column.isFree === true',
    to: "column.form === 'code'",
    test: 'gateway/src/exports/file.test.ts',
  },
  {
    check: 'the row of nobody stands among no rows of one child',
    file: 'gateway/src/exports/references.ts',
    from: 'isOfTheSame(rows, at, at + 1) ? lastOf(rows, at + 1) : at',
    to: 'isOfTheSame(rows, at, at + 1) ? at : at',
    test: 'gateway/src/exports/references.test.ts',
  },
  {
    check: 'only who may take lists out takes them out',
    file: DOORS,
    from: 'if (!hasScope(caller.actor, act)) await refuse(',
    to: 'if (false) await refuse(',
    test: HOLDS,
  },
  {
    check: 'a list that is closed to the asker is refused, and told',
    file: DOORS,
    from: 'if (fault) await refuse(',
    to: 'if (false) await refuse(',
    test: HOLDS,
  },
  {
    check: 'a long list needs a second person',
    file: DOORS,
    from: 'Number.POSITIVE_INFINITY : ROWS_ALONE',
    to: 'Number.POSITIVE_INFINITY : Number.POSITIVE_INFINITY',
    test: SECOND,
  },
  {
    check: 'an approval ends with the rights of who gave it',
    file: 'prisma/migrations/20261129080000_approvals_to_the_millisecond/migration.sql',
    from: 's.revoked_at > e.approved_at',
    to: 's.revoked_at > now()',
    test: ENDS,
  },
  {
    check: 'the second person is another one',
    file: LAW,
    from: 'first.sub === second.sub ||',
    to: '',
    test: SECOND,
  },
  {
    check: 'what was approved is given in the role and for the states of then',
    file: DOORS,
    from: 'if (!isStillDecided(kept, asked.caller.actor))',
    to: 'if (false)',
    test: ENDS,
  },
  {
    check: 'what was approved of single places is given of no others',
    file: LAW,
    from: ' && isWithin(now.facilities, then.facilities)',
    to: '',
    test: ENDS,
  },
  {
    check: 'in a file of counts the place of a withheld part does not tell how large it is',
    file: 'gateway/src/exports/file.ts',
    from: '.toSorted((a, b) => byCode(page[a]?.values ?? [], page[b]?.values ?? []))',
    to: '',
    test: 'gateway/src/exports/file.test.ts',
  },
  {
    check: 'the second person has the states of the first',
    file: LAW,
    from: 'return first.states?.every((code) => states.includes(code)) ?? false',
    to: 'return states.length > 0',
    test: SECOND,
  },
  {
    check: 'an export is fetched by who asked for it alone',
    file: DOORS,
    from: 'if (kept?.sub !== asked.caller.actor.sub) throw',
    to: 'if (!kept) throw',
    test: SECOND,
  },
  {
    check: 'what was approved is given once',
    file: STORE,
    from: 'MAY_BE_FETCHED = `given_at is null and exists',
    to: 'MAY_BE_FETCHED = `exists',
    test: SECOND,
  },
  {
    check: 'three at once are counted as three',
    file: STORE,
    from: '        await refuseTooMany(tx, actor.sub)\n',
    to: '',
    test: REFUSED,
  },
  {
    check: 'an export stands in the audit',
    file: STORE,
    from: "      await tell(tx, asked, { act: isGiven ? 'EXPORT'",
    to: "      if (false) await tell(tx, asked, { act: isGiven ? 'EXPORT'",
    test: HOLDS,
  },
  {
    check: 'two files cannot be joined',
    file: 'gateway/src/exports/references.ts',
    from: 'createSecretKey(randomBytes(32))',
    to: 'createSecretKey(Buffer.alloc(32))',
    test: HOLDS,
  },
  {
    check: 'a list of children has a row that stands for nobody',
    file: 'gateway/src/exports/file.ts',
    from: 'decoy === null ? rows : withDecoy(rows, decoy, isFree)',
    to: 'rows',
    test: HOLDS,
  },
  {
    check: 'a file of one state tells of no other',
    file: 'services/placements/src/intake/stay-checks.ts',
    from: '  IN_ANOTHER_STATE,\n',
    to: '',
    test: 'tests/access/of-another-state.test.ts',
  },
  {
    check: 'whoever is reported does not represent',
    file: 'services/representation/src/intake/representations.ts',
    from: `\${REPRESENTED_BY_THE_REPORTED} union all `,
    to: '',
    test: 'tests/intake/reported-persons.test.ts',
  },
  {
    check: 'that somebody reported would represent is told to overseers',
    file: 'services/_kit/src/intake/take-in.ts',
    from: 'if (!options.dryRun) attempt.reported.push',
    to: 'if (options.dryRun) attempt.reported.push',
    test: 'tests/intake/reported-persons.test.ts',
  },
  {
    check: 'no part of one to four is told by its total, which another file tells',
    file: 'gateway/src/exports/file.ts',
    from: 'const rows = withheldIn(cells, page, list)',
    to: 'const rows = cells',
    test: 'gateway/src/exports/file.test.ts',
  },
  {
    check: 'nor of how many came so far, by the stage beside it',
    file: 'gateway/src/exports/file.ts',
    from: 'if (!areParts && !areStages) return rows',
    to: 'if (!areParts) return rows',
    test: 'gateway/src/exports/file.test.ts',
  },
]
