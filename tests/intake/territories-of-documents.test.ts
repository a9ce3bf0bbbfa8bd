/** In which states a document is valid, as a provisional permit states it, and whether it binds the child to a part of the country. */
import { STATES } from '@vigia/law/states'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, type Detection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** A provisional permit of a child whom nobody else's test knows. */
async function aPermit(): Promise<Row> {
  const found: Detection = aDetection()
  await desk.send('children/detections', [found])
  return { ACTA: found.ACTA, DOCUMENTO: 'Oficio provisional', 'ESTADO DEL DOCUMENTO': 'Otorgado sin tarjeta' }
}

interface Kept extends Record<string, unknown> {
  states: string[]
  bound: boolean | null
}

async function keptAfter(row: Row): Promise<Kept | undefined> {
  const { firstRejects } = await desk.send('children/migration-documents', [row])
  expect(firstRejects).toEqual([])
  const sql = `select valid_in::text[] as states, geographic_restriction as bound from children.migration_document
    join children.detection using (child_id) where acta = $1`
  return (await desk.database.query<Kept>(sql, [row['ACTA']]))[0]
}

test('the states stand in the order of INEGI, and whoever names some has said that the document binds', async () => {
  const permit = await aPermit()

  expect(await keptAfter({ ...permit, TERRITORIO: 'Tabasco|Chis.|Q. Roo' })).toEqual({
    ...{ states: ['07', '23', '27'], bound: true },
  })
  const same = { ...permit, 'Entidades de validez': 'Quintana Roo | Chiapas | Tabasco' }
  expect(await desk.send('children/migration-documents', [same])).toMatchObject({ counts: { unchanged: 1 } })
  expect(await keptAfter({ ...permit, TERRITORIO: 'Todo el país' })).toEqual({
    states: STATES.map(({ code }) => code),
    bound: false,
  })
})

test('what no file tells is unknown, and a file that tells of no state takes none back', async () => {
  const permit = await aPermit()
  const inChiapas = { states: ['07'], bound: true }

  expect(await keptAfter(permit)).toEqual({ states: [], bound: null })
  expect(await keptAfter({ ...permit, TERRITORIO: 'Chiapas' })).toEqual(inChiapas)
  expect(await keptAfter({ ...permit, 'ESTADO DEL DOCUMENTO': 'Vencido' })).toEqual(inChiapas)
  expect(await keptAfter({ ...permit, 'RESTRICCIÓN GEOGRÁFICA': 'SÍ' })).toEqual(inChiapas)
  expect(await keptAfter({ ...permit, 'RESTRICCIÓN GEOGRÁFICA': 'NO' })).toEqual({ states: [], bound: false })
})

test('a state that is none is refused by its name, and what was told goes with its batch', async () => {
  const permit = await aPermit()
  await desk.send('children/migration-documents', [permit])
  const before = await factsOf(desk, 'children')

  const refused = await desk.send('children/migration-documents', [{ ...permit, TERRITORIO: 'Chiapas|Petén' }])
  expect(refused.firstRejects).toMatchObject([
    { column: 'TERRITORIO', reason: '«Petén» no es una entidad federativa.' },
  ])
  const told = await desk.send('children/migration-documents', [{ ...permit, TERRITORIO: 'Chiapas' }])
  expect(told).toMatchObject({ counts: { corrected: 1 } })
  await desk.takeBack('children', told.batchId)
  expect(await factsOf(desk, 'children')).toEqual(before)
})
