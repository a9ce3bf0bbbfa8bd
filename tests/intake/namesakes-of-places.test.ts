/** Places of one name in one state: INM's and DIF's are often called after their town. None is taken for the other. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

let child: string
beforeEach(async () => {
  const detection = aDetection()
  await desk.send('children/detections', [detection])
  await desk.tell()
  child = detection.ACTA
})

const listed = (name: string, type: string, more: Record<string, string> = {}) => ({
  ...{ NOMBRE: name, TIPO: type, ENTIDAD: 'Chiapas' },
  ...more,
})
const stayIn = (name: string, type = 'Centro de canalización') =>
  aStay(child, { 'NOMBRE DEL LUGAR': name, 'TIPO DE LUGAR': type })

const placesCalled = (name: string) =>
  desk.database.query(
    `select f.type, f.municipality, f.capacity, count(l.stay_id)::int as children, min(l.kind) as counted
     from placements.facility f left join placements.stay_ledger l on l.facility_id = f.id
     where f.name_key = $1 group by f.id order by f.type, f.municipality`,
    [name],
  )

test.each([
  ['with its key', { CLAVE: 'CAS-07-0012' }],
  ['without a key', {}],
])(
  'whoever is held in a centre of INM stays held once a list of DIF, %s, brings a centre of that name',
  async (how, key) => {
    const name = how === 'with its key' ? 'Tapachula' : 'Huixtla'
    const called = name.toUpperCase()
    await desk.send('placements/stays', [stayIn(name)], { source: 'INM' })

    const list = await desk.send('placements/facilities', [listed(called, 'CAS municipal', key)], { source: 'DIF' })

    expect(list).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1, corrected: 0 } })
    expect(list.notices).toContainEqual(
      expect.stringMatching(/^Tienen el nombre o la clave de otro lugar de su entidad, .*: 1 \(renglón 2\)/),
    )
    expect(await placesCalled(called)).toMatchObject([
      { type: 'CASM', children: 0 },
      { type: 'CCAN', children: 1, counted: 'REFERRAL' },
    ])
    await desk.takeBack('placements', list.batchId)
    expect(await placesCalled(called)).toMatchObject([{ type: 'CCAN', children: 1 }])
  },
)

test('the other way round, who is handed to INM’s centre is not counted as cared for by DIF’s', async () => {
  await desk.send('placements/facilities', [listed('Arriaga', 'CAS municipal', { CLAVE: 'CAS-07-0013' })])

  await desk.send('placements/stays', [stayIn('ARRIAGA')], { source: 'INM' })

  expect(await placesCalled('ARRIAGA')).toMatchObject([
    { type: 'CASM', children: 0 },
    { type: 'CCAN', children: 1, counted: 'REFERRAL' },
  ])
})

test('two of one list are two; a type that is counted alike is a correction', async () => {
  const list = [listed('Tonalá', 'Estación migratoria'), listed('Tonalá', 'Centro de canalización')]
  expect((await desk.send('placements/facilities', list)).counts).toMatchObject({ recorded: 2, corrected: 0 })

  const { counts } = await desk.send('placements/facilities', [listed('Tonalá', 'Estancia provisional A')])

  expect(counts).toMatchObject({ recorded: 0, corrected: 1 })
  expect(await placesCalled('TONALA')).toMatchObject([{ type: 'CCAN' }, { type: 'EPA' }])
})

test('a stay that does not say which of the two waits, and says so', async () => {
  await desk.send('placements/facilities', [
    listed('Comitán', 'CAS estatal'),
    listed('Comitán', 'Oficina de representación'),
  ])

  const { counts, notices } = await desk.send('placements/stays', [stayIn('Comitán', '')])

  expect(counts).toMatchObject({ recorded: 0, unmatched: 1 })
  expect(notices).toContainEqual(expect.stringContaining('faltan su tipo o su clave'))
})

test('two homes of one name in two towns are two, in one list and in two, and the list that names them again finds them', async () => {
  const home = (municipality: string, places: string, key = '') =>
    listed('Casa del Migrante', 'Albergue', { CLAVE: key, MUNICIPIO: municipality, CAPACIDAD: places })

  const two = await desk.send('placements/facilities', [home('Palenque', '20'), home('Frontera Comalapa', '50')])
  const third = await desk.send('placements/facilities', [home('Tapachula', '10', 'ALB-3')])
  const again = await desk.send('placements/facilities', [
    ...[home('TAPACHULA DE CÓRDOVA Y ORDÓÑEZ', '12'), home('palenque', '25', 'ALB-1')],
    ...[home('Frontera Comalapa', '50'), home('', '60', 'ALB-3')],
  ])

  expect([two, third, again].map(({ counts }) => [counts.recorded, counts.corrected])).toEqual([
    [2, 0],
    [1, 0],
    [0, 3],
  ])
  expect(two.notices).toContainEqual(expect.stringContaining('de otro tipo o municipio: 2 (renglones 2, 3)'))
  expect(await placesCalled('CASA DEL MIGRANTE')).toMatchObject([
    { municipality: 'Frontera Comalapa', capacity: 50 },
    { municipality: 'TAPACHULA DE CÓRDOVA Y ORDÓÑEZ', capacity: 60 },
    { municipality: 'palenque', capacity: 25 },
  ])
})

const CENTRE = 'Centro de canalización'
const centresCalled = async (name: string) =>
  (await placesCalled(name)).map((place) => [place['municipality'], place['capacity'], place['children']])
const DOUBTFUL = { reason: expect.stringContaining('falta la clave del lugar, o su municipio') }

test('a stay that names one of two centres of one name and type is refused until it tells which, and goes there then', async () => {
  const centre = (municipality: string) => listed('Esperanza', CENTRE, { MUNICIPIO: municipality, CAPACIDAD: '5' })
  await desk.send('placements/facilities', [centre('Acala'), centre('Bochil')])

  const doubtful = await desk.send('placements/stays', [stayIn('Esperanza')])
  expect(doubtful).toMatchObject({
    outcome: 'REFUSED',
    firstRejects: [{ line: 2, column: 'NOMBRE DEL LUGAR', ...DOUBTFUL }],
  })

  const told = await desk.send('placements/stays', [{ ...stayIn('Esperanza'), 'MUNICIPIO DEL LUGAR': 'BOCHIL' }])
  expect(told).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })
  expect(await centresCalled('ESPERANZA')).toEqual([
    ['Acala', 5, 0],
    ['Bochil', 5, 1],
  ])
})

test('nor does a list without a key or a municipality correct the first of two', async () => {
  const again = await desk.send('placements/facilities', [listed('Esperanza', CENTRE, { CAPACIDAD: '9' })])

  expect(again).toMatchObject({ outcome: 'REFUSED', firstRejects: [{ line: 2, column: 'NOMBRE', ...DOUBTFUL }] })
})

test('INM, which is told of nothing that others have listed, is not asked: its child stays counted in the state', async () => {
  const taken = await desk.send('placements/stays', [stayIn('Esperanza')], { source: 'INM' })

  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1, refused: 0, unmatched: 0 } })
})

test.each([
  ['the row with its key first', 'Ocosingo', 'OCOSINGO', ['CCAN-07-600', '']],
  ['the row without it first', 'Simojovel', 'SIMOJOVEL', ['', 'CCAN-07-604']],
])(
  'a centre that one list names with its key and without is one, with its places once: %s',
  async (_how, name, called, keys) => {
    const rows = keys.map((CLAVE) => listed(name, CENTRE, { CLAVE, CAPACIDAD: '30' }))

    const { outcome } = await desk.send('placements/facilities', rows)

    expect(outcome).toBe('TAKEN')
    expect(await centresCalled(called)).toEqual([[null, 30, 0]])
  },
)

test('nor do stays of one file make two of it', async () => {
  const [one, other] = [aDetection(), aDetection()]
  await desk.send('children/detections', [one, other])
  await desk.tell()
  const place = { 'NOMBRE DEL LUGAR': 'Villaflores', 'TIPO DE LUGAR': CENTRE }

  await desk.send('placements/stays', [
    aStay(one.ACTA, place),
    aStay(other.ACTA, { ...place, 'CLAVE DEL LUGAR': 'CCAN-07-601' }),
  ])

  expect(await centresCalled('VILLAFLORES')).toEqual([[null, null, 2]])
})

test('of two new centres of one name, a row without a key is doubtful', async () => {
  const two = ['CCAN-07-602', 'CCAN-07-603'].map((CLAVE) => listed('Las Rosas', CENTRE, { CLAVE }))

  const taken = await desk.send('placements/facilities', [...two, listed('Las Rosas', CENTRE)])

  expect(taken).toMatchObject({ outcome: 'REFUSED', firstRejects: [{ line: 4, column: 'NOMBRE', ...DOUBTFUL }] })
})
