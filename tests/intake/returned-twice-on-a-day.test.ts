/** Two returns of one child on one day, under two folios: both are taken in, and the sender is told, for it may be one that was numbered anew. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { hoursAgo, written, writtenDay } from '../support/clock.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const LEFT = hoursAgo(50)

async function aChild(): Promise<string> {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  return found.ACTA
}

const send = (...rows: Row[]) => desk.send('returns/executed-returns', rows)
const toldOf = ({ notices }: Awaited<ReturnType<Desk['send']>>) =>
  notices.filter((notice) => notice.includes('ya había salido ese día con otro folio'))

test('a return that comes again under another folio is told of, by its line, in a later file and in one', async () => {
  const [one, other] = [await aChild(), await aChild()]
  await send(aReturn(one, { 'FECHA Y HORA DE SALIDA': written(LEFT) }))

  const later = await send(aReturn(one, { 'FECHA Y HORA DE SALIDA': writtenDay(LEFT) }))
  const both = await send(
    aReturn(other, { 'FECHA Y HORA DE SALIDA': written(LEFT) }),
    aReturn(other, { 'FECHA Y HORA DE SALIDA': written(LEFT) }),
  )

  expect(toldOf(later)).toMatchObject([expect.stringContaining(': 1 (renglón 2)')])
  expect(toldOf(both)).toMatchObject([expect.stringContaining(': 1 (renglón 3)')])
  expect([later, both].map(({ counts }) => counts.recorded)).toEqual([1, 2])
})

test('nothing is told of one that is told again, of another day, or of what is no return', async () => {
  const acta = await aChild()
  const first = aReturn(acta, { 'FECHA Y HORA DE SALIDA': written(LEFT) })
  await send(first)

  const files = [
    await send({ ...first, 'PAÍS DE DESTINO': 'Guatemala' }),
    await send(aReturn(acta, { 'FECHA Y HORA DE SALIDA': written(hoursAgo(20)) })),
    await send(
      aReturn(acta, { 'FECHA Y HORA DE SALIDA': written(LEFT), 'TIPO DE RETORNO': 'Traslado a otra entidad' }),
    ),
  ]

  expect(files.flatMap(toldOf)).toEqual([])
})
