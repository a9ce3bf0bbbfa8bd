/** Who catches up while the others are being let go is told the step that could not be read, once it can be. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import pLimit from 'p-limit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Admitted } from '../graph/admission.ts'
import { handFeed } from '../testing/alerts-by-hand.ts'
import { AlertGroup, type AlertGroupParts } from './alert-group.ts'
import { Follower } from './follower.ts'
import { Outlet, type StreamEnd } from './outlet.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** Of a subscriber, from a place on: what he was told, and why he was let go. */
function aFollower(from: number) {
  const told: number[] = []
  const ends: StreamEnd['code'][] = []
  const pipe = { isClogged: false }
  const outlet = new Outlet({
    isClogged: () => pipe.isClogged,
    write: ({ tolds }) => told.push(...tolds.map(({ seq }) => seq)) > 0,
    end: ({ code }) => void ends.push(code),
  })
  return { follower: new Follower(outlet, from), outlet, pipe, told, ends }
}

/** Longer than a step is tried. */
const UNTIL_GIVEN_UP_MS = 5_000

test('given a step that cannot be read while somebody catches up, he joins where the others were and is told it', async () => {
  // Given a group at the tenth step, somebody in it, and somebody who comes back and is slow to take what he missed
  const feed = handFeed()
  let isAway = true
  const execute: AlertGroupParts['gateway']['execute'] = async (asked) => ({
    status: 200,
    answer:
      isAway && asked === ELEVENTH
        ? { data: { alertRaised: null }, errors: [{ message: 'away', extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }] }
        : { data: { alertRaised: { kind: 'HELD' } } },
  })
  const group = new AlertGroup({ ...PARTS, feed, gateway: { execute } }, 10)
  const there = aFollower(10)
  const back = aFollower(8)
  await group.join(there.follower, null)
  back.pipe.isClogged = true
  const joining = group.join(back.follower, null)

  // When the next step cannot be read, so that whoever was there is let go
  feed.happens()
  group.call()
  await vi.advanceTimersByTimeAsync(UNTIL_GIVEN_UP_MS)
  expect([there.ends, back.ends]).toEqual([['SUBGRAPH_UNAVAILABLE'], []])

  // And it can be read again by the time the other has caught up
  isAway = false
  back.pipe.isClogged = false
  back.outlet.flush()
  await joining

  // Then he is told it, though nothing more happens
  await vi.waitFor(() => expect(back.told).toEqual([9, 10, 11]))
})

const [ELEVENTH, OTHERS] = [{}, {}] as unknown as [Admitted, Admitted]

const PARTS: Omit<AlertGroupParts, 'feed' | 'gateway'> = {
  plan: {
    args: {},
    key: 'alertRaised',
    ofTheStep: new Map(),
    isPersonal: false,
    // The gateway of this test looks only at which it is asked.
    queryOf: (alertId) => (alertId === 'alert-11' ? ELEVENTH : OTHERS),
    text: '',
  },
  wanted: { states: null, kinds: null, severities: null, steps: ['OPENED'] },
  actor: PSEUDONYMOUS_FEDERAL_SECRETARY,
  isSynthetic: () => false,
  requestInMs: 2_000,
  turns: pLimit(16),
}
