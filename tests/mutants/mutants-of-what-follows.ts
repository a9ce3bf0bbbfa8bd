/** That from what is told of acts of others nothing follows that is not told, as mutants.ts lists the other checks. */
import type { Mutant } from './mutants.ts'

const FOLLOWS = 'tests/access/what-follows-from-acts-of-others.test.ts'
const TOLD = 'prisma/migrations/20261127190100_acts_of_others_by_day/migration.sql'
const OCCUPANCY = 'services/placements/src/graphql/occupancy.ts'
const PLACES = 'services/oversight/src/store/place-store.ts'
const ALERTS = 'tests/access/alerts-of-others.test.ts'
const CLOCK = 'services/oversight/src/rules/told-of-clock.ts'
const CLOCKS = 'tests/access/clocks-of-alerts.test.ts'

export const MUTANTS_OF_WHAT_FOLLOWS: readonly Mutant[] = [
  {
    check: 'the day of an initial evaluation is told to who reads what it found',
    file: 'services/oversight/src/graphql/alert-clock.ts',
    from: '&& hasScope(actor, dayOfEndingTells(kind, resolvedBy))',
    to: '',
    test: CLOCKS,
  },
  {
    check: 'numbers that an authority gave by an act of others are kept from who oversees one side',
    file: 'prisma/migrations/20261127190200_numbers_of_acts/migration.sql',
    from: "sec.is_overseen('sec.side_of_authority(identifier.issuer)', 'null')",
    to: "'true'",
    test: FOLLOWS,
  },
  {
    check: 'from when until when a CURP counts is not told to who oversees others than INM',
    file: 'services/children/src/graphql/identifier.ts',
    from: "if (row.type === 'CURP' && oversees !== undefined && oversees !== SIDE_OF_AUTHORITY.INM)",
    to: "if (row.type === 'none')",
    test: FOLLOWS,
  },
  {
    check: 'no silence is set of the place of others',
    file: 'services/oversight/src/graphql/silences.ts',
    from: 'if (facilityId !== null && isId(facilityId) && (await context.places.isOfOthers(facilityId)))',
    to: "if (facilityId === 'none')",
    test: ALERTS,
  },
  {
    check: 'no silence tells that a child is at the place of others',
    file: PLACES,
    from: 'return all.filter((_one, at) => others[at] === null)',
    to: 'return all.filter((_one, at) => others[at] !== undefined)',
    test: ALERTS,
  },
  {
    check: 'of an act of others the day is told and not the instant',
    file: TOLD,
    from: "format('outbox.mx_date(%s)::timestamp at time zone ''America/Mexico_City''', instant)",
    to: 'instant',
    test: FOLLOWS,
  },
  {
    check: 'no place tells the entry of a child to who may not know where it is',
    file: OCCUPANCY,
    from: "if (!hasScope(actor, 'location:read')) return false",
    to: '',
    test: FOLLOWS,
  },
  {
    check: 'no place of others tells the entry of a child to who oversees one side',
    file: OCCUPANCY,
    from: "return isOfSide && (oversees === 'FEDERAL'",
    to: "return isOfSide || (oversees === 'FEDERAL'",
    test: FOLLOWS,
  },
  {
    check: 'no state tells the entry of a child to one type of its places to who may not know where it is',
    file: 'services/placements/src/graphql/state.ts',
    from: "return facilityTypes.length === 0 || (oversees === 'FEDERAL' && hasScope(actor, 'location:read'))",
    to: 'return facilityTypes.length >= 0',
    test: FOLLOWS,
  },
  {
    check: 'of a first detection by others the day is told and not the instant',
    file: 'services/children/src/graphql/child.ts',
    from: 'return isWhole ? firstDetectedAt :',
    to: 'return isWhole || firstDetectedAt ? firstDetectedAt :',
    test: FOLLOWS,
  },
  {
    check: 'no alert about a place tells who came to it or left it to who may not know that',
    file: CLOCK,
    from: "return facilityId === null || whoIsThere ? 'WHOLE' : 'RAISED'",
    to: "return 'WHOLE'",
    test: CLOCKS,
  },
  {
    check: 'an alert that does not say of whom it is tells no hour by which that child is found',
    file: CLOCK,
    from: "if (childId !== null) return whom ? 'WHOLE' : 'DAY'",
    to: "if (childId !== null) return 'WHOLE'",
    test: CLOCKS,
  },
  {
    check: 'an alert that does not tell the DIF of whom it is names no place in which there are few',
    file: 'services/oversight/src/graphql/duty-alerts.ts',
    from: 'alert.facilityId && !isWithheld(alert, actor) ?',
    to: 'alert.facilityId ?',
    test: CLOCKS,
  },
  {
    check: 'the clock of a coming majority does not tell the day of birth',
    file: 'services/oversight/src/rules/alerts/no-transition-plan.ts',
    from: 'instantOf(firstOfMonth(child.turns18On))',
    to: 'instantOf(child.turns18On)',
    test: 'services/oversight/src/rules/alerts/no-transition-plan.test.ts',
  },
  {
    check: 'the order of places does not tell how a family is called',
    file: 'services/placements/src/store/list-facilities.ts',
    from: "then '' else name_key end",
    to: 'then name_key else name_key end',
    test: 'tests/access/order-of-places.test.ts',
  },
  {
    check: 'the number of a file of COMAR is told to who may read that the child has asked for asylum',
    file: 'services/children/src/rules/told-of-asylum.ts',
    from: "  COMAR_FILE: 'risk:read',\n",
    to: '',
    test: 'tests/access/numbers-of-a-child.test.ts',
  },
  {
    check: 'by the number of a complaint a child is found by who may read that there is one',
    file: 'services/children/src/graphql/children-by-number.ts',
    from: 'ids.filter((id) => mayKnowNumber(context, type as NumberType, id))',
    to: 'ids',
    test: 'tests/access/numbers-of-a-child.test.ts',
  },
  {
    check: 'a certificate of COMAR is told to who may read that the child has asked for asylum',
    file: 'services/children/src/rules/told-of-asylum.ts',
    from: "document === 'ASYLUM_CERTIFICATE' ? 'risk:read' : null",
    to: "document === 'ASYLUM_CERTIFICATE' ? null : null",
    test: 'tests/access/certificate-of-comar.test.ts',
  },
]
