/**
 * Checks that hold who may know what, and that nothing is lost, each with the change that removes it and the test that must then fail. A test holds
 * that every check still stands where it is said to be; `node tests/mutants/main.ts` removes one after the other and runs the tests.
 * Not in the list, since another check stands behind it: the door of kept bytes, whose keys hold the rights of the asker.
 */
export interface Mutant {
  check: string
  file: string
  from: string
  to: string
  /** The test file that must fail without it. */
  test: string
}

const FIELDS = 'tests/access/every-field-every-role.test.ts'
const ROWS = 'tests/access/rows-of-each-role.test.ts'
const BOARD = 'tests/access/board-of-a-state.test.ts'
const WALL = 'tests/access/firewall.test.ts'
const GATEWAY = 'gateway/src/graph/access.test.ts'

export const MUTANTS: readonly Mutant[] = [
  {
    check: 'the gateway refuses a closed field before any service is asked',
    file: 'gateway/src/graph/access.ts',
    from: 'fields.find(({ need, child }) => !isMet(need, holdingOf(actor, child, admitted) ?? holds)) ??',
    to: '',
    test: GATEWAY,
  },
  {
    check: 'the gateway refuses a filter by a closed field',
    file: 'gateway/src/graph/access.ts',
    from: '!mayGive(map, type, formOf(value, admitted), holds)',
    to: 'false',
    test: GATEWAY,
  },
  {
    check: 'the gateway looks into fragments',
    file: 'gateway/src/graph/demands.ts',
    from: 'else inFragment(selection.name.value, place, child)',
    to: '',
    test: GATEWAY,
  },
  {
    check: 'the gateway counts no scope beyond the role',
    file: 'gateway/src/graph/access.ts',
    from: 'scopes.filter((scope) => ceiling.has(scope))',
    to: 'scopes',
    test: GATEWAY,
  },
  {
    check: 'a field without a declaration is closed at the gateway',
    file: 'gateway/src/graph/access-map.ts',
    from: 'return met.length < needs.length ? null : met.flat()',
    to: 'return met.flat()',
    test: GATEWAY,
  },
  {
    check: 'a field without a declaration keeps the graph from being built',
    file: 'gateway/src/contracts/compose.ts',
    from: 'if (undeclared.length > 0)',
    to: 'if (undeclared.length > 9_999)',
    test: GATEWAY,
  },
  {
    check: 'what @requires reads is asked for too',
    file: 'gateway/src/graph/access-map.ts',
    from: '...ofRequired(types, type, field, seen),',
    to: '',
    test: GATEWAY,
  },
  {
    check: 'an interface asks what its objects ask',
    file: 'gateway/src/graph/access-map.ts',
    from: '...ofImplementors(types, type, name, seen),',
    to: '',
    test: GATEWAY,
  },
  {
    check: 'the stream of the board asks the same question',
    file: 'gateway/src/subscriptions/streams.ts',
    from: 'refuseWhatIsClosed({ faultOf: () => closed }, admitted, actor)',
    to: '',
    test: 'gateway/src/subscriptions/over-websocket.test.ts',
  },
  {
    check: 'a subgraph asks the scope of every field',
    file: 'services/_kit/src/graph/access.ts',
    from: 'authScopes: { scope }, ',
    to: '',
    test: FIELDS,
  },
  {
    check: 'a subgraph counts no scope beyond the role',
    file: 'services/_kit/src/actor.ts',
    from: 'actor.scopes.filter((scope) => ceiling.has(scope))',
    to: '[...actor.scopes]',
    test: 'services/_kit/src/actor.test.ts',
  },
  {
    check: 'an actor bound to states who names none sees none',
    file: 'services/_kit/src/actor.ts',
    from: '(actor.states ?? [])',
    to: 'actor.states',
    test: BOARD,
  },
  {
    check: 'counts of a state are read by its own actors alone',
    file: 'services/_kit/src/graph/access.ts',
    from: "if (counts && hasScope(actor, 'stats:read') && !mayCount(actor, (parent as { code: string }).code)) return null",
    to: '',
    test: BOARD,
  },
  {
    check: 'a subgraph refuses a filter by a closed field',
    file: 'services/_kit/src/graph/access.ts',
    from: 'refuseClosedInput(info, args, actor)',
    to: '',
    test: ROWS,
  },
  {
    check: 'children opens a child only to whom it is in sight of',
    file: 'services/children/src/store/child-store.ts',
    from: 'const seen = await inSight(ids)',
    to: 'const seen = [...ids]',
    test: ROWS,
  },
  {
    check: 'children lists only whom the actor may know of',
    file: 'services/children/src/store/list-children.ts',
    from: 'select: partsInSightOf(wanted.actor, COLUMNS, mark),',
    to: 'select: "select " + COLUMNS + " from children.child",',
    test: ROWS,
  },
  {
    check: 'children lists for an officer those on whom the authorities of his state acted',
    file: 'services/children/src/store/in-sight.ts',
    from: `where \${acted}) child\``,
    to: `where \${acted} or true) child\``,
    test: ROWS,
  },
  {
    check: 'children counts for an officer those alone',
    file: 'services/children/src/store/in-sight.ts',
    from: 'const condition = isOfFew(sight) ?',
    to: "const condition = true ? 'true' : isOfFew(sight) ?",
    test: ROWS,
  },
  {
    check: 'the other services tell an officer of these alone',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: '      return childrenActedOn(service, sight, mark, condition)',
    to: `      return \`\${ref} where \${condition}\``,
    test: ROWS,
  },
  {
    check: 'lists of stays are of children on whom the authorities of the officer’s state acted',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: '? isActedOn(service, sight, mark, column)',
    to: "? '(true or ' + isActedOn(service, sight, mark, column) + ')'",
    test: ROWS,
  },
  {
    check: 'lists of returns are of children whom the asker may know of',
    file: 'services/returns/src/store/list-returns.ts',
    from: "parts.push(...whereInSight('returns', sight, few, mark, 'l.child_id'))",
    to: "whereInSight('returns', sight, few, mark, 'l.child_id')",
    test: 'tests/access/returns-listed.test.ts',
  },
  {
    check: 'and so are those who wait for a case',
    file: 'services/representation/src/store/list-unprocessed.ts',
    from: "parts.push(...whereInSight('representation', sight, few, mark, 'l.child_id'))",
    to: "whereInSight('representation', sight, few, mark, 'l.child_id')",
    test: 'tests/access/unprocessed-listed.test.ts',
  },
  {
    check: 'an officer is told of alerts about his children alone',
    file: 'services/oversight/src/store/alerts-wanted.ts',
    from: "if (sight.of === 'STATES') return [ofState]",
    to: 'if (sight) return [ofState]',
    test: ROWS,
  },
  {
    check: 'counsel sees its own mandates alone',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: 'return withEmergencies(actor, async () => [])',
    to: 'return withEmergencies(actor, async (ids) => [...ids])',
    test: 'services/_kit/src/graph/in-sight.test.ts',
  },
  {
    check: 'returns tells of children in sight alone',
    file: 'services/returns/src/store/return-store.ts',
    from: `const keys = await inSight(ids)
        const whole = prisma.executedReturn`,
    to: `const keys = [...ids]
        const whole = prisma.executedReturn`,
    test: ROWS,
  },
  {
    check: 'a cursor is its actor’s alone',
    file: 'services/_kit/src/graph/cursors.ts',
    from: "isEverybodys ? '' : actor.sub",
    to: "''",
    test: ROWS,
  },
  {
    check: 'a cursor is its list’s alone',
    file: 'services/_kit/src/graph/cursors.ts',
    from: 'codeFor(cursorKey, [list, ',
    to: "codeFor(cursorKey, ['', ",
    test: ROWS,
  },
  {
    check: 'places are those of the actor’s states',
    file: 'services/placements/src/store/list-facilities.ts',
    from: 'if (states !== null) parts.push',
    to: 'if (states === undefined) parts.push',
    test: BOARD,
  },
  {
    check: 'one place is its state’s',
    file: 'services/placements/src/graphql/facility.ts',
    from: 'return facility && mayCount(actor, facility.state) ? facility : null',
    to: 'return facility',
    test: BOARD,
  },
  {
    check: 'files are those of the actor’s states',
    file: 'services/_kit/src/intake/intake-lists.ts',
    from: 'states !== null &&',
    to: 'false &&',
    test: BOARD,
  },
  {
    check: 'the registry’s count beside a published figure is its territory’s',
    file: 'services/oversight/src/graphql/published-figures.ts',
    from: 'return mayCount(actor, territory) ? figures.registryCount(id) : null',
    to: 'return figures.registryCount(id)',
    test: BOARD,
  },
  {
    check: 'INM is let in to its receipts and to nothing else',
    file: 'services/_law/src/access-grants.ts',
    from: "reads: [...OPEN, 'receipts', 'gates'],",
    to: "reads: [...OPEN, 'receipts', 'gates', 'stats'],",
    test: WALL,
  },
]
