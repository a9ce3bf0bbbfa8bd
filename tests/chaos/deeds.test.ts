/** What persons did is held against what is written of it: what is lost, doubled, invented or never ended is found. */
import { expect, test } from 'vitest'
import { breachesOfActs, type Happened, unendedIn, type Written } from './deeds.ts'
import type { Act } from './officials.ts'

const anAct = (differences: Partial<Act> = {}): Act => ({
  ...{
    author: 'somebody',
    mutation: 'commentAlert',
    alertId: 'alert 1',
    version: null,
    words: 'said once',
    until: null,
    answeredAt: null,
  },
  ...{ tries: 1, outcome: 'DONE', ...differences },
})
const itsStep = (differences: Partial<Written> = {}): Written => ({
  ...{ author: 'somebody', kind: 'COMMENTED', alertId: 'alert 1', words: 'said once', version: 2, ...differences },
})
const assigned = anAct({ mutation: 'assignAlert', words: null, version: 4 })

test('given what was acknowledged is there once, what was refused is not, and of the rest nobody knows, it finds nothing', () => {
  const unknown = anAct({ words: 'unknown', outcome: 'UNKNOWN' })
  const refused = anAct({ words: 'late', outcome: 'CONFLICT' })
  expect(breachesOfActs([anAct(), unknown, refused], [itsStep()])).toEqual([])
  expect(breachesOfActs([unknown], [itsStep({ words: 'unknown' })])).toEqual([])
  expect(breachesOfActs([assigned], [itsStep({ kind: 'ASSIGNED', words: null, version: 5 })])).toEqual([])
})

const ended = (until: string) =>
  anAct({ outcome: 'BAD_USER_INPUT', until: new Date(until), answeredAt: new Date('2026-11-26T12:00:03Z') })

test('given a time that was over before somebody came to do it, it was refused for a reason', () => {
  expect(breachesOfActs([ended('2026-11-26T12:00:02Z')], [])).toEqual([])
})

test.each<[string, readonly Act[], readonly Written[], RegExp]>([
  ['one whose time was not over', [ended('2026-11-26T12:00:04Z')], [], /refused with BAD_USER_INPUT$/],
  ['an act that is lost', [anAct()], [], /commentAlert of somebody .*: acknowledged, and lost$/],
  ['an act that is written twice', [anAct()], [itsStep(), itsStep()], /: written 2 times$/],
  ['one of unknown outcome, twice', [anAct({ outcome: 'UNKNOWN' })], [itsStep(), itsStep()], /: written 2 times$/],
  [
    'one that was refused, and written',
    [anAct({ outcome: 'CONFLICT' })],
    [itsStep()],
    /refused with CONFLICT, and written$/,
  ],
  ['one that was refused without a reason', [anAct({ outcome: 'FORBIDDEN' })], [], /refused with FORBIDDEN$/],
  ['one that nobody asked for', [], [itsStep()], /^COMMENTED of somebody is written, and nobody asked for it$/],
  ['one about another alert', [anAct()], [itsStep({ alertId: 'alert 2' })], /acknowledged, and lost$/],
  [
    'one of another version',
    [assigned],
    [itsStep({ kind: 'ASSIGNED', words: null, version: 9 })],
    /acknowledged, and lost$/,
  ],
])('given %s, it says so', (_what, acts, written, sentence) => {
  expect(breachesOfActs(acts, written)[0]).toMatch(sentence)
})

const now = new Date('2026-11-26T12:00:00Z')
const step = (name: string, until: string | null = null): Happened => ({
  ...{ alertId: 'alert 1', step: name, until: until === null ? null : new Date(until) },
})
const seen = step('ACKNOWLEDGED', '2026-11-26T11:59:00Z')

test('given an acknowledgement whose time is over, it wants an end of it', () => {
  expect(unendedIn([step('OPENED'), seen], now)).toHaveLength(1)
  expect(unendedIn([step('OPENED'), seen, step('COMMENTED')], now)).toHaveLength(1)
  for (const end of ['ACKNOWLEDGEMENT_ENDED', 'CLOSED', 'RESOLVED'])
    expect(unendedIn([step('OPENED'), seen, step(end)], now)).toEqual([])
  expect(unendedIn([step('OPENED'), step('ACKNOWLEDGED', '2026-11-26T12:01:00Z')], now)).toEqual([])
})
