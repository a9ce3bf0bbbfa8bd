/** Two children whom a number joined by mistake are taken apart by withdrawing the file and sending it again as it should be. */
import { curpCheckDigit } from '@vigia/law/identifiers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, written } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

let numbers = 0
const aNue = () => `N40000${String(numbers++).padStart(4, '0')}`
const aCurp = () => {
  const body = `XE${String.fromCharCode(65 + (numbers++ % 26))}A110311MNEXXXA`
  return body + curpCheckDigit(body)
}
const girl = (NUE = aNue()) => ({ ...aDetection({ 'FECHA Y HORA': written(daysAgo(40)) }), NUE })
const boy = () => aDetection({ SEXO: 'Hombre', 'FECHA Y HORA': written(daysAgo(9)) })
const send = (...rows: Row[]) => desk.send('children/detections', rows)

/** The sex of the child of each find, and which of the finds are of one child. */
async function childrenOf(...rows: Row[]): Promise<string[]> {
  const found = await desk.database.query<{ sex: string; finds: number }>(
    `select c.sex, (select count(*)::int from children.detection x where x.child_id = c.id) as finds
     from unnest($1::text[]) with ordinality told (acta, nth) join children.detection d using (acta) join children.child c on c.id = d.child_id
     order by nth`,
    [rows.map(({ ACTA }) => ACTA)],
  )
  return found.map(({ sex, finds }) => `${sex} ${finds}`)
}
const APART = ['FEMALE 1', 'MALE 1']

test.each([
  ['a number of its own', () => ({ NUE: aNue() })],
  ['no number', () => ({ NUE: '' })],
])('given a later file that told the number of the first, sent again with %s', async (_what, corrected) => {
  const [one, other] = [girl(), boy()]
  await send(one)
  const { batchId } = await send({ ...other, NUE: one.NUE })
  expect(await childrenOf(one, other)).toEqual(['FEMALE 2', 'FEMALE 2'])

  await desk.takeBack('children', batchId)
  await send({ ...other, ...corrected() })

  expect(await childrenOf(one, other)).toEqual(APART)
})

test('given that it told with it a CURP that is the other’s, that one is the other’s again', async () => {
  const [one, other, CURP] = [girl(), boy(), aCurp()]
  await send(one)
  const { batchId } = await send({ ...other, NUE: one.NUE, CURP })

  await desk.takeBack('children', batchId)
  await send({ ...other, NUE: aNue(), CURP })

  expect(await childrenOf(one, other)).toEqual(APART)
})

test('given that the mistake came first', async () => {
  const [one, other] = [girl(), boy()]
  const { batchId } = await send({ ...other, NUE: one.NUE })
  await send(one)

  await desk.takeBack('children', batchId)
  await send({ ...other, NUE: aNue() })

  expect(await childrenOf(one, other)).toEqual(APART)
})

test('given one file of both', async () => {
  const [one, other] = [girl(), boy()]
  const { batchId } = await send(one, { ...other, NUE: one.NUE })

  await desk.takeBack('children', batchId)
  await send(one, { ...other, NUE: aNue() })

  expect(await childrenOf(one, other)).toEqual(APART)
})

test('given that the same file is sent again, they are the child that they were', async () => {
  const NUE = aNue()
  const [one, other] = [girl(NUE), girl(NUE)]
  const { batchId } = await send(one, other)
  const ids = () =>
    desk.database.query('select child_id, acta from children.detection where acta = any($1) order by acta', [
      [one.ACTA, other.ACTA],
    ])
  const before = await ids()

  await desk.takeBack('children', batchId)
  await send(one, other)

  expect(await ids()).toEqual(before)
})
test('given that the first child had no name, the other’s does not stay with it', async () => {
  const [one, other] = [{ ...girl(), 'NOMBRE(S)': '', 'PRIMER APELLIDO': '' }, boy()]
  await send(one)
  const { batchId } = await send({ ...other, NUE: one.NUE })
  const named = () =>
    desk.database.query(
      'select child_id from children.person_name join children.detection using (child_id) where acta = $1',
      [one.ACTA],
    )
  expect(await named()).toHaveLength(1)

  await desk.takeBack('children', batchId)

  expect(await named()).toEqual([])
})

test('given that two files told one name, it stays with the second once the first is withdrawn', async () => {
  const NUE = aNue()
  const [one, later] = [girl(NUE), { ...girl(NUE), 'FECHA Y HORA': written(daysAgo(5)) }]
  const { batchId } = await send(one)
  await send(later)

  await desk.takeBack('children', batchId)

  expect(
    await desk.database.query(
      'select 1 from children.person_name join children.detection using (child_id) where acta = $1',
      [later.ACTA],
    ),
  ).toHaveLength(1)
})
