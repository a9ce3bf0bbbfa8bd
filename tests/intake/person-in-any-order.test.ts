/** Who a child is: of each thing what the first find says that tells it, in whatever order the files come. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const [EARLY, LATER] = ['10/03/2024 10:00', '11/03/2025 10:00']
const found = (at: string, differences: Row) =>
  aDetection({ 'FECHA Y HORA': at, 'AVISO A PPNNA': '', EDAD: '', SEXO: '', ...differences })
const aNue = () => ({ NUE: `N${String(nextNumber()).padStart(9, '0')}` })
const send = (rows: readonly Row[]) => desk.send('children/detections', rows)

const MAM = {
  ...{ SEXO: 'Mujer', 'FECHA DE NACIMIENTO': '02/05/2010', 'FECHA ESTIMADA': 'Sí' },
  ...{ LENGUA: 'Mam', 'PAÍS DE NACIMIENTO': 'Guatemala', 'PAÍS DE RESIDENCIA': 'El Salvador' },
}
const GARIFUNA = {
  ...{ SEXO: 'Hombre', 'FECHA DE NACIMIENTO': '03/06/2011', 'FECHA ESTIMADA': 'No' },
  ...{ LENGUA: 'Garífuna', 'PAÍS DE NACIMIENTO': 'Honduras', 'PAÍS DE RESIDENCIA': 'Belice' },
}
const OF_MAM = {
  ...{ sex: 'FEMALE', born_on: '2010-05-02', is_birth_estimated: true },
  ...{ language: 'Mam', country_of_birth: 'GTM', country_of_residence: 'SLV' },
}
const OF_GARIFUNA = {
  ...{ sex: 'MALE', born_on: '2011-06-03', is_birth_estimated: false },
  ...{ language: 'Garífuna', country_of_birth: 'HND', country_of_residence: 'BLZ' },
}
const UNTOLD = {
  ...{ sex: 'UNSPECIFIED', born_on: null, is_birth_estimated: false },
  ...{ language: null, country_of_birth: null, country_of_residence: null },
}

/** What is known of the child. What the others were told of it last must be no other. */
async function personOf({ NUE }: { NUE: string }) {
  await desk.hear()
  const [child] = await desk.database.query<{ known: object; told: object }>(
    `select to_jsonb(k) as known, t.told from children.identifier i join children.child c on c.id = i.child_id,
       lateral (select c.sex, c.born_on, c.is_birth_estimated, c.language, c.country_of_birth, c.country_of_residence) k,
       lateral (select payload as told from outbox.event where entity_id = c.id and type like 'child.%' order by seq desc limit 1) t
     where i.value = $1`,
    [NUE],
  )
  expect(child?.told).toMatchObject(child?.known ?? {})
  return child?.known
}

const { SEXO, LENGUA } = GARIFUNA
test.each<[string, Row, Row, object]>([
  ['tells nothing and the later all', {}, MAM, OF_MAM],
  ['tells all and the later something else', GARIFUNA, MAM, OF_GARIFUNA],
  ['tells all and the later nothing', MAM, {}, OF_MAM],
  ['tells some and the later all', { SEXO, LENGUA }, MAM, { ...OF_MAM, sex: 'MALE', language: 'Garífuna' }],
  ['tells nothing, and neither does the later', {}, {}, UNTOLD],
])('given the earlier find %s, all orders give the same', async (_what, earlier, later, person) => {
  const children = [aNue(), aNue(), aNue(), aNue()] as const
  const finds = children.map(
    (NUE) => [found(EARLY, { ...NUE, ...earlier }), found(LATER, { ...NUE, ...later })] as const,
  )
  const [together, turned, inOrder, outOfOrder] = finds
  if (!together || !turned || !inOrder || !outOfOrder) throw new Error('There are four.')

  const files = [
    together,
    turned.toReversed(),
    ...inOrder.map((row) => [row]),
    ...outOfOrder.toReversed().map((row) => [row]),
  ]
  for (const file of files) expect((await send(file)).firstRejects).toEqual([])

  for (const child of children) expect(await personOf(child)).toEqual(person)
})

test.each<[string, Row, Row, number, object]>([
  ['the only one that told', {}, MAM, 1, UNTOLD],
  ['the earlier of two that told', GARIFUNA, MAM, 0, OF_MAM],
  ['the later of two that told', GARIFUNA, MAM, 1, OF_GARIFUNA],
])(
  'given a file is taken back that was %s, the child is what the other tells',
  async (_what, earlier, later, taken, person) => {
    const child = aNue()
    const batches = [
      await send([found(EARLY, { ...child, ...earlier })]),
      await send([found(LATER, { ...child, ...later })]),
    ]

    await desk.takeBack('children', batches[taken]?.batchId ?? null)

    expect(await personOf(child)).toEqual(person)
  },
)

test('given a later find is corrected, the child is that where the first tells nothing of it', async () => {
  const child = aNue()
  const later = found(LATER, { ...child, ...MAM })
  await send([found(EARLY, { ...child, SEXO })])
  await send([later])

  const { counts } = await send([{ ...later, ...GARIFUNA, SEXO: 'Mujer' }])

  expect(counts.corrected).toBe(1)
  expect(await personOf(child)).toEqual(OF_GARIFUNA)
})

const NOT_BORN = 'La fecha de nacimiento es posterior a una detección que se conoce de la misma persona.'
const FOUND_BEFORE = 'La detección es anterior a la fecha de nacimiento que se conoce.'
test.each<[string, boolean, boolean, string]>([
  ['in files of their own', false, false, NOT_BORN],
  ['the later first', true, false, FOUND_BEFORE],
  ['in one file', false, true, NOT_BORN],
  ['in one file, the later first', true, true, NOT_BORN],
])(
  'given a find tells of a birth after another find, %s, one of the two is refused',
  async (_how, isTurned, isOne, reason) => {
    const child = aNue()
    const both = [found(EARLY, child), found(LATER, { ...child, 'FECHA DE NACIMIENTO': '11/03/2024' })]
    const rows = isTurned ? both.toReversed() : both

    const taken = isOne ? [await send(rows)] : [await send(rows.slice(0, 1)), await send(rows.slice(1))]

    expect(taken.flatMap(({ firstRejects }) => firstRejects.map((one) => one.reason))).toEqual([reason])
  },
)

test('born on the day of the first find, or of the correction of it, nobody is refused', async () => {
  const child = aNue()
  const first = found(EARLY, child)
  await send([first])

  const born = { 'FECHA DE NACIMIENTO': '10/03/2024' }
  const taken = [
    await send([found(LATER, { ...child, ...born })]),
    await send([{ ...first, ...born, 'FECHA Y HORA': LATER }]),
  ]

  expect(taken.flatMap(({ firstRejects }) => firstRejects)).toEqual([])
  expect(await personOf(child)).toMatchObject({ born_on: '2024-03-10' })
})
