/** Checks that hold the gates of INM, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const GATES = 'tests/access/gates.test.ts'
const USED = 'tests/access/gates-used-up.test.ts'
const SHUT = 'tests/access/gates-fail-closed.test.ts'
const IN_SQL = 'tests/contract/gates-in-sql.test.ts'
const RULES = 'services/returns/src/rules/gates.test.ts'
const VIEWS = 'prisma/migrations/20261125102200_gates_by_actor/migration.sql'
/** In force, of the gate. */
const REFUSALS = 'prisma/migrations/20261129030000_refusals_prevail/migration.sql'
/** In force, of standings. */
const STANDINGS = 'prisma/migrations/20261129110100_determined_after_by_whom/migration.sql'
const TOKENS = 'gateway/src/sign-in/access-tokens.test.ts'

export const MUTANTS_OF_GATES: readonly Mutant[] = [
  {
    check: 'a gate is of a child whom the office of the asker found',
    file: VIEWS,
    from: 'and w.state = any ((select sec.states())::char(2)[])',
    to: '',
    test: GATES,
  },
  {
    check: 'a gate is of a child whom INM found',
    file: 'services/returns/src/actions/follow-children.ts',
    from: "payload ->> 'source' = 'INM' and payload ->> 'feed' = 'detections'",
    to: "payload ->> 'feed' = 'detections'",
    test: GATES,
  },
  {
    check: 'what others make of a detection moves no gate',
    file: VIEWS,
    from: 'join returns.inm_batch_ref using (batch_id)\n  where',
    to: 'where',
    test: GATES,
  },
  {
    check: 'a return is permitted by what would make it valid',
    file: 'services/returns/src/rules/gates.ts',
    from: "document !== undefined && !isRefused && standingOfReturn(now, determinations, null) === 'VALID'",
    to: 'document !== undefined && !isRefused',
    test: RULES,
  },
  {
    check: 'a refusal without an hour shuts the gate on its day',
    file: REFUSALS,
    from: "(t.decided_at < now() or t.outcome <> 'RETURN_PERMITTED')",
    to: 't.decided_at < now()',
    test: IN_SQL,
  },
  {
    check: 'of one instant a refusal shuts the gate',
    file: REFUSALS,
    from: "t.decided_at desc, t.outcome = 'RETURN_PERMITTED', t.determination_id desc",
    to: 't.decided_at desc, t.determination_id desc',
    test: IN_SQL,
  },
  {
    check: 'of one instant a refusal makes a return invalid',
    file: STANDINGS,
    from: "order by decided_at desc, outcome = 'RETURN_PERMITTED', determination_id desc",
    to: 'order by decided_at desc, determination_id desc',
    test: 'tests/contract/standing-in-sql.test.ts',
  },
  {
    check: 'INM reads a determination only where it permits',
    file: REFUSALS,
    from: "d on d.outcome = 'RETURN_PERMITTED' and not",
    to: 'd on not',
    test: GATES,
  },
  {
    check: 'what a return has used up permits no other',
    file: REFUSALS,
    from: 'd.decided_at < greatest(',
    to: 'false and d.decided_at < greatest(',
    test: USED,
  },
  ...[USED, 'tests/access/twin-worlds.test.ts'].map((test) => ({
    check: 'that others found a child again moves no gate',
    file: REFUSALS,
    from: 'e where e.child_id = f.child_id),',
    to: 'e where e.child_id = f.child_id and exists (select from returns.detection_ref x where x.child_id = f.child_id and x.detected_at > e.departed_at)),',
    test,
  })),
  ...[USED, 'tests/access/twin-worlds.test.ts'].map((test) => ({
    check: 'nor that others tell of a return',
    file: 'prisma/migrations/20261129050700_expulsions_are_returns/migration.sql',
    from: "where b.source = 'INM' and b.withdrawn_at is null)",
    to: 'where b.withdrawn_at is null)',
    test,
  })),
  {
    check: 'nor that a row of INM waits, for what others have told',
    file: REFUSALS,
    from: 'w.child_id = f.child_id or w.acta = f.acta',
    to: 'false',
    test: USED,
  },
  {
    check: 'what a return has used up makes no other valid',
    file: STANDINGS,
    from: 'r.decided_at < back.departed_at, false',
    to: 'false, false',
    test: 'tests/journeys/late-determination.test.ts',
  },
  {
    check: 'what a return has used up ends the alert of no other',
    file: 'services/oversight/src/rules/alerts/return-without-determination.ts',
    from: '!isRefused && !isUsedUp',
    to: '!isRefused',
    test: 'services/oversight/src/rules/alerts/returned-again.test.ts',
  },
  {
    check: 'the consulate is opened by an act that says so',
    file: 'services/returns/src/rules/gates.ts',
    from: 'ofLastDay.length > 0 && ofLastDay.every(({ isPermitted }) => isPermitted)',
    to: 'ofLastDay.length > 0',
    test: RULES,
  },
  {
    check: 'a gate that nobody can answer is shut',
    file: 'gateway/src/graph/gateway.ts',
    from: 'status === 200 ? gatesClosed(schema, admitted, answer) : answer',
    to: 'answer',
    test: SHUT,
  },
  {
    check: 'a gate that is shut for a fault does not say so',
    file: 'gateway/src/graph/fail-closed.ts',
    from: '(path ? !shut.has(String(path[0])) : isMore)',
    to: '(path ? true : isMore)',
    test: SHUT,
  },
  {
    check: 'a token that a person let a program have is no program’s',
    file: 'gateway/src/sign-in/actor-of-claims.ts',
    from: 'success && claims.sub === claims.client_id ?',
    to: 'success ?',
    test: TOKENS,
  },
  {
    check: 'gates are read by INM alone',
    file: VIEWS,
    from: "(select sec.rule()) = 'OWN_WRITING' and",
    to: '',
    test: GATES,
  },
]
