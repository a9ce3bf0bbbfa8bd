/** An alert of which nobody tells any more whether its cause holds stays as it is; only that somebody sees to it ends with its time. */
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hours, type Judged, openJudged } from '../../../../tests/support/judged.ts'
import type { Judgement } from '../engine/judge.ts'
import { writeDeed } from '../store/deed-store.ts'
import { writeAlerts } from './write-alerts.ts'

let judged: Judged
beforeAll(async () => {
  judged = await openJudged()
})
afterAll(() => judged.close())

const WHICH = { kind: 'BACKLOG_GROWS', subject: '07' } as const
const GROWS = {
  ...({ ...WHICH, state: '07', facilityId: null, severity: 'RED', restsOn: 'OURS' } as const),
  ...{ since: hours(0), reachedAt: hours(1) },
}
const NOTHING: Judgement = { open: [], over: [], late: [], held: [], next: null }
const judgedAt = (judgement: Partial<Judgement>, now: Date) =>
  within((client) =>
    writeAlerts(client, [{ about: 'STATE', owner: '07', judgement: { ...NOTHING, ...judgement } }], now),
  )

async function within<Result>(act: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await judged.pool.connect()
  try {
    return await act(client)
  } finally {
    client.release()
  }
}

test('held, it stands as it stood, and that somebody saw to it is over when it was to be', async () => {
  await judgedAt({ open: [GROWS] }, hours(1))
  const [alert] = await judged.database.query<{ id: string }>('select id from oversight.alert')
  const seen = { step: 'ACKNOWLEDGED', until: hours(4), words: 'Llegan dos personas más el lunes' } as const
  const by = { sub: 'ana', role: 'state-secretary', org: null } as const
  await within((client) => writeDeed(client, alert?.id ?? '', seen, by, hours(2)))

  const untouched = await judgedAt({ held: [WHICH] }, hours(3))
  const lapsed = await judgedAt({ held: [WHICH] }, hours(5))

  expect([untouched, lapsed]).toEqual([0, 1])
  expect(await judged.history('BACKLOG_GROWS')).toEqual(['OPENED RED', 'ACKNOWLEDGED RED', 'ACKNOWLEDGEMENT_ENDED RED'])
  expect(
    await judged.database.query('select severity, resolved_at, acknowledged_until, changed_at from oversight.alert'),
  ).toEqual([{ severity: 'RED', resolved_at: null, acknowledged_until: null, changed_at: hours(5) }])
})

test('where only that on which it rests is another, as of two marks one was corrected, it says so, and nothing has happened to it', async () => {
  await judged.empty()
  await judgedAt({ open: [GROWS] }, hours(1))
  const changed = await judgedAt({ open: [{ ...GROWS, restsOn: 'THE LAW' }] }, hours(2))
  const again = await judgedAt({ open: [{ ...GROWS, restsOn: 'THE LAW' }] }, hours(3))

  expect([changed, again]).toEqual([1, 0])
  expect(await judged.alerts('BACKLOG_GROWS')).toMatchObject([{ rests_on: 'THE LAW', severity: 'RED' }])
  expect(await judged.history('BACKLOG_GROWS')).toEqual(['OPENED RED'])
})

test('given a process whose clock is behind, what it does is told no earlier than what was done before', async () => {
  await judged.empty()
  await judgedAt({ open: [GROWS] }, hours(1))
  await judgedAt({ open: [{ ...GROWS, severity: 'CRITICAL', reachedAt: hours(4) }] }, hours(5))
  await judgedAt({ open: [GROWS] }, hours(4))
  await judgedAt({ over: [{ ...WHICH, ending: { fact: 'count', id: '07', at: null } }] }, hours(3))

  const steps = await judged.database.query('select step, at from oversight.alert_history order by id')
  expect(steps).toEqual([
    { step: 'OPENED', at: hours(1) },
    { step: 'ESCALATED', at: hours(5) },
    { step: 'LOWERED', at: hours(5) },
    { step: 'RESOLVED', at: hours(5) },
  ])
})
