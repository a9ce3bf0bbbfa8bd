/** A service is derived again while files are taken in and the log is followed: one waits for the other, and none is broken off. */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { followOnce } from '@vigia/kit/follow'
import { rebuild } from '@vigia/kit/rebuild'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deriveAll, PICTURES } from '../../services/placements/src/actions/derive-all.ts'
import { followChildren } from '../../services/placements/src/actions/follow-children.ts'
import { aDetection } from '../support/builders/inm.ts'
import { eventually } from '../support/eventually.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
let pool: Pool
beforeAll(async () => {
  desk = await openDesk()
  pool = openPool(urlOfRole(desk.database.url, 'vigia_placements'), 3)
  await desk.send('children/detections', [aDetection()])
  await desk.hear()
})
afterAll(async () => {
  await pool.end()
  await desk.close()
})

const again = () =>
  rebuild(pool, { service: 'placements', followers: [followChildren], pictures: PICTURES, deriveAll, now: new Date() })

/** So many wait for somebody: the one who derives, and who begins meanwhile. */
const whoWait = (many: number) =>
  eventually(
    () =>
      desk.database.query(
        `select from pg_stat_activity where datname = current_database() and usename = 'vigia_placements' and wait_event_type = 'Lock'`,
      ),
    ({ length }) => length === many,
  )

/** As intake does, and as followers do: a picture is read, and what is counted by it is derived. */
async function readAndCount(client: PoolClient): Promise<void> {
  await client.query('select from placements.identifier_ref')
  const rebuilt = again()
  rebuilt.catch(() => undefined)
  await whoWait(1)
  await client.query("select placements.refresh('{}')")
  underWay = rebuilt
}
let underWay: Promise<number> | undefined

test('beside a file that is being taken in', async () => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("select pg_advisory_xact_lock(hashtext('vigia.intake.placements'))")
    await readAndCount(client)
    await client.query('commit')
  } finally {
    client.release()
  }

  expect(await underWay).toBeGreaterThan(0)
})

test('beside a service that follows', async () => {
  await desk.database.query('update placements.position set seq = 0')

  await followOnce(pool, { service: 'placements', followers: [{ follows: 'children', apply: readAndCount }] })

  expect(await underWay).toBeGreaterThan(0)
})

test('beside a service that begins to follow before anything is emptied', async () => {
  await desk.database.query('update placements.position set seq = 0')
  const counting = await pool.connect()
  try {
    await counting.query('begin')
    await counting.query("select sec.waits_for_turn_of('placements', 'tick')")
    const rebuilt = again()
    await whoWait(1)
    const followed = followOnce(pool, { service: 'placements', followers: [followChildren] })
    await whoWait(2)
    await counting.query('commit')

    expect(await Promise.all([rebuilt, followed])).toEqual([expect.any(Number), 0])
  } finally {
    counting.release()
  }
})

test('beside an answer that has read what is counted, and goes on to a picture', async () => {
  const answer = await pool.connect()
  try {
    await answer.query('begin')
    await answer.query('select from placements.stay_ledger')
    const rebuilt = again()
    await whoWait(1)
    await answer.query('select from placements.child_ref')
    await answer.query('commit')

    expect(await rebuilt).toBeGreaterThan(0)
  } finally {
    answer.release()
  }
})
