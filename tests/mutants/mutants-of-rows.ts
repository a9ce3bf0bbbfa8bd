/** Checks of the database, as mutants.ts lists those of the services: the policies of rows. */
import type { Mutant } from './mutants.ts'

const POLICIES = 'prisma/migrations/20261125100000_rows_by_actor/migration.sql'
const ACTS = 'prisma/migrations/20261125114000_acts_on_children/migration.sql'
const PLACES = 'prisma/migrations/20261127170200_places_of_an_officer/migration.sql'
const OF_ALERTS = 'prisma/migrations/20261209010000_told_to_the_end/migration.sql'
const OF_INM = 'prisma/migrations/20261129160000_pages_of_what_inm_sent/migration.sql'
const WAITING = 'prisma/migrations/20261128210000_waiting_rows_of_overseers/migration.sql'
const PLACES_OF_AN_OFFICER = 'tests/access/places-of-an-officer.test.ts'
const ROWS = 'tests/access/rows-in-the-database.test.ts'
const ALERTS = 'tests/access/alerts-in-sight.test.ts'
const STUBS = 'tests/access/stubs.test.ts'
const LET_IN = 'tests/access/sql-let-in.test.ts'

const joinedStays = (service: string) =>
  `from ${service}.stay_ref s join ${service}.place_ref p using (facility_id)\n  where p.state = any ((select sec.states())::char(2)[]) and 'STAY' = any ((select sec.acts())::text[])`
const bound = (column: string) =>
  `and ((select sec.facilities()) is null or ${column} = any ((select sec.facilities())::uuid[]))`
const boundStays = (service: string) => `${joinedStays(service)}\n    ${bound('s.facility_id')}`

