/** Checks by which nothing of a child stands in plain words, and what is erased stays so; each with the test that fails without it. */
import type { Mutant } from './mutants.ts'

const SEALING = 'tests/sealing/nothing-in-plain-words.test.ts'

export const MUTANTS_OF_SEALING: readonly Mutant[] = [
  {
    check: 'erased, a child is not read in rows that wait either',
    file: 'services/_kit/src/seal/erased.ts',
    from: 'for (const forget of FORGET) await',
    to: 'for (const forget of FORGET.slice(1)) await',
    test: 'tests/sealing/erased-while-it-waits.test.ts',
  },
  {
    check: 'alerts that wait for a birthday are erased with the day of birth',
    file: 'services/_kit/src/seal/erased.ts',
    from: 'await forgetAlertsOf(client, whom)',
    to: 'void forgetAlertsOf',
    test: 'tests/sealing/erased-birthday.test.ts',
  },
  {
    check: 'cells are sealed before they reach the database',
    file: 'services/_kit/src/seal/row-sealer.ts',
    from: 'values.push(seal(key, sealed.place, plain))',
    to: 'values.push(plain)',
    test: SEALING,
  },
  {
    check: 'a number of the person is staged as its blind index',
    file: 'services/_kit/src/intake/parse.ts',
    from: 'copyText(blinded(column, reading))',
    to: 'copyText(reading)',
    test: SEALING,
  },
  {
    check: 'a cell opens for its own child alone',
    file: 'services/_kit/src/seal/cell-opener.ts',
    from: 'const key = known?.subject === subject && known.wrapped !== null ?',
    to: 'const key = known && known.wrapped !== null ?',
    test: SEALING,
  },
  {
    check: 'the keys are held against the registry when it starts',
    file: 'services/_kit/src/seal/prepare.ts',
    from: 'if (sealing.index_check === check && sealing.key_ids.every((id) => known.has(id))) return { isNew: false }',
    to: 'if (sealing) return { isNew: false }',
    test: SEALING,
  },
  {
    check: 'a list of the erased that is lost is no list of nobody',
    file: 'services/_kit/src/seal/erased/hold-list.ts',
    from: 'if (known.hasList || known.hasErased) throw isLost()',
    to: '',
    test: 'tests/sealing/list-of-erased-held.test.ts',
  },
  {
    check: 'what a backup brings back is erased again',
    file: 'services/_kit/src/seal/prepare.ts',
    from: '    await eraseAgain(client)\n',
    to: '',
    test: SEALING,
  },
  {
    check: 'the day of birth is erased with the keys',
    file: 'services/_kit/src/seal/erased.ts',
    from: "o.type ~ '^(child|detection)[.]'",
    to: "o.type ~ '^(child)[.]'",
    test: SEALING,
  },
  {
    check: 'no child is let go of whom something was learned since, by whichever service',
    file: 'services/_kit/src/seal/over-term.ts',
    from: 'f.child_id = c.id and f.recorded_at >= $1)',
    to: 'f.child_id = c.id and f.recorded_at < $1 and false)',
    test: SEALING,
  },
  {
    check: 'whom a term let go stands in the audit',
    file: 'services/_kit/src/seal/over-term.ts',
    from: 'await tellByOperator(client, { ...deed, reason: batch.reason })',
    to: 'void deed',
    test: SEALING,
  },
]
