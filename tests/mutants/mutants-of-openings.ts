/** Checks of what is opened of one child, each with the change that removes it and the test that must then fail (mutants.ts). */
import type { Mutant } from './mutants.ts'

const OPENED = 'tests/access/opened-records.test.ts'
const EMERGENCY = 'tests/access/emergency-access.test.ts'
const REASON = 'tests/access/written-reasons.test.ts'
const AT_THE_DOOR = 'tests/access/opened-at-the-door.test.ts'
const ROWS = 'tests/access/rows-in-the-database.test.ts'
const MIGRATION = 'prisma/migrations/20261125103000_opened_records/migration.sql'

const CARE = 'tests/access/care-of-a-child.test.ts'

export const MUTANTS_OF_OPENINGS: readonly Mutant[] = [
  {
    check: 'of dangers the DIF reads what care asks for alone',
    file: 'services/_law/src/access-grants.ts',
    from: "'identity', 'location', 'care', 'detection', 'duties',",
    to: "'identity', 'location', 'care', 'risk', 'detection', 'duties',",
    test: CARE,
  },
  {
    check: 'care is told that there is a danger, and not which',
    file: 'services/_law/src/care-needs.ts',
    from: "TRAFFICKING_VICTIM: 'SAFETY'",
    to: "TRAFFICKING_VICTIM: 'HEALTH'",
    test: CARE,
  },
  {
    check: 'ombudspersons are written to of a use of emergency access',
    file: 'services/oversight/src/delivery/mail.ts',
    from: ' + (await writeEmergencyLetters(pool, addresses, now))',
    to: '',
    test: 'tests/audit/emergencies-by-letter.test.ts',
  },
  {
    check: 'and so is that of the state where the child was found',
    file: 'services/oversight/src/rules/emergency-letter.ts',
    from: '...(found === null ? [] : [found])',
    to: '',
    test: 'tests/audit/emergencies-by-letter.test.ts',
  },
  {
    check: 'what was opened of one child opens no other',
    file: 'services/_kit/src/opened.ts',
    from: 'openedOf(actor, now).filter((one) => one.child === child)',
    to: 'openedOf(actor, now)',
    test: OPENED,
  },
  {
    check: 'what has ended opens nothing',
    file: 'services/_kit/src/opened.ts',
    from: 'opened.filter(({ until }) => until > now)',
    to: '[...opened]',
    test: OPENED,
  },
  {
    check: 'beyond the rows an emergency opens identity, place and risk alone',
    file: 'services/_kit/src/opened.ts',
    from: 'if (open.every(({ isOutside }) => isOutside)) return',
    to: 'if (open.every(() => false)) return',
    test: EMERGENCY,
  },
  {
    check: 'a service looks whose record a field is of',
    file: 'services/_kit/src/graph/opened.ts',
    from: 'if (!mayReadOf(actor, access, child, now().getTime())) throw',
    to: 'if (now().getTime() < 0) throw',
    test: OPENED,
  },
  {
    check: 'what was opened ends at a place, in a service',
    file: 'services/_kit/src/graph/opened.ts',
    from: "new Set(['Facility', 'State'])",
    to: 'new Set()',
    test: OPENED,
  },
  {
    check: 'what was opened ends at a place, at the gateway',
    file: 'gateway/src/demands.ts',
    from: 'OF_NO_CHILD.has(returned.name) ? null : child',
    to: 'child',
    test: OPENED,
  },
  {
    check: 'the gateway looks of which child is asked',
    file: 'gateway/src/access.ts',
    from: 'isScope(scope) && mayReadOf(actor, scope, id, Date.now())',
    to: 'isScope(scope) && mayReadOf(actor, scope, id && (actor.opened[0]?.child ?? id), Date.now())',
    test: OPENED,
  },
  {
    check: 'a fragment is asked of each child again',
    file: 'gateway/src/demands.ts',
    from: `\`\${name} \${child ? print(child) : ''}\``,
    to: 'name',
    test: OPENED,
  },
  {
    check: 'what was opened in another role or for other states is not open',
    file: 'gateway/src/openings.ts',
    from: 'subject = $1 and role = $2 and states is not distinct from $3',
    to: 'subject = $1 and ($2::text is not null or $3::text[] is null)',
    test: REASON,
  },
  {
    check: 'the door looks up what is open',
    file: 'gateway/src/graph-door.ts',
    from: 'admitted.isAggregate ? caller : await openings.of(caller)',
    to: 'caller',
    test: AT_THE_DOOR,
  },
  {
    check: 'a GET changes nothing',
    file: 'gateway/src/graph-door.ts',
    from: "request.method !== 'POST' && admitted.operation.operation === 'mutation'",
    to: "request.method === 'PUT' && admitted.operation.operation === 'mutation'",
    test: AT_THE_DOOR,
  },
  {
    check: 'whoever was turned out has nothing open',
    file: MIGRATION,
    from: 's.revoked_at > o.at',
    to: 's.revoked_at > now()',
    test: REASON,
  },
  {
    check: 'an ordinary reason opens no child beyond the rows',
    file: 'services/children/src/actions/open-record.ts',
    from: "by === 'EMERGENCY' ? isThere : isInRows",
    to: 'isThere',
    test: REASON,
  },
  {
    check: 'a program gives no reason',
    file: 'services/children/src/actions/open-record.ts',
    from: "if (kind !== 'person') throw",
    to: 'if (kind === undefined) throw',
    test: REASON,
  },
  {
    check: 'an account of which nobody signed opens nothing',
    file: 'services/children/src/actions/open-record.ts',
    from: "by === 'EMERGENCY' && isFlagged",
    to: "by === 'REASON' && isFlagged",
    test: EMERGENCY,
  },
  {
    check: 'what is opened stands in the audit',
    file: 'services/children/src/actions/open-record.ts',
    from: 'await tell(client, actor, { ...wish, reason }, isOpened)',
    to: 'void tell',
    test: EMERGENCY,
  },
  {
    check: 'nobody signs for himself',
    file: 'services/children/src/rules/second-signature.ts',
    from: "signer.subject === user.subject || signer.kind !== 'person'",
    to: "signer.kind !== 'person'",
    test: EMERGENCY,
  },
  {
    check: 'others do not see whose emergencies there were',
    file: 'services/children/src/store/emergencies-in-sight.ts',
    from: `and (\${own} or \${below})`,
    to: `and (\${own} or \${below} or true)`,
    test: EMERGENCY,
  },
  {
    check: 'others of a role are told of the emergencies of their own office alone',
    file: 'services/children/src/store/emergencies-in-sight.ts',
    from: `and (\${own} or \${below})`,
    to: `and (\${own} or \${below} or o.role = '\${role}')`,
    test: 'tests/fuzz/access.test.ts',
  },
  {
    check: 'an emergency raises an alarm',
    file: 'prisma/migrations/20261126131000_reported_who_would_represent/migration.sql',
    from: "e.act in ('EMERGENCY', 'FLAG', 'REPORTED') returning",
    to: "e.act in ('FLAG', 'REPORTED') returning",
    test: EMERGENCY,
  },
  {
    check: 'what was opened stays as it was written',
    file: MIGRATION,
    from: 'or new.until > old.until',
    to: '',
    test: EMERGENCY,
  },
  {
    check: 'the database sees whom an emergency opens, and nobody else beyond the rows',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: 'const opened = [...seenInEmergency(actor, now.getTime())]',
    to: 'const opened: string[] = []',
    test: EMERGENCY,
  },
  {
    check: 'a group that is read for a reason is nobody’s outright',
    file: 'services/_law/src/access-matrix.ts',
    from: 'ROLES.map((role) => [role, new Set(scopesOf(role))])',
    to: 'ROLES.map((role) => [role, new Set([...scopesOf(role), ...MATRIX[role].withReason.map((g) => GROUPS[g].scope)])])',
    test: OPENED,
  },
  {
    check: 'a service holds what an envelope says was opened against what is written down',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'if (!actor.opened?.length) return actor',
    to: 'if (query) return actor',
    test: OPENED,
  },
  {
    check: 'so does the database',
    file: 'prisma/migrations/20261125121000_openings_are_checked/migration.sql',
    from: "where exists (select from sec.open_now() o where o.child_id = n.id and o.by = 'EMERGENCY')",
    to: '',
    test: ROWS,
  },
  {
    check: 'what somebody else has opened is not open',
    file: 'prisma/migrations/20261125121000_openings_are_checked/migration.sql',
    from: "on l.subject = c.holder ->> 'subject' and",
    to: 'on',
    test: ROWS,
  },
]
