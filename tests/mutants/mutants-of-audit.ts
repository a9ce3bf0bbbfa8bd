/** Checks that hold the audit, each with the change that removes it and the test that must then fail (mutants.ts). */
import type { Mutant } from './mutants.ts'

const DOORS = 'tests/audit/each-door-writes.test.ts'
const CHAIN = 'tests/audit/chain-shows-what-was-changed.test.ts'
const OVERSEERS = 'tests/audit/overseers-are-told.test.ts'
const WRITING = 'tests/audit/writing-is-told.test.ts'
const MIGRATION = 'prisma/migrations/20261125099500_audit/migration.sql'
const CHEAPER_AUDIT = 'prisma/migrations/20261125115000_cheaper_audit/migration.sql'
const CHEAPER_ENTRY = 'prisma/migrations/20261125115100_cheaper_entry/migration.sql'
const TOLD = 'prisma/migrations/20261128233000_audit_in_whose_name/migration.sql'
const ACCESSES = 'prisma/migrations/20261215050000_accesses_as_she_was_named/migration.sql'
const TURNS = 'prisma/migrations/20261129060000_turns_of_the_owner/migration.sql'
const OF_BEFORE = 'tests/audit/chains-of-before.test.ts'

const IN_BULK = 'tests/audit/reading-in-bulk.test.ts'
const HONEY = 'prisma/migrations/20261205200000_honey_that_was_refused/migration.sql'
const BY_WHOM = 'prisma/migrations/20261127120000_read_in_bulk_by_whom/migration.sql'
const GOES_ON = 'prisma/migrations/20261127190300_bulk_goes_on/migration.sql'

