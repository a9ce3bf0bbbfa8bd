/** The owner of a receiver that is away for long is written to now and then, and not of each message that was given up. */
import { open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { within } from '@vigia/db/within'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeDeadLetter } from '../../services/oversight/src/store/dead-letter-mail.ts'
import type { Claimed } from '../../services/oversight/src/store/delivery-store.ts'
import { type ScratchDatabase, scratchDatabase } from '../support/scratch-database.ts'

let database: ScratchDatabase
beforeAll(async () => {
  database = await scratchDatabase()
})
afterAll(() => database.drop())

const toward = (description: string, contact: string | null = 'soporte@example.org') =>
  ({ endpoint: { subject: 'client:aliado', contact, description } }) as Claimed
const T0 = Date.parse('2026-11-27T10:00:00Z')

test('given message after message that is given up, one letter an hour is written of each endpoint', async () => {
  const db = open(urlOfRole(database.url, 'vigia_oversight'))
  const givenUp = (claimed: Claimed, minutes: number) =>
    within(db.pool, (client) => writeDeadLetter(client, claimed, `msg_${minutes}`, new Date(T0 + minutes * 60_000)))

  for (const minutes of [0, 1, 59, 60, 61]) await givenUp(toward('Alertas'), minutes)
  await givenUp(toward('Pruebas'), 2)
  await givenUp(toward('Sin correo', null), 3)
  await db.close()

  const letters = await database.query<{ subject: string; body: string; address: string }>(
    'select subject, body, address from oversight.mail order by created_at',
  )
  expect(letters.map(({ subject, body }) => [subject, /msg_\d+/.exec(body)?.[0]])).toEqual([
    ['Vigía: mensaje no entregado, Alertas', 'msg_0'],
    ['Vigía: mensaje no entregado, Pruebas', 'msg_2'],
    ['Vigía: mensaje no entregado, Alertas', 'msg_60'],
  ])
})
