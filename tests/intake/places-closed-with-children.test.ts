/** A list closes a place in which a child is held: it is taken in, the child goes on to be counted there, and whoever sent it is told. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, hoursAgo, localDay, written, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const list = (name: string, more: Row = {}, days = 0) =>
  desk.send(
    'placements/facilities',
    [{ CLAVE: `CC-${name}`, NOMBRE: `Centro ${name}`, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', ...more }],
    { source: 'DIF', cutoff: localDay(daysAgo(days)) },
  )

async function aChildIn(name: string): Promise<Row> {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  return aStay(found.ACTA, {
    ...{ 'CLAVE DEL LUGAR': `CC-${name}`, 'NOMBRE DEL LUGAR': '', 'TIPO DE LUGAR': 'CAS estatal' },
    ...{ INGRESO: written(hoursAgo(30)), EGRESO: '' },
  })
}

const stays = (rows: readonly Row[]) => desk.send('placements/stays', rows)
const held = (name: string) =>
  desk.database.query(
    `select t.left_at from placements.stay t join placements.facility f on f.id = t.facility_id where f.key = $1`,
    [`CC-${name}`],
  )

const WITH_CHILDREN = expect.stringMatching(
  /^Lugares que según este archivo están cerrados, y en los que constan .* sin egreso: 1 \(renglón 2\)\./,
)
const IN_CLOSED = expect.stringMatching(/^Estancias sin egreso en lugares que constan cerrados: 1 \(renglón 2\)\./)

test.each([
  ['by its word', 'UNO', { CICLO: 'Cerrado' }],
  ['by its day', 'DOS', { CIERRE: writtenDay(daysAgo(1)) }],
])(
  'a list closes %s a centre in which a child is: said, and said again until its exit is known',
  async (_how, name, closed) => {
    await list(name, {}, 60)
    const stay = await aChildIn(name)
    await stays([stay])

    const taken = await list(name, closed)

    expect(taken.outcome).toBe('TAKEN')
    expect(taken.notices).toContainEqual(WITH_CHILDREN)
    expect(await held(name)).toEqual([{ left_at: null }])
    // A list of the next month that says the same.
    expect((await list(name, { ...closed, CAPACIDAD: '' }, -1)).notices).toContainEqual(WITH_CHILDREN)

    await stays([{ ...stay, EGRESO: written(hoursAgo(2)) }])
    expect((await list(name, { ...closed, CAPACIDAD: '9' }, -2)).notices).not.toContainEqual(WITH_CHILDREN)
  },
)

test('of a centre that is to close next week, or in which nobody is, nothing is said', async () => {
  await stays([await aChildIn('TRES')])
  expect((await list('TRES', { CIERRE: writtenDay(daysAgo(-7)) })).notices).not.toContainEqual(WITH_CHILDREN)
  expect((await list('CUATRO', { CICLO: 'Cerrado' })).notices).not.toContainEqual(WITH_CHILDREN)
})

test('a child who is told to be in a centre that is known to be closed: taken in as it is told, and said', async () => {
  await list('CINCO', { CICLO: 'Cerrado' })
  const stay = await aChildIn('CINCO')

  const taken = await stays([stay])

  expect(taken.outcome).toBe('TAKEN')
  expect(taken.notices).toContainEqual(IN_CLOSED)
  expect(await held('CINCO')).toHaveLength(1)
  expect((await stays([{ ...stay, EGRESO: written(hoursAgo(1)) }])).notices).not.toContainEqual(IN_CLOSED)
})
