/** The fate of a child, in a table: each row is what is known and what follows from it. */
import { expect, test } from 'vitest'
import { fateOfChild, type KnownOfChild } from './fate-of-child.ts'

const FOUND = 100
const nothing: KnownOfChild = { firstDetectedAt: FOUND, detections: [FOUND], stays: [], cases: [], returns: [] }
const stay = (
  enteredAt: number,
  leftAt: number | null,
  exitType: KnownOfChild['stays'][number]['exitType'] = null,
) => ({
  enteredAt,
  leftAt,
  exitType,
})
const file = (
  openedAt: number,
  closedAt: number | null,
  closingReason: KnownOfChild['cases'][number]['closingReason'] = null,
) => ({ openedAt, closedAt, closingReason })

/** Of Tuesday 3 November 2026 in Mexico City. */
const [MIDNIGHT, NOON] = [Date.parse('2026-11-03T06:00:00Z'), Date.parse('2026-11-03T18:00:00Z')]
const DAY = 86_400_000
const of = (departedAt: number) => ({ departedAt, type: 'ASSISTED_RETURN' as const })

test.each<[string, Partial<KnownOfChild>, string]>([
  ['nothing is known', {}, 'UNKNOWN'],
  ['a stay goes on', { stays: [stay(110, null)] }, 'WAITING'],
  ['a file is open', { cases: [file(110, null)] }, 'WAITING'],
  ['a stay ended as planned', { stays: [stay(110, 120, 'FAMILY_REINTEGRATION')] }, 'UNKNOWN'],
  ['a file was closed for a reason other than leaving', { cases: [file(110, 120, 'PLAN_FULFILLED')] }, 'UNKNOWN'],
  ['the child continued on the way', { stays: [stay(110, 120, 'CONTINUED_ROUTE')] }, 'LEFT'],
  ['the child abandoned the procedure', { stays: [stay(110, 120, 'VOLUNTARY_ABANDONMENT')] }, 'LEFT'],
  ['the child was not located', { stays: [stay(110, 120, 'NOT_LOCATED')] }, 'LEFT'],
  ['a relative took the child: not out of sight', { stays: [stay(110, 120, 'TAKEN_BY_RELATIVE')] }, 'UNKNOWN'],
  ['the file was closed since the child left', { cases: [file(110, 120, 'UNAUTHORISED_EXIT')] }, 'LEFT'],
  [
    'the child left and the file is still open',
    { stays: [stay(110, 120, 'NOT_LOCATED')], cases: [file(111, null)] },
    'LEFT',
  ],
  ['the child left and was lodged again', { stays: [stay(110, 120, 'NOT_LOCATED'), stay(121, null)] }, 'WAITING'],
  [
    'the child left and was found again',
    { detections: [FOUND, 130], stays: [stay(110, 120, 'NOT_LOCATED')] },
    'UNKNOWN',
  ],
  [
    'the child left on the instant at which a file was opened',
    { stays: [stay(110, 120, 'NOT_LOCATED')], cases: [file(120, null)] },
    'LEFT',
  ],
  ['returned', { returns: [{ departedAt: 120, type: 'ASSISTED_RETURN' }] }, 'RETURNED'],
  ['deported', { returns: [{ departedAt: 120, type: 'DEPORTATION' }] }, 'RETURNED'],
  ['rejected at the border at once', { returns: [{ departedAt: FOUND, type: 'BORDER_REJECTION' }] }, 'RETURNED'],
  [
    'returned on the day of the find, at an hour that nobody tells',
    { firstDetectedAt: NOON, returns: [of(MIDNIGHT)] },
    'RETURNED',
  ],
  ['returned on that day, before the find', { firstDetectedAt: NOON, returns: [of(NOON - 1)] }, 'UNKNOWN'],
  ['returned before being found', { returns: [{ departedAt: 99, type: 'ASSISTED_RETURN' }] }, 'UNKNOWN'],
  ['moved to another state', { returns: [{ departedAt: 120, type: 'TRANSFER' }] }, 'UNKNOWN'],
  ['repatriated from the United States', { returns: [{ departedAt: 120, type: 'REPATRIATION' }] }, 'UNKNOWN'],
  [
    'returned, with a stay that nobody closed',
    { returns: [{ departedAt: 120, type: 'ASSISTED_RETURN' }], stays: [stay(110, null)] },
    'RETURNED',
  ],
  [
    'returned, found again, and held since',
    { detections: [FOUND, 3 * DAY], returns: [of(DAY)], stays: [stay(3 * DAY, null)] },
    'WAITING',
  ],
  ['returned and found again, and nothing since', { detections: [FOUND, 3 * DAY], returns: [of(DAY)] }, 'UNKNOWN'],
  [
    'returned, found again and out of sight since',
    { detections: [FOUND, 3 * DAY], returns: [of(DAY)], stays: [stay(3 * DAY, 4 * DAY, 'CONTINUED_ROUTE')] },
    'LEFT',
  ],
  [
    'returned, found again and returned again',
    { detections: [FOUND, 3 * DAY], returns: [of(DAY), of(5 * DAY)] },
    'RETURNED',
  ],
  [
    'returned on the day of the last find, at an hour that nobody tells',
    { firstDetectedAt: NOON - 9 * DAY, detections: [NOON - 9 * DAY, NOON], returns: [of(MIDNIGHT)] },
    'RETURNED',
  ],
  [
    'returned after having left',
    { returns: [{ departedAt: 130, type: 'ASSISTED_RETURN' }], stays: [stay(110, 120, 'NOT_LOCATED')] },
    'RETURNED',
  ],
])('given %s, the fate is told', (_situation, known, fate) => {
  expect(fateOfChild({ ...nothing, ...known })).toBe(fate)
})
