/**
 * A file that says again what is known changes nothing, and has told of its day all the same: one of a day before that is late, also where it
 * is of a later day than the file that told it first.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aReturn } from '../support/builders/inm.ts'
import { aDetermination } from '../support/builders/ppnna.ts'
import { nextNumber, type Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'
import { aKnownCase, aKnownChild, cutoff } from './told-late/known.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const OF_CHIAPAS = { source: 'PPNNA', state: '07' }

async function outcomeOf(number = ''): Promise<string> {
  const [row] = await desk.database.query<{ outcome: string }>(
    'select outcome from representation.determination where number = $1',
    [number],
  )
  return row?.outcome ?? ''
}

test('a determination goes on to say what two files said, the second of the latest day', async () => {
  // Given a determination that did not permit the return, as its office told twice
  const refused: Row = aDetermination(await aKnownCase(desk), { RESULTADO: 'Permanencia en México' })
  const permitted = { ...refused, RESULTADO: 'Retorno al país de origen permitido' }
  const send = (rows: readonly Row[], days: number) =>
    desk.send('representation/determinations', rows, { ...OF_CHIAPAS, ...cutoff(days) })
  const first = await send([refused], 5)
  const again = await send([refused, aDetermination(refused['FOLIO'] ?? '')], 0)
  expect(again.counts).toMatchObject({ unchanged: 1, recorded: 1 })

  // When a file of a day in between comes, in which it permitted the return
  const late = await send([permitted], 3)

  // Then it does not, and the sender is told that his file is late
  expect(await outcomeOf(refused['NÚMERO'])).toBe('STAY_IN_MEXICO')
  expect(late.counts).toMatchObject({ unchanged: 1, corrected: 0 })
  expect(late.notices.join(' ')).toContain('posterior')

  // And it does once the file of the latest day is withdrawn, as if that had never come
  await desk.takeBack('representation', again.batchId)
  await desk.takeBack('representation', first.batchId)
  expect(await outcomeOf(refused['NÚMERO'])).toBe('RETURN_PERMITTED')
})

test('what was said again goes before a late word, once what had corrected both is withdrawn', async () => {
  // Given a return told twice, then corrected, and told otherwise by a file of a day before it was told again
  const left = aReturn(await aKnownChild(desk))
  const send = (type: string, days: number) =>
    desk.send(
      'returns/executed-returns',
      [{ ...left, 'TIPO DE RETORNO': type }, aReturn(left['ACTA'] ?? '')],
      cutoff(days),
    )
  const type = async () => {
    const rows = await desk.database.query<{ type: string }>(
      'select return_type as type from returns.executed_return where folio = $1',
      [left['FOLIO DE RETORNO']],
    )
    return rows.map((row) => row.type)
  }
  await send('Retorno asistido', 5)
  await send('Retorno asistido', 2)
  const corrected = await send('Deportación', 0)
  await send('Traslado a otra entidad', 3)
  expect(await type()).toEqual(['DEPORTATION'])

  // When the correction is withdrawn
  await desk.takeBack('returns', corrected.batchId)

  // Then it is what was said last, and not what a file of a day before had to say
  expect(await type()).toEqual(['ASSISTED_RETURN'])
})

test('a list of places that says the same again is no earlier list for it', async () => {
  // Given a place of forty, by two lists
  const CLAVE = `CAS-${nextNumber()}`
  const listed = { CLAVE, NOMBRE: `Casa ${CLAVE}`, TIPO: 'CAS estatal', ENTIDAD: 'Chiapas', CAPACIDAD: '40' }
  await desk.send('placements/facilities', [listed], cutoff(5))
  await desk.send(
    'placements/facilities',
    [listed, { ...listed, CLAVE: `CAS-${nextNumber()}`, NOMBRE: 'Otra casa' }],
    cutoff(0),
  )

  // When a list of a day in between says thirty
  await desk.send('placements/facilities', [{ ...listed, CAPACIDAD: '30' }], cutoff(3))

  // Then it has forty
  expect(await desk.database.query('select capacity from placements.facility where key = $1', [CLAVE])).toEqual([
    { capacity: 40 },
  ])
})
