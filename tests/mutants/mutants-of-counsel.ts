/** That counsel reaches the children of its own mandates, whatever it is called, as mutants.ts lists the other checks. */
import type { Mutant } from './mutants.ts'

const ROWS = 'tests/access/rows-of-each-role.test.ts'
const KEYS = 'tests/intake/evidence-of-casework.test.ts'

export const MUTANTS_OF_COUNSEL: readonly Mutant[] = [
  {
    check: 'counsel lists the children of its own keys alone',
    file: 'services/children/src/store/in-sight.ts',
    from: `s.parties && \${mark(sight.keys)}::text[]`,
    to: `s.parties || \${mark(sight.keys)}::text[] <> '{}'`,
    test: ROWS,
  },
  {
    check: 'counsel is told by other services of the children of its own keys alone',
    file: 'services/_kit/src/graph/in-sight.ts',
    from: `parties && \${mark(sight.keys)}::text[]\``,
    to: `parties || \${mark(sight.keys)}::text[] <> '{}'\``,
    test: ROWS,
  },
  {
    check: 'counsel is shown by policy the children of its own keys alone',
    file: 'prisma/migrations/20261125100000_rows_by_actor/migration.sql',
    from: 'or parties && (select sec.parties())',
    to: "or parties <> ''{}''",
    test: 'tests/access/counsel-by-key.test.ts',
  },
  {
    check: 'keys of counsel count for counsel alone',
    file: 'services/_kit/src/actor.ts',
    from: "...(rows === 'MANDATE' && counsel && { counsel })",
    to: '...(counsel && { counsel })',
    test: 'services/_kit/src/actor.test.ts',
  },
  {
    check: 'a name is no key of counsel',
    file: 'gateway/src/sign-in/actor-of-claims.ts',
    from: 'counselKeyOf(text) ?? notAKey(context)',
    to: 'counselKeyOf(text) ?? (notAKey.length > 1 ? notAKey(context) : text)',
    test: 'gateway/src/sign-in/actor-of-claims.test.ts',
  },
  {
    check: 'a key of counsel goes with the name that it was told of',
    file: 'services/_kit/src/intake/known/hanging.ts',
    from: `is not distinct from f.\${named} then`,
    to: `is not null then`,
    test: KEYS,
  },
  {
    check: 'a key that is known under another name is a conflict',
    file: 'services/representation/src/intake/representations.ts',
    from: ` union all \${KEYS_UNDER_ANOTHER_NAME}`,
    to: '',
    test: KEYS,
  },
  {
    check: 'a key that nobody was known by is told to who sends it',
    file: 'services/representation/src/intake/representations.ts',
    from: ` union all (\${KEYS_NAMED_FIRST})`,
    to: '',
    test: KEYS,
  },
]
