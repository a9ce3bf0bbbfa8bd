/**
 * The split of ombudspersons, as mutants.ts lists the other checks. Not in the list, since the policy of the database stands behind it: the
 * condition by which lists of stays leave out those of others.
 */
import type { Mutant } from './mutants.ts'

const TOLD = 'prisma/migrations/20261127190100_acts_of_others_by_day/migration.sql'
const PLACES = 'services/oversight/src/store/place-store.ts'
const ALERTS = 'tests/access/alerts-of-others.test.ts'
const OTHERS = 'tests/access/acts-of-others.test.ts'
const ROWS = 'tests/access/acts-of-others-in-the-database.test.ts'
const POLICIES = 'prisma/migrations/20261127110000_acts_of_others/migration.sql'
const REFUSED = 'services/_kit/src/competence/refused.ts'

export const MUTANTS_OF_COMPETENCE: readonly Mutant[] = [
  {
    check: 'of an act of others a service refuses what is not told',
    file: REFUSED,
    from: 'if (isOfOthers(parent) &&',
    to: 'if (isOfOthers(null) &&',
    test: OTHERS,
  },
  {
    check: 'what an emergency opens is told of an act of others too',
    file: REFUSED,
    from: '!isShownInEmergency(actor, access, parent.competence.childId, now().getTime())',
    to: 'access !== undefined',
    test: OTHERS,
  },
  {
    check: 'a field that the law’s table does not name is refused',
    file: 'services/_law/src/competence.ts',
    from: "told: [...ALWAYS, 'decidedAt', 'authority'],",
    to: "told: [...ALWAYS, 'decidedAt', 'authority', 'outcome', 'factors', 'number'],",
    test: OTHERS,
  },
  {
    check: 'an actor that oversees one side reads in the name of that side',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: '...(oversees && { oversees })',
    to: '...(oversees === null && { oversees })',
    test: OTHERS,
  },
  {
    check: 'acts of others are told where whole ones are read',
    file: 'services/_kit/src/competence/others.ts',
    from: 'return told.length === 0 ? rows : joined(rows, told, asked)',
    to: 'return told.length >= 0 ? rows : joined(rows, told, asked)',
    test: OTHERS,
  },
  {
    check: 'by policy the rows of others are kept from who oversees one side',
    file: POLICIES,
    from: '(select sec.oversees()) is null or %4$s or child_id',
    to: 'true or %4$s or child_id',
    test: ROWS,
  },
  {
    check: 'a plan for who oversees nobody finds nothing for who oversees one side',
    file: POLICIES,
    from: "case when sec.planned_side() = 'NONE' then (select sec.oversees()) is null",
    to: "case when sec.planned_side() = 'NONE' then true",
    test: ROWS,
  },
  {
    check: 'plans are kept by the side that is overseen',
    file: 'prisma/src/row-context.ts',
    from: 'oversees === undefined ? rule :',
    to: 'true ? rule :',
    test: OTHERS,
  },
  {
    check: 'acts of another state are others’',
    file: POLICIES,
    from: "and ((select sec.oversees()) = 'FEDERAL' or (%2$s) = any ((select sec.states())::char(2)[])))$sql$",
    to: 'and true)$sql$',
    test: ROWS,
  },
  {
    check: 'what is told of acts of others is told to who oversees one side',
    file: TOLD,
    from: 'where (select sec.oversees()) is not null and %7$s is not true',
    to: 'where %7$s is not true',
    test: ROWS,
  },
  {
    check: 'acts of others are told of children in sight alone',
    file: TOLD,
    from: "or (select sec.way()) = 'ACTS' and exists (select from %1$I.act_here a where a.child_id = %3$I.child_id)",
    to: "or (select sec.way()) = 'ACTS'",
    test: ROWS,
  },
  {
    check: 'by policy an emergency shows whoever’s acts of the child',
    file: POLICIES,
    from: 'or %4$s or child_id = any ((select sec.opened())::uuid[]) end',
    to: 'or %4$s end',
    test: OTHERS,
  },
  {
    check: 'numbers of acts of others are kept from who oversees one side',
    file: POLICIES,
    from: "sec.is_overseen('sec.side_of_authority(identifier_ref.issuer)',",
    to: "sec.is_overseen('(select sec.oversees())',",
    test: ROWS,
  },
  {
    check: 'the age at a first detection of others is refused, and not none',
    file: 'services/children/src/graphql/age.ts',
    from: 'if (isOfOthers(first))',
    to: 'if (isOfOthers(null))',
    test: OTHERS,
  },
  {
    check: 'the place of others stands in no alert about a child',
    file: 'services/oversight/src/graphql/alert.ts',
    from: 'if (childId && !isOpen && (await places.ofOthers({ childId, facilityId })))',
    to: 'if (childId === null && isOpen && (await places.ofOthers({ childId, facilityId })))',
    test: ALERTS,
  },
  {
    check: 'the place of others stands in no notice',
    file: 'services/oversight/src/graphql/alert-groups.ts',
    from: 'if (await placeOfOthers(group, places))',
    to: 'if (group.amber < 0)',
    test: ALERTS,
  },
  {
    check: 'no alert is found by the place of others',
    file: 'services/oversight/src/graphql/alerts.ts',
    from: 'if (isGiven(facility) && (await context.places.isOfOthers(facility)))',
    to: "if (facility === 'none')",
    test: ALERTS,
  },
  {
    check: 'to the ombudsperson of a state a place of another state is others’',
    file: PLACES,
    from: "(side === 'FEDERAL' || states?.some((code) => code === state) === true)",
    to: 'states !== undefined',
    test: ALERTS,
  },
  {
    check: 'a number is looked for among what its asker reads',
    file: 'services/children/src/store/children-of-number.ts',
    from: "{ rows }: Pick<ChildrenDb, 'rows'>",
    to: "{ pool: rows }: Pick<ChildrenDb, 'pool'>",
    test: 'tests/access/children-by-number.test.ts',
  },
  {
    check: 'returns, acts of INM, stand in no list of the ombudsperson of a state',
    file: 'services/returns/src/store/list-returns.ts',
    from: "if (isOfOthers) parts.push('false')",
    to: "if (isOfOthers) parts.push('true')",
    test: 'tests/access/returns-listed.test.ts',
  },
  {
    check: 'of the act of others that ended an alert the local day is told, and no hour',
    file: 'services/oversight/src/graphql/alert-clock.ts',
    from: 'if (!isOfOthers) return',
    to: 'return',
    test: 'tests/access/endings-by-others.test.ts',
  },
  {
    check: 'an officer of a home is of what the home was told to be',
    file: 'prisma/migrations/20261215060000_home_of_two_names/migration.sql',
    from: 'where f.same_as is not null',
    to: 'where false',
    test: 'tests/access/home-of-two-names.test.ts',
  },
]
