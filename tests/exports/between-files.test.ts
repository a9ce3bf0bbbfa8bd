/** What one file withholds of a total no other file tells, of the same state and days; and a file says of which days it is. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aReturn } from '../support/builders/inm.ts'
import { hoursAgo, localDay, written } from '../support/clock.ts'
import { startWorld, type World } from '../support/world.ts'
import { tableIn, taker } from './taking-out.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
  // Of 38 who wait, four each since less than a day and less than three; the other thirty since weeks.
  const notified = [...Array<number>(4).fill(2), ...Array<number>(4).fill(40), ...Array<number>(30).fill(24 * 30)]
  const found = notified.map((hours) =>
    aDetection({ 'FECHA Y HORA': written(hoursAgo(hours + 1)), 'AVISO A PPNNA': written(hoursAgo(hours)) }),
  )
  await world.takeIn('children/detections', found)
  await world.settle()
  await world.takeIn(
    'returns/executed-returns',
    found.slice(0, 6).map(({ ACTA }) => aReturn(ACTA, { 'FECHA Y HORA DE SALIDA': written(hoursAgo(1)) })),
  )
  await world.settle()
})
afterAll(() => world.stop())

async function cells(list: string): Promise<{ titles: string[]; rows: string[][] }> {
  const { take } = await taker(world, 'federal-secretary')
  const { titles, rows } = tableIn((await take(list)).text)
  return { titles, rows: rows.filter((row) => row.includes('Chiapas')) }
}

test('given two ages of four each, which the total and the rest would tell, the rest is withheld beside its total', async () => {
  const byAge = await cells('backlog-by-age')
  expect(byAge.rows.map((row) => row.at(-1))).toEqual(['<5', '<5', '0', '≥5'])

  const { titles, rows } = await cells('figures')

  expect(rows[0]?.[titles.indexOf('Avisos sin expediente')]).toBe('38')
  expect(rows[0]?.[titles.indexOf('De ellos, vencidos')]).toBe('≥5')
  expect(rows[0]?.[titles.indexOf('Retornos sin BID válido')]).toBe('6')
})

test('figures for which no days were asked say of which days they are, in the file and where it is listed', async () => {
  const today = localDay(hoursAgo(0))
  const [from, to] = [`${today.slice(0, 4)}-01-01`, today]
  const { take, look } = await taker(world, 'federal-secretary')

  const { head } = tableIn((await take('figures')).text)

  expect(head).toContainEqual(['Filtro', `desde ${from}, hasta ${to}`])
  expect((await look()).made[0]?.filter).toEqual({ from, to })
  const { text } = await take('backlog-by-age')
  expect(tableIn(text).head).toContainEqual(['Filtro', '–'])
})
