/** What a row keeps where it is blank is the word of another file, and goes back with that one: what is left is what the others told. */
import type { ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Row } from '../support/builders/row.ts'
import { WHOLE_ROWS } from './blanks/whole-rows.ts'
import { type Desk, FEEDS, factsOf, openDesk } from './desk.ts'
import { cutoff } from './told-late/known.ts'

/** Without these a row does not say of what it tells. */
const NAMES_IT = [
  'ACTA',
  'CLAVE',
  'CLAVE DEL LUGAR',
  'CALIDAD',
  'INICIO',
  'SOLICITUD DE ABOGADO',
  'FECHA Y HORA DE SALIDA',
]
const ALSO_KEPT = [
  'NOMBRE DEL LUGAR',
  'MUNICIPIO DEL LUGAR',
  'TIPO DE LUGAR',
  'ENTIDAD',
  'EGRESO',
  'MEDIDA URGENTE',
  'FOLIO DEL PLAN',
  'FECHA DEL PLAN',
]
/** A child keeps its name and its numbers while another file has found it. */
const OF_THE_CHILD = new Set(['person_name', 'identifier'])
/** Given anew each time that a fact comes. */
const OF_EACH_TIME = new Set([
  'id',
  'stay_id',
  'plan_id',
  'facility_id',
  'return_id',
  'case_id',
  'child_id',
  'mark',
  'folio',
])

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

async function said(service: ServiceName): Promise<Record<string, unknown[]>> {
  const facts = Object.entries(await factsOf(desk, service)).filter(([table]) => !OF_THE_CHILD.has(table))
  return Object.fromEntries(
    facts.map(([table, rows]) => {
      const kept = (rows as Record<string, unknown>[]).map((row) =>
        JSON.stringify(Object.entries(row).filter(([column]) => !OF_EACH_TIME.has(column) || row['detection_id'])),
      )
      return [table, kept.sort()]
    }),
  )
}

const isRequired = (name: string, title: string) =>
  FEEDS.find(({ service, name: feed }) => `${service}/${feed}` === name)?.layouts.some(({ columns }) =>
    columns.some((column) => column.titles[0] === title && column.required),
  )

test.each(WHOLE_ROWS)('%s', async (name, prepared) => {
  const service = name.split('/')[0] as ServiceName
  const { row, options } = await prepared(desk)
  const says = (title: string) => isRequired(name, title) || NAMES_IT.includes(title) || ALSO_KEPT.includes(title)
  const bare: Row = Object.fromEntries(Object.entries(row).map(([title, cell]) => [title, says(title) ? cell : '']))
  const send = async (rows: Row, days: number) => {
    const taken = await desk.send(name, [rows], { ...options, ...cutoff(days) })
    expect(taken).toMatchObject({ outcome: 'TAKEN', firstRejects: [], counts: { unmatched: 0 } })
    return taken.batchId
  }
  const alone = await send(bare, 0)
  const ofBare = await said(service)
  await desk.takeBack(service, alone)

  const whole = await send(row, 2)
  const ofWhole = await said(service)
  const later = await send(bare, 0)
  expect(await said(service)).toEqual(ofWhole)
  await desk.takeBack(service, whole)
  expect(await said(service)).toEqual(ofBare)
  await desk.takeBack(service, later)
})
