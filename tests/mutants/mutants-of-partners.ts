/** Checks that hold the pseudonyms and agreements of partners, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

/** In force, of alerts. */
const POLICY = 'prisma/migrations/20261209010000_told_to_the_end/migration.sql'
const AGREEMENTS = 'prisma/migrations/20261126101000_agreements/migration.sql'
const ALERTS = 'tests/access/alerts-of-partners.test.ts'
const TOKENS = 'gateway/src/sign-in/access-tokens.test.ts'
const PSEUDONYMS = 'tests/access/pseudonyms.test.ts'

export const MUTANTS_OF_PARTNERS: readonly Mutant[] = [
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
  {
    check: 'an address is told what whoever named it may know',
    file: 'services/oversight/src/store/endpoint-store.ts',
    from: 'subject = case when url = $2 then subject else $12 end',
    to: "subject = case when $12 = '' then $12 else subject end",
    test: 'tests/webhooks/colleagues.test.ts',
  },
  {
    check: 'of which child an alert of its care is, only who reads its care is told',
    file: 'services/oversight/src/rules/who-may-know.ts',
    from: "  DISAPPEARANCE_NOT_REPORTED: 'care:read',\n",
    to: '',
    test: 'services/oversight/src/rules/who-may-know.test.ts',
  },
  {
    check: 'in the log of an endpoint a colleague reads of his own states',
    file: 'services/oversight/src/store/delivery-log.ts',
    from: 'states === null ? []',
    to: 'states !== undefined ? []',
    test: 'tests/webhooks/colleagues.test.ts',
  },
  {
    check: 'in the log of an endpoint a colleague reads of the kinds of his own agreement',
    file: 'services/oversight/src/store/delivery-log.ts',
    from: '(agreement?.kinds ? [',
    to: '(agreement?.kinds && states === null ? [',
    test: 'tests/webhooks/colleagues.test.ts',
  },
]
