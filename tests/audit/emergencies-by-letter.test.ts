/** Emergency access is used: the ombudspersons whom it concerns, and who may sign, are written to at once, each once, and no letter names a child or an account. */
import { openPool } from '@vigia/db/open'
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import { chainOnce } from '@vigia/kit/audit/chain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailing, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { anActor } from '../support/asking.ts'
import { EMERGENCY, emergency, NOBODY, type OpeningWorld, worldOfOpenings } from '../support/openings.ts'

const PPNNA = anActor('ppnna-officer', { sub: 'who had to know', states: ['07'] })

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

const addresses = { own: 'https://vigia.example.org', of: { 'ombudsperson-state:30': 'cedh@veracruz.example.org' } }
const mailing: Mailing = { addresses, transport: null }
const tell = () => tellByMail(db.pool, mailing, new Date())
const letters = () =>
  world.database.query<{ recipient: string; address: string | null; subject: string; body: string }>(
    'select recipient, address, subject, body from oversight.mail where alarm_id is not null order by alarm_id, recipient',
  )

test('of a child of another state both ombudspersons are told, the federal one, and who may sign; of nobody, the ombudspersons of the office', async () => {
  await world.ask(PPNNA, emergency(world.stranger))
  await world.ask(PPNNA, emergency(NOBODY))
  const children = openPool(urlOfRole(world.database.url, 'vigia_children'), 1)
  await chainOnce(children, 'children')
  await children.end()
  await world.database.query('update outbox.registry set is_synthetic = true')

  expect([await tell(), await tell()]).toEqual([7, 0])

  const told = await letters()
  expect(told.map(({ recipient, address }) => [recipient, address])).toEqual([
    ['ombudsperson-federal', null],
    ['ombudsperson-state:07', null],
    ['ombudsperson-state:30', 'cedh@veracruz.example.org'],
    ['ppnna-officer:07', null],
    ['state-secretary:07', null],
    ['ombudsperson-federal', null],
    ['ombudsperson-state:07', null],
  ])
  expect(told[0]?.body).toContain(
    'Se usó un acceso de emergencia (oficina: Procuraduría de Protección de NNA, Chiapas)',
  )
  expect(told.map(({ subject }) => subject.slice(0, 25))).toEqual(Array(7).fill('[DATOS SINTÉTICOS] Vigía:'))
  for (const { subject, body } of told)
    for (const word of [world.stranger, NOBODY, 'NNA-', PPNNA.sub, EMERGENCY, 'Veracruz'])
      expect(`${subject} ${body}`).not.toContain(word)
})

test('no other service learns of whom an alarm is', async () => {
  for (const login of ['vigia_children', 'vigia_placements', 'vigia_oversight_reader', 'vigia_gateway'] as const) {
    const [row] = await world.database.query<{ may: boolean }>(
      "select has_function_privilege($1, 'audit.emergencies_since(timestamptz)', 'execute') as may",
      [login],
    )
    expect({ login, ...row }).toEqual({ login, may: false })
  }
})
