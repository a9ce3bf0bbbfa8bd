/** A place is closed, by its day or by a word, and open again: it is a centre like any other then, and its places count. */
import { openPool } from '@vigia/db/open'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeSnapshot } from '../../services/placements/src/actions/write-snapshot.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const centre = (name: string, more: Record<string, string> = {}) => ({
  ...{ CLAVE: `CAS-${name}`, NOMBRE: `Casa ${name}`, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', CAPACIDAD: '20' },
  ...more,
})
const list = (row: Record<string, string>, days = 0) =>
  desk.send('placements/facilities', [row], { source: 'DIF', cutoff: localDay(daysAgo(days)) })
const known = async (name: string) => {
  const [place] = await desk.database.query(
    'select lifecycle, opened_on::text, closed_on::text from placements.facility where key = $1',
    [`CAS-${name}`],
  )
  return place
}

/** Of Chiapas, as the board has them. */
async function places() {
  const pool = openPool(desk.database.url, 1)
  const client = await pool.connect()
  await writeSnapshot(client, new Date())
  client.release()
  await pool.end()
  const [row] = await desk.database.query("select centers, capacity from placements.snapshot where state = '07'")
  return row
}

const OPEN_AGAIN = expect.stringMatching(/^Lugares que constaban cerrados, .*: 1 \(renglón 2\)/)

test.each([
  ['by a word', 'UNO', { CICLO: 'Cerrado', CIERRE: writtenDay(daysAgo(90)) }, { CICLO: 'En operación' }],
  ['by its opening', 'DOS', { CIERRE: writtenDay(daysAgo(90)) }, { APERTURA: writtenDay(daysAgo(5)) }],
  [
    'by its opening, and it was closed by a word too',
    'TRES',
    { CICLO: 'Cerrado', CIERRE: writtenDay(daysAgo(90)) },
    { APERTURA: writtenDay(daysAgo(5)) },
  ],
])(
  'a centre that was closed is open again %s, and closed again without that list',
  async (_how, name, closed, open) => {
    const before = await places()
    await list(centre(name, { APERTURA: '01/02/2020' }), 120)
    expect(await places()).toEqual({
      centers: Number(before?.['centers']) + 1,
      capacity: Number(before?.['capacity']) + 20,
    })
    await list(centre(name, closed), 60)
    expect(await places()).toEqual(before)

    const again = await list(centre(name, open))

    expect(again).toMatchObject({ outcome: 'TAKEN', counts: { corrected: 1, refused: 0 } })
    expect(again.notices).toContainEqual(OPEN_AGAIN)
    expect(await known(name)).toMatchObject({ lifecycle: 'ACKNOWLEDGED', closed_on: null })
    expect(await places()).toMatchObject({ centers: Number(before?.['centers']) + 1 })

    await desk.takeBack('placements', again.batchId)
    expect(await known(name)).toMatchObject({ closed_on: localDay(daysAgo(90)) })
    expect(await places()).toEqual(before)
  },
)

test('a closing that is left blank stays, and so does the word', async () => {
  await list(centre('CUATRO', { CICLO: 'Cerrado', CIERRE: writtenDay(daysAgo(90)) }), 60)

  await list(centre('CUATRO', { CAPACIDAD: '30' }))

  expect(await known('CUATRO')).toMatchObject({ lifecycle: 'CLOSED', closed_on: localDay(daysAgo(90)) })
})

test('a centre that was closed, then denied, and then acknowledged again is open', async () => {
  const before = Number((await places())?.['centers'])
  await list(centre('OCHO', { CICLO: 'Cerrado', CIERRE: writtenDay(daysAgo(90)) }), 80)
  await list(centre('OCHO', { CICLO: 'Negado' }), 40)
  expect(await known('OCHO')).toMatchObject({ lifecycle: 'DENIED', closed_on: localDay(daysAgo(90)) })
  expect(await places()).toMatchObject({ centers: before })

  const again = await list(centre('OCHO', { CICLO: 'Reconocido' }))

  expect(again.notices).toContainEqual(OPEN_AGAIN)
  expect(await known('OCHO')).toMatchObject({ lifecycle: 'ACKNOWLEDGED', closed_on: null })
  expect(await places()).toMatchObject({ centers: before + 1 })
})

test('a list of an earlier day that comes late closes nothing that is open again', async () => {
  await list(centre('CINCO', { CICLO: 'Cerrado', CIERRE: writtenDay(daysAgo(90)) }), 80)
  await list(centre('CINCO', { CICLO: 'Activo' }))

  await list(centre('CINCO', { CICLO: 'Cerrado', CIERRE: writtenDay(daysAgo(85)) }), 70)

  expect(await known('CINCO')).toMatchObject({ lifecycle: 'ACKNOWLEDGED', closed_on: null })
})

test('a centre that is to close next week counts until then, and one that is to open from then on', async () => {
  const before = Number((await places())?.['centers'])
  await list(centre('SEIS', { CIERRE: writtenDay(daysAgo(-7)) }))
  expect(await places()).toMatchObject({ centers: before + 1 })
  await list(centre('SIETE', { APERTURA: writtenDay(daysAgo(-7)) }))
  expect(await places()).toMatchObject({ centers: before + 1 })

  await list(centre('SEIS', { CIERRE: writtenDay(new Date()) }))
  expect(await places()).toMatchObject({ centers: before })
  await list(centre('SIETE', { APERTURA: writtenDay(new Date()) }))
  expect(await places()).toMatchObject({ centers: before + 1 })
})
