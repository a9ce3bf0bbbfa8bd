/**
 * A row sent again with a cell left blank takes nothing back of what that cell told before, whichever the feed and the column: an
 * office that fills in one thing later does not unsay the others. Only a word that says so does, or withdrawing the file.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { WHOLE_ROWS } from './blanks/whole-rows.ts'
import { type Desk, FEEDS, factsOf, openDesk } from './desk.ts'
import { at, day } from './told-late/known.ts'

/** What a blank does say, and why. */
const SAYS_SOMETHING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'placements/stays': { EGRESO: 'the stay goes on: lists of who is there leave it blank' },
}

/** Without these a row does not say of what it tells. */
const NAMES_IT: Row = {
  ACTA: '',
  CLAVE: '',
  'CLAVE DEL LUGAR': '',
  CALIDAD: '',
  INICIO: '',
  'SOLICITUD DE ABOGADO': '',
}

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const columnsOf = (name: string) => {
  const layouts = FEEDS.find(({ service, name: feed }) => `${service}/${feed}` === name)?.layouts ?? []
  return new Map(layouts.flatMap(({ columns }) => columns.map((column) => [column.titles[0], column] as const)))
}

test('every feed is looked at, and every column of it', async () => {
  const named = WHOLE_ROWS.map(([name]) => name)
  const feeds = FEEDS.map(({ service, name }) => `${service}/${name}`)
  expect([...named].sort()).toEqual(feeds.sort())

  for (const [name, prepared] of WHOLE_ROWS) {
    const { row } = await prepared(desk)
    const told = Object.entries(row).flatMap(([title, cell]) => (cell === '' ? [] : [title]))
    expect([name, told.sort()]).toEqual([name, [...columnsOf(name).keys()].sort()])
  }
})

describe.each(WHOLE_ROWS)('%s', (name, prepared) => {
  const optional = [...columnsOf(name)].filter(([title, { required }]) => !required && !SAYS_SOMETHING[name]?.[title])
  let row: Row
  let send: (row: Row) => ReturnType<Desk['send']>
  let known: Record<string, unknown[]>
  const facts = () => factsOf(desk, name.split('/')[0] as Parameters<typeof factsOf>[1])
  beforeAll(async () => {
    const whole = await prepared(desk)
    row = whole.row
    send = (one) => desk.send(whole.feed, [one], whole.options)
    expect(await send(row)).toMatchObject({ outcome: 'TAKEN', counts: { unmatched: 0, refused: 0 }, firstRejects: [] })
  })

  beforeEach(async () => {
    known = await facts()
  })

  test.each(optional.map(([title]) => title))('%s', async (title) => {
    for (const nothing of ['', 'S/D']) {
      await send({ ...row, [title]: nothing })
      expect(await facts()).toEqual(known)
    }
  })

  test('all of them at once', async () => {
    await send({
      ...row,
      ...Object.fromEntries(optional.map(([title]) => [title, title in NAMES_IT ? (row[title] ?? '') : ''])),
    })
    expect(await facts()).toEqual(known)
  })
})

const CHILD = { NUE: 'N920000001' }

test('a stay sent again without its exit goes on, and its sender is told which exit that took back', async () => {
  const found = aDetection({ NUE: CHILD.NUE })
  await desk.send('children/detections', [found])
  await desk.tell()
  const stay = aStay(found.ACTA, { INGRESO: at(50) })
  await desk.send('placements/stays', [{ ...stay, EGRESO: at(5), 'TIPO DE EGRESO': 'Traslado' }])

  const { notices } = await desk.send('placements/stays', [stay])

  expect(notices).toContainEqual(expect.stringMatching(/^Dudoso, .* sin él siguen abiertas: 1 \(renglón 2\)/))
  expect(await desk.send('placements/stays', [{ ...stay, CAMA: 'B-1' }])).toMatchObject({ outcome: 'TAKEN' })
})

test('a word takes back what it is about, and what hung on that; nothing else', async () => {
  const opened = aCase('', { NUE: CHILD.NUE, 'ESTADO DEL EXPEDIENTE': 'Cerrado', 'FECHA DE CIERRE': day(3) })
  const closed = { ...opened, 'MOTIVO DE CIERRE': 'Duplicado', 'SOLUCIÓN DURADERA': 'Reunificación en México' }
  const ofChiapas = { source: 'PPNNA', state: '07' }
  await desk.send('representation/protection-cases', [closed], ofChiapas)

  const reopened = { FOLIO: opened.FOLIO, 'FECHA DE APERTURA': opened['FECHA DE APERTURA'] ?? '' }
  await desk.send('representation/protection-cases', [{ ...reopened, 'ESTADO DEL EXPEDIENTE': 'Abierto' }], ofChiapas)

  expect(
    await desk.database.query(
      'select status, closed_at, closing_reason, durable_solution from representation.protection_case where folio = $1',
      [opened.FOLIO],
    ),
  ).toEqual([{ status: 'OPEN', closed_at: null, closing_reason: null, durable_solution: 'REUNIFICATION_IN_MEXICO' }])
})

test('a day told alone that cannot be beside the one that is known is refused, and tells it', async () => {
  const card = { NUE: CHILD.NUE, DOCUMENTO: 'TVRH', 'ESTADO DEL DOCUMENTO': 'Tarjeta expedida' }
  const granted = { 'FECHA DE OTORGAMIENTO': '02/03/2026' }
  await desk.send('children/migration-documents', [{ ...card, ...granted, 'FECHA DE EXPEDICIÓN': '04/03/2026' }])

  const { firstRejects } = await desk.send('children/migration-documents', [
    { ...card, ...granted, VIGENCIA: '03/03/2026' },
  ])

  expect(firstRejects).toMatchObject([
    { column: 'VIGENCIA', reason: 'La vigencia termina antes de la expedición que se conoce: 04/03/2026.' },
  ])
})