export const MUTANTS_OF_AUDIT: readonly Mutant[] = [
  {
    check: 'whoever may have read in bulk waits until it is counted',
    file: GOES_ON,
    from: 'order by (w.subject = any (added)) is not true, w.since, w.subject limit 500',
    to: 'order by w.subject limit 500',
    test: IN_BULK,
  },
  {
    check: 'what is told in streams counts as read by who follows them',
    file: BY_WHOM,
    from: 'select f.subject, f.name, extract(epoch from date_bin',
    to: "select f.subject, 'nobody', extract(epoch from date_bin",
    test: IN_BULK,
  },
  {
    check: 'a stream counts for nobody who had left it, or came later',
    file: GOES_ON,
    from: " and h.at >= to_timestamp(s.first) and h.at <= coalesce(to_timestamp(s.last::float8), 'infinity'),",
    to: ',',
    test: IN_BULK,
  },
  {
    check: 'one service at a time counts who reads in bulk',
    file: TURNS,
    from: "perform from sec.turn t where t.name = 'audit.bulk' for update;",
    to: '',
    test: IN_BULK,
  },
  {
    check: 'who reads in bulk is told of once an hour',
    file: BY_WHOM,
    from: "x.subject = c.subject and x.kind = 'MASS'",
    to: "x.subject = c.subject and x.kind = 'NONE'",
    test: IN_BULK,
  },
  {
    check: 'of what was told in a stream the overseer is shown to whom',
    file: TOLD,
    from: "and e.asked[1] in ('alertRaised begins ' || stream, 'alertRaised ends ' || stream)",
    to: "and e.asked[1] in ('alertRaised ends ' || stream)",
    test: 'tests/journeys/alert-stream.test.ts',
  },
  {
    check: 'no audit, no answer',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'return { data: null, errors: [fault as GraphQLError] } // Of `refusal`.',
    to: 'return null',
    test: DOORS,
  },
  {
    check: 'the audit names the child of each record that is read',
    file: 'services/_kit/src/graph/audited.ts',
    from: "trail.record(type, typeof child === 'string' ? child : null)",
    to: 'trail.record(type, null)',
    test: DOORS,
  },
  {
    check: 'the audit names the groups of fields that are read',
    file: 'services/_kit/src/graph/audited.ts',
    from: '      trail.scope(access)\n',
    to: '',
    test: DOORS,
  },
  {
    check: 'the audit names who was asked for and not given',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'for (const id of entitiesIn(schema, operation, variables)) trail.name(id)',
    to: '',
    test: OVERSEERS,
  },
  {
    check: 'what is closed to the asker is written to the audit',
    file: 'gateway/src/request/graph-door.ts',
    from: 'if (closed) await refusals.tell(asker, closed.fields, children)',
    to: '',
    test: DOORS,
  },
  {
    check: 'no audit, no file taken in',
    file: 'services/_kit/src/intake/take-in.ts',
    from: 'await recordWrite(client, feed, batch, { by: options.by, records: counts.rows })',
    to: '',
    test: WRITING,
  },
  {
    check: 'no audit, no file taken back',
    file: 'services/_kit/src/intake/withdraw.ts',
    from: 'await recordWithdrawal(client, service, batchId,',
    to: 'void (client, service, batchId,',
    test: WRITING,
  },
  {
    check: 'the audit is only added to',
    file: MIGRATION,
    from: 'before update or delete or truncate',
    to: 'before update',
    test: CHAIN,
  },
  {
    check: 'a service adds to the audit for itself alone',
    file: CHEAPER_ENTRY,
    from: 'if session_user not in (',
    to: 'if false and session_user not in (',
    test: CHAIN,
  },
  {
    check: 'one process at a time chains the audit of a service',
    file: TURNS,
    from: "if not sec.takes_turn('audit.' || of_service) then",
    to: "if false and not sec.takes_turn('audit.' || of_service) then",
    test: CHAIN,
  },
  {
    check: 'a record that stands for nobody, told by a stream, names who follows it',
    file: HONEY,
    from: 'join audit.following f on f.stream = o.subject and',
    to: 'join audit.following f on false and',
    test: IN_BULK,
  },
  {
    check: 'and nobody who had left',
    file: HONEY,
    from: ' and coalesce(f.ended_at, f.until) >= o.at',
    to: '',
    test: IN_BULK,
  },
  {
    check: 'and whoever comes while it is still told',
    file: HONEY,
    from: "b.asked[1] like 'alertRaised begins stream:%'",
    to: "b.asked[1] like 'nothing %'",
    test: IN_BULK,
  },
  {
    check: 'the gateway gives nothing out before the audit is on the disk',
    file: 'gateway/src/graph/gateway.ts',
    from: 'await Promise.allSettled(unkept)',
    to: 'await Promise.allSettled([...unkept].slice(0, 0))',
    test: DOORS,
  },
  {
    check: 'what could not be written down is asked for again, and what is withheld is missing',
    file: 'gateway/src/graph/gateway.ts',
    from: "if (outcomes.every(({ status }) => status === 'fulfilled')) return given",
    to: 'if (outcomes) return given',
    test: DOORS,
  },
  {
    check: 'a service that is asked over HTTP waits until its audit is on the disk',
    file: 'services/_kit/src/audit/answer.ts',
    from: '    await kept\n',
    to: '    kept.catch(() => {})\n',
    test: DOORS,
  },
  {
    check: 'links of an older form are verified as such',
    file: 'services/_kit/src/audit/hash.ts',
    from: 'return hash.update(wordsOf(entry)).digest()',
    to: 'return hash.update(int8(entry.seq)).update(bytesOf(entry)).digest()',
    test: OF_BEFORE,
  },
  {
    check: 'accesses since the last hundred are shown too',
    file: ACCESSES,
    from: "      null from unnest(array['children',",
    to: "      0 from unnest(array['children',",
    test: OF_BEFORE,
  },
  {
    check: 'what older links tell of is found by the child',
    file: CHEAPER_AUDIT,
    from: 'max(seq) / 100 as hundreds from audit.link',
    to: '0 as hundreds from audit.link',
    test: OF_BEFORE,
  },
  {
    check: 'a chain that is written anew is told by its heads',
    file: 'services/_kit/src/audit/verify.ts',
    from: "head.isSigned && head.hash !== hash.toString('hex')",
    to: 'head === null',
    test: CHAIN,
  },
  {
    check: 'a chain that is cut is told by its heads',
    file: 'services/_kit/src/audit/verify.ts',
    from: 'own.some(({ seq }) => seq > verdict.links)',
    to: 'false',
    test: CHAIN,
  },
  {
    check: 'who is overseen does not read the audit',
    file: 'services/_law/src/access-grants.ts',
    from: "reads: [...OPEN, 'stats', ...WHOLE_CHILD, 'identity', 'alerts', 'oversight', 'emergencies', 'letters'],",
    to: "reads: [...OPEN, 'stats', ...WHOLE_CHILD, 'identity', 'alerts', 'oversight', 'emergencies', 'letters', 'audit'],",
    test: OVERSEERS,
  },
  {
    check: 'an ombudsperson of a state is told of its readers alone',
    file: 'services/oversight/src/store/audit-store.ts',
    from: `states && \${mark(states)}::text[]`,
    to: `states && \${mark(states)}::text[] or true`,
    test: OVERSEERS,
  },
  {
    check: 'a note that hides an access from an overseer is found out',
    file: 'services/_kit/src/audit/hundreds.ts',
    from: 'if (!isSo) this.hidden',
    to: 'if (!isSo && told.size < 0) this.hidden',
    test: 'tests/audit/notes-of-hundreds.test.ts',
  },
  {
    check: 'a note beyond the end, behind which nothing is looked for, is found out',
    file: 'services/_kit/src/audit/hundreds.ts',
    from: 'if (rows[0]) this.hidden',
    to: 'if (rows[1]) this.hidden',
    test: 'tests/audit/notes-of-hundreds.test.ts',
  },
  {
    check: 'an entry in a queue that nobody works off is found out',
    file: 'services/_kit/src/audit/verify.ts',
    from: ' and u.service = e.service',
    to: '',
    test: 'tests/audit/chain-shows-what-was-changed.test.ts',
  },
]
