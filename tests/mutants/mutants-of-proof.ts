/** Checks of by what alerts begin and end, of who is said to have been told, and what is told again, each with the change that removes it (mutants.ts). */
import type { Mutant } from './mutants.ts'

export const MUTANTS_OF_PROOF: readonly Mutant[] = [
  {
    check: 'what is owed to a child does not end by its hand-over',
    file: 'services/oversight/src/engine/child.ts',
    from: 'return last && !isHandedOn(child, last) ? last : null',
    to: 'return last',
    test: 'services/oversight/src/rules/alerts/first-steps.test.ts',
  },
  {
    check: 'a representation that ended is missed',
    file: 'services/oversight/src/rules/alerts/not-represented.ts',
    from: 'represented ? lapsesAfter(owed, represented.at) : []',
    to: 'represented ? [] : lapsesAfter(owed, found.at)',
    test: 'services/oversight/src/rules/alerts/not-represented-anymore.test.ts',
  },
  {
    check: 'nobody is held for less by being moved',
    file: 'services/oversight/src/rules/alerts/held-without-legal-basis.ts',
    from: 'before && isMove(before, stay) ? heldSince(before, stays) : stay.at',
    to: 'before && isMove(before, stay) ? stay.at : stay.at',
    test: 'services/oversight/src/rules/alerts/places.test.ts',
  },
  {
    check: 'nobody is said to have been told to whom nothing was written',
    file: 'gateway/src/subscriptions/outlet.ts',
    from: 'if (this.#pipe.write(bundle)) this.#written(bundle)',
    to: 'this.#pipe.write(bundle)\n    this.#written(bundle)',
    test: 'gateway/src/subscriptions/outlet.test.ts',
  },
  {
    check: 'an error in the place of an alert tells nobody of it',
    file: 'gateway/src/subscriptions/told-to.ts',
    from: '.filter(({ isAnswer }) => isAnswer)',
    to: '',
    test: 'gateway/src/subscriptions/told-record.test.ts',
  },
  {
    check: 'whoever was left out of what was written was not told',
    file: 'prisma/migrations/20261127130100_told_by_streams/migration.sql',
    from: 'where w.follower <> all (t.without)',
    to: '',
    test: 'tests/access/told-by-streams.test.ts',
  },
  {
    check: 'what a partner is told again it asks for by the hour',
    file: 'services/oversight/src/actions/manage-endpoints.ts',
    from: 'readsPseudonyms(role) ? wholeHours(from, to) : { from, to }',
    to: '{ from, to }',
    test: 'tests/webhooks/hours-of-partners.test.ts',
  },
  {
    check: 'whoever is held is an alert though its find was withdrawn',
    file: 'services/oversight/src/store/child-pictures.ts',
    from: 'return new Map([...known, ...ofNobody])',
    to: 'return known',
    test: 'tests/journeys/held-without-a-find.test.ts',
  },
  {
    check: 'whoever was told of an alert by an act that has gone is told its end',
    file: 'services/oversight/src/actions/write-alerts.ts',
    from: 'opened.map((one) => ({ ...one, acts: actsOn(one) })),',
    to: 'opened.map((one) => ({ ...one, acts: [] })),',
    test: 'tests/webhooks/told-to-its-end.test.ts',
  },
  {
    check: 'and what stands, whoever comes to know of the child by an act',
    file: 'services/oversight/src/actions/write-alerts.ts',
    from: 'await tellOnceKnown(client, stood, actsOn, now)',
    to: '',
    test: 'tests/webhooks/told-to-its-end.test.ts',
  },
  {
    check: 'and whoever knew of the child by no act is not, by policy',
    file: 'prisma/migrations/20261209010000_told_to_the_end/migration.sql',
    from: "when 'CASES' then child_id is null\n      or resolved_at > (select sec.now()) - interval '90 days' and known_by && (select sec.acts())::text[]",
    to: "when 'CASES' then child_id is null\n      or resolved_at > (select sec.now()) - interval '90 days'",
    test: 'tests/access/rows-in-the-database.test.ts',
  },
]
