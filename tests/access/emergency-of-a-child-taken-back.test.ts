/**
 * An emergency concerns the ombudsperson of the state in which its child stood then: that the file of the child is taken back afterwards takes
 * it from nobody who was told, and keeps it from nobody who is to be.
 */
import { openPool } from '@vigia/db/open'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { chainOnce } from '@vigia/kit/audit/chain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailingBy, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { anActor } from '../support/asking.ts'
import { feedsOf } from '../support/feeds.ts'
import { EMERGENCY, emergency, LIST, type OpeningWorld, worldOfOpenings } from '../support/openings.ts'

const OFFICER = anActor('ppnna-officer', { sub: 'from afar', states: ['07'] })
const VERACRUZ = anActor('ombudsperson-state', { states: ['30'] })

let world: OpeningWorld
let db: OversightDb
beforeAll(async () => {
  world = await worldOfOpenings()
  db = open(urlOfRole(world.database.url, 'vigia_oversight'))
})
afterAll(async () => {
  await db.close()
  await world.stop()
})

async function takeBackVeracruz(): Promise<void> {
  const feeds = feedsOf(world.database.url)
  for (const feed of [
    'returns/executed-returns',
    'representation/protection-cases',
    'placements/stays',
    'children/detections',
  ] as const) {
    const [service] = feed.split('/')
    const [batch] = await world.database.query<{ id: string }>(
      `select id from ${service}.batch where feed = $1 order by taken_at desc limit 1`,
      [feed.split('/')[1]],
    )
    await feeds.withdraw(feed, batch?.id ?? null)
  }
  await feeds.stop()
  await world.settled()
}

const listed = async () => (await world.ask(VERACRUZ, LIST)).data

test('given the file of the child is taken back, the ombudsperson of its state reads of the emergency, and is written to', async () => {
  // Given an officer of Chiapas opened in an emergency the record of a child of Veracruz
  await world.ask(OFFICER, emergency(world.stranger))
  const before = { childId: world.stranger, subject: 'from afar', reason: EMERGENCY, isOutside: true }
  expect(await listed()).toMatchObject({ emergencyAccesses: { edges: [{ node: before }] } })

  // When the files that told of the child are taken back before anybody was written to
  await takeBackVeracruz()
  const children = openPool(urlOfRole(world.database.url, 'vigia_children'), 1)
  await chainOnce(children, 'children')
  await children.end()
  const addresses = { own: 'https://vigia.example.org', of: {} }
  await tellByMail(db.pool, mailingBy({ smtpUrl: undefined, from: 'vigia@example.org', addresses }), new Date())

  // Then the commission of Veracruz is told as that of Chiapas is
  expect(await listed()).toMatchObject({ emergencyAccesses: { edges: [{ node: { ...before, folio: null } }] } })
  const letters = await world.database.query<{ recipient: string }>(
    'select recipient from oversight.mail where alarm_id is not null order by recipient',
  )
  expect(letters.map(({ recipient }) => recipient)).toEqual([
    'ombudsperson-federal',
    'ombudsperson-state:07',
    'ombudsperson-state:30',
    'ppnna-officer:07',
    'state-secretary:07',
  ])
})
