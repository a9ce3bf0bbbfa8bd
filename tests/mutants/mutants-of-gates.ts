/** Checks that hold the gates of INM and the pseudonyms of partners, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

const GATES = 'tests/access/gates.test.ts'
const USED = 'tests/access/gates-used-up.test.ts'
const SHUT = 'tests/access/gates-fail-closed.test.ts'
const RULES = 'services/returns/src/rules/gates.test.ts'
const VIEWS = 'prisma/migrations/20261125102200_gates_by_actor/migration.sql'
const USED_UP = 'prisma/migrations/20261127180000_a_return_of_inm_uses_up/migration.sql'
const STANDINGS = 'prisma/migrations/20261127180100_departures_without_an_hour/migration.sql'
/** In force, of alerts. */
const POLICY = 'prisma/migrations/20261127170200_places_of_an_officer/migration.sql'
const AGREEMENTS = 'prisma/migrations/20261126101000_agreements/migration.sql'
const ALERTS = 'tests/access/alerts-of-partners.test.ts'
const TOKENS = 'gateway/src/sign-in/access-tokens.test.ts'
const PSEUDONYMS = 'tests/access/pseudonyms.test.ts'

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
    from: "document !== undefined && standingOfReturn(now, determinations, null) === 'VALID'",
    to: 'document !== undefined',
    test: RULES,
  },
  {
    check: 'INM reads a determination only where it permits',
    file: USED_UP,
    from: "d on d.outcome = 'RETURN_PERMITTED' and not",
    to: 'd on not',
    test: GATES,
  },
  {
    check: 'what a return has used up permits no other',
    file: USED_UP,
    from: 'd.decided_at < greatest(',
    to: 'false and d.decided_at < greatest(',
    test: USED,
  },
  ...[USED, 'tests/access/twin-worlds.test.ts'].map((test) => ({
    check: 'that others found a child again moves no gate',
    file: USED_UP,
    from: 'e where e.child_id = f.child_id),',
    to: 'e where e.child_id = f.child_id and exists (select from returns.detection_ref x where x.child_id = f.child_id and x.detected_at > e.departed_at)),',
    test,
  })),
  ...[USED, 'tests/access/twin-worlds.test.ts'].map((test) => ({
    check: 'nor that others tell of a return',
    file: 'prisma/migrations/20261128050000_late_tellings/migration.sql',
    from: "where b.source = 'INM' and b.withdrawn_at is null)",
    to: 'where b.withdrawn_at is null)',
    test,
  })),
  {
    check: 'nor that a row of INM waits, for what others have told',
    file: USED_UP,
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
    from: 'permitsReturn(last.outcome) && !isUsedUp',
    to: 'permitsReturn(last.outcome)',
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
    file: 'gateway/src/gateway.ts',
    from: 'status === 200 ? gatesClosed(schema, admitted, answer) : answer',
    to: 'answer',
    test: SHUT,
  },
  {
    check: 'a gate that is shut for a fault does not say so',
    file: 'gateway/src/fail-closed.ts',
    from: '(path ? !shut.has(String(path[0])) : isMore)',
    to: '(path ? true : isMore)',
    test: SHUT,
  },
  {
    check: 'a partner reads of the states of its agreement alone',
    file: AGREEMENTS,
    from: "(select sec.agreed('overstays')) and state = any ((select sec.states())::char(2)[])",
    to: "(select sec.agreed('overstays'))",
    test: PSEUDONYMS,
  },
  {
    check: 'a partner reads nothing but pseudonyms',
    file: 'services/_law/src/access-grants.ts',
    from: "reads: [...OPEN, 'alerts', 'pseudonyms', 'webhooks'],\n    withReason: [],\n    writes: ['webhook:manage'],\n    byState: true,",
    to: "reads: [...OPEN, 'alerts', 'pseudonyms', 'webhooks', 'receipts'],\n    withReason: [],\n    writes: ['webhook:manage'],\n    byState: true,",
    test: PSEUDONYMS,
  },
  {
    check: 'overstays come to a partner by the hour',
    file: 'services/placements/src/store/list-overstays.ts',
    from: `"date_bin('1 hour', l.entered_at, '2000-01-01T00:00:00Z'::timestamptz)"`,
    to: "'l.entered_at'",
    test: PSEUDONYMS,
  },
  {
    check: 'and those of one hour in an order of its own',
    file: 'services/placements/src/store/list-overstays.ts',
    from: `$\${values.push(wanted.order)}::text)`,
    to: `left($\${values.push(wanted.order)}::text, 0))`,
    test: PSEUDONYMS,
  },
  {
    check: 'overstays are read by partners alone',
    file: AGREEMENTS,
    from: "and (select sec.agreed('overstays')) and state",
    to: 'and state',
    test: PSEUDONYMS,
  },
  {
    check: 'a partner reads the data that its agreement names',
    file: 'services/_law/src/agreements.ts',
    from: 'opened.has(scope) || !BY_AGREEMENT.has(scope)',
    to: 'opened.has(scope) || BY_AGREEMENT.size > 0',
    test: PSEUDONYMS,
  },
  {
    check: 'so it is in the database',
    file: AGREEMENTS,
    from: "and a -> 'data' ? datum",
    to: '',
    test: PSEUDONYMS,
  },
  {
    check: 'an agreement that is over tells nothing at the gateway',
    file: 'gateway/src/sign-in/keeper.ts',
    from: 'if (out) throw new Refused(403',
    to: 'if (out && this.#parts === undefined) throw new Refused(403',
    test: TOKENS,
  },
  {
    check: 'nor where who asks is known already',
    file: 'gateway/src/sign-in/keeper.ts',
    from: 'if (outOfAgreement(remembered.caller.actor, now())) return null',
    to: '',
    test: 'gateway/src/sign-in/sessions.test.ts',
  },
  {
    check: 'nor in a service',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'if (out) return',
    to: 'if (out && !asker) return',
    test: PSEUDONYMS,
  },
  {
    check: 'nor in the database',
    file: AGREEMENTS,
    from: "and sec.now() < to_timestamp((a ->> 'until')::numeric / 1000)",
    to: '',
    test: PSEUDONYMS,
  },
  {
    check: 'its streams end',
    file: 'gateway/src/sign-in/keeper.ts',
    from: "else if (outOfAgreement(caller.actor, now())) over.set(caller, 'AGREEMENT_ENDED')",
    to: '',
    test: 'gateway/src/subscriptions/until-when.test.ts',
  },
  {
    check: 'a partner reads alerts of the kinds that its agreement names',
    file: POLICY,
    from: 'and ((select sec.agreed_kinds()) is null or kind = any ((select sec.agreed_kinds())::text[]))',
    to: '',
    test: ALERTS,
  },
  {
    check: 'no message tells a partner that there was something of another kind',
    file: AGREEMENTS,
    from: "and (jsonb_typeof(o.agreement -> 'kinds') is distinct from 'array' or o.agreement -> 'kinds' ? kind)",
    to: '',
    test: 'tests/webhooks/told-to-partners.test.ts',
  },
  {
    check: 'what waits for an endpoint is withheld when the agreement is over',
    file: 'services/oversight/src/rules/rights-of-owner.ts',
    from: 'if (out) return out',
    to: '',
    test: 'tests/webhooks/told-to-partners.test.ts',
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
  {
    check: 'each partner has a key of its own',
    file: 'services/_kit/src/seal/pseudonyms.ts',
    from: 'JSON.stringify(org === null ? { sub } : { org })',
    to: "''",
    test: PSEUDONYMS,
  },
  {
    check: 'a cursor tells nobody the id of a row',
    file: 'services/_kit/src/graph/cursors.ts',
    from: "return code + Buffer.concat([cipher.update(position, 'utf8'), cipher.final()]).toString('base64url')",
    to: 'return code + position',
    test: PSEUDONYMS,
  },
]