export const MUTANTS_OF_ROWS: readonly Mutant[] = [
  {
    check: 'in nobody’s name no stay is read that is over',
    file: 'prisma/migrations/20261129030500_counted_while_open/migration.sql',
    from: '\n  where left_at is null',
    to: '',
    test: 'tests/access/sight-in-the-database.test.ts',
  },
  {
    check: 'which states and counsel know of a child is told to none but those who know of it by these',
    file: 'prisma/migrations/20261129030400_sight_by_its_rule/migration.sql',
    from: 'select sec.own_states()',
    to: 'select sec.states()',
    test: 'tests/access/sight-in-the-database.test.ts',
  },
  {
    check: 'rows that wait are given to nobody but who oversees what files bring',
    file: WAITING,
    from: "or (select sec.rule()) = 'STATES' and exists (",
    to: 'or exists (',
    test: ROWS,
  },
  {
    check: 'a Procuraduría knows of no child by a stay',
    file: ACTS,
    from: "when 'CASES' then array['NOTICE', 'FILE']",
    to: "when 'CASES' then array['NOTICE', 'FILE', 'STAY']",
    test: ROWS,
  },
  {
    check: 'the DIF knows of no child by a file',
    file: ACTS,
    from: "when 'PLACED' then array['STAY']",
    to: "when 'PLACED' then array['FILE', 'STAY']",
    test: ROWS,
  },
  {
    check: 'a stay of the past shows the child for 30 days in children',
    file: PLACES,
    from: `${boundStays('children')}\n    and (s.left_at is null or s.left_at > (select sec.now()) - interval '30 days')`,
    to: boundStays('children'),
    test: ROWS,
  },
  {
    check: 'a stay of the past shows the child for 30 days in placements',
    file: PLACES,
    from: "and (left_at is null or left_at > (select sec.now()) - interval '30 days')",
    to: '',
    test: ROWS,
  },
  ...['children', 'representation', 'returns'].map((service) => ({
    check: `whoever is bound to single places knows of children by stays in these alone in ${service}`,
    file: PLACES,
    from: boundStays(service),
    to: joinedStays(service),
    test: PLACES_OF_AN_OFFICER,
  })),
  {
    check: 'whoever is bound to single places knows of children by stays in these alone in placements',
    file: PLACES,
    from: `    ${bound('facility_id')}\n    and (left_at is null`,
    to: '    and (left_at is null',
    test: PLACES_OF_AN_OFFICER,
  },
  {
    check: 'whoever is bound to single places is told of alerts about no other',
    file: 'services/oversight/src/store/alerts-wanted.ts',
    from: `\`a.child_id is null and \${ofPlaces}\``,
    to: `'a.child_id is null'`,
    test: PLACES_OF_AN_OFFICER,
  },
  {
    check: 'nor shown any by policy',
    file: OF_ALERTS,
    from: 'facility_id is null or (select sec.facilities()) is null or facility_id = any ((select sec.facilities())::uuid[])\n',
    to: 'true\n',
    test: PLACES_OF_AN_OFFICER,
  },
  {
    check: 'single places count for the DIF alone',
    file: 'services/_kit/src/actor.ts',
    from: "...(rows === 'PLACED' && facilities && { facilities })",
    to: '...(facilities && { facilities })',
    test: 'services/_kit/src/actor.test.ts',
  },
  {
    check: 'a notice is of the state that gave it',
    file: PLACES,
    from: 'where notified_at is not null and state = any ((select sec.states())::char(2)[])',
    to: 'where notified_at is not null',
    test: ROWS,
  },
  {
    check: 'a Procuraduría sees by policy the alerts about its children alone',
    file: OF_ALERTS,
    from: "when 'CASES' then child_id is null\n",
    to: "when 'CASES' then true\n",
    test: ROWS,
  },
  {
    check: 'what INM sent is read by INM alone',
    file: OF_INM,
    from: "sec.rule() is distinct from 'OWN_WRITING'",
    to: 'false',
    test: ROWS,
  },
  {
    check: 'an office of INM reads what was sent of its states',
    file: OF_INM,
    from: "(sec.ctx() -> 'states' <> 'null' and of_state <> all (sec.states())) is not false",
    to: 'false',
    test: ROWS,
  },
  {
    check: 'birth dates are closed to the login that answers',
    file: POLICIES,
    from: 'first_detected_at, language, batch_id, line, recorded_at)',
    to: 'first_detected_at, language, batch_id, line, recorded_at, born_on)',
    test: LET_IN,
  },
  {
    check: 'and so are those that a find told',
    file: 'prisma/migrations/20261129090000_what_each_find_tells_of_the_person/migration.sql',
    from: "not in ('sex', 'born_on', ",
    to: "not in ('sex', ",
    test: LET_IN,
  },
  {
    check: 'rows as they came are closed to the login that answers',
    file: POLICIES,
    from: 'grant select (id, batch_id, feed, line, keys, reason, recorded_at, matched_at) on',
    to: 'grant select on',
    test: LET_IN,
  },
  {
    check: 'a request reads in the name of its asker',
    file: 'services/_kit/src/audit/answer.ts',
    from: 'withActor(rowContextOf(named))',
    to: "withActor({ rule: 'ALL', states: null, parties: [], opened: [], at: '' })",
    test: LET_IN,
  },
  {
    check: 'a stub ends',
    file: 'prisma/migrations/20261125121100_stubs/migration.sql',
    from: "and s.left_at > (select sec.now()) - interval '90 days' and s.left_at <= (select sec.now())\n    group by",
    to: 'and s.left_at <= (select sec.now())\n    group by',
    test: STUBS,
  },
  {
    check: 'a stub is for who has one',
    file: 'prisma/migrations/20261125121100_stubs/migration.sql',
    from: "sec.rule() = 'STATES' and coalesce((sec.ctx() ->> 'stubs')::boolean, false)",
    to: "sec.rule() = 'STATES'",
    test: STUBS,
  },
  {
    check: 'of a stub nothing but its group is told',
    file: 'services/_kit/src/graph/opened.ts',
    from: 'isStub(parent) && !parent.stub.has(access)',
    to: 'isStub(parent) && parent.stub.size > 99',
    test: STUBS,
  },
  {
    check: 'who else may know of a child is told to whom it concerns',
    file: POLICIES,
    from: "'states && (select sec.states()) or parties && (select sec.parties())'",
    to: "'true'",
    test: ROWS,
  },
  {
    check: 'rows that could not be joined are of the state of their file',
    file: POLICIES,
    from: ' where b.id = batch_id and b.state = any ((select sec.states())::char(2)[])',
    to: ' where b.id = batch_id',
    test: 'tests/access/of-another-state.test.ts',
  },
  {
    check: 'by policy an alert is of its state',
    file: OF_ALERTS,
    from: 'or state = any ((select sec.states())::char(2)[]) and case (select sec.rule())',
    to: 'or case (select sec.rule())',
    test: ALERTS,
  },
  {
    check: 'by policy INM and counsel know of no alert',
    file: OF_ALERTS,
    from: '    else false\n  end);',
    to: '    else true\n  end);',
    test: ALERTS,
  },
  {
    check: 'what became of an alert is seen as the alert is',
    file: 'prisma/migrations/20261125105000_alerts/migration.sql',
    from: "'(select sec.sees_all()) or (select true from oversight.alert a where a.id = alert_id)'",
    to: "'true'",
    test: ALERTS,
  },
  {
    check: 'a step of an alert is seen as the alert is',
    file: 'prisma/migrations/20261125111000_alert_stream/migration.sql',
    from: '(select sec.sees_all()) or (select true from oversight.alert a where a.id = alert_id)',
    to: 'true',
    test: ALERTS,
  },
  ...[
    ['20261125112200_groups_and_answers', 'answers by number'] as const,
    ['20261125123000_facts_of_alerts', 'breaches of security'] as const,
  ].flatMap(([migration, what]): Mutant[] => [
    {
      check: `by policy the DIF, INM and counsel read nothing of ${what}`,
      file: `prisma/migrations/${migration}/migration.sql`,
      from: "or (select sec.rule()) in ('STATES', 'CASES', 'STATE_ACTS') and states",
      to: 'or states',
      test: ALERTS,
    },
    {
      check: `by policy ${what} are read of one’s own states`,
      file: `prisma/migrations/${migration}/migration.sql`,
      from: "'STATE_ACTS') and states && (select sec.states())::char(2)[]",
      to: "'STATE_ACTS')",
      test: ALERTS,
    },
  ]),
]
