/**
 * Each constraint of the tables of facts, and the rule that answers before it does: a row that the database would refuse is told by
 * line, column, value and reason, and is no error of the whole file.
 */
import { isUnfit } from '@vigia/kit/intake/cells/reading'
import type { Column } from '@vigia/kit/intake/feed'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { CHIAPAS, known, opened } from './constraints/cases.ts'
import { NEVER, READ_AS } from './constraints/never-met.ts'
import { aDocument, OF_CHILDREN } from './constraints/of-children.ts'
import { OF_DETERMINATIONS } from './constraints/of-determinations.ts'
import { OF_PLACEMENTS, PLACE } from './constraints/of-placements.ts'
import { OF_REPRESENTATION } from './constraints/of-representation.ts'
import { OF_RETURNS } from './constraints/of-returns.ts'
import { OF_WHAT_IS_KNOWN } from './constraints/of-what-is-known.ts'
import { type Desk, FEEDS, openDesk } from './desk.ts'

const REFUSED = [
  ...OF_CHILDREN,
  ...OF_PLACEMENTS,
  ...OF_REPRESENTATION,
  ...OF_DETERMINATIONS,
  ...OF_RETURNS,
  ...OF_WHAT_IS_KNOWN,
]

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', [known], { cutoff: '2024-03-31' })
  await desk.tell()
  await desk.send('representation/protection-cases', [opened], CHIAPAS)
})
afterAll(() => desk.close())

interface Constraint {
  schema: string
  table: string
  name: string
}

/** Of the tables whose rows come of a file. */
const constraints = () =>
  desk.database.query<Constraint>(
    `select n.nspname as schema, r.relname as "table", c.conname as name
     from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
     where c.contype in ('c', 'x') and n.nspname in ('children', 'placements', 'representation', 'returns', 'oversight')
       and r.relname not in ('confirmation', 'left_blank', 'unmatched_row', 'feed_batch')
       and exists (select from pg_attribute a where a.attrelid = r.oid and a.attname = 'batch_id' and not a.attisdropped)
     order by 1, 2, 3`,
  )

function columnRead({ schema, table, name }: Constraint): Column | undefined {
  const column = READ_AS[name] ?? name.slice(table.length + 1).replace(/_is_known$/, '')
  const columns = FEEDS.filter(({ service }) => service === schema).flatMap(({ layouts }) =>
    layouts.flatMap((layout) => layout.columns),
  )
  return columns.find((one) => one.name === column)
}

const answersForItself = (constraint: Constraint) => {
  const column = /_is_known$/.test(constraint.name) ? columnRead(constraint) : undefined
  const reading = column?.read('lo que no está en ninguna lista', '2026-11-25 12:00:00')
  return reading !== undefined && isUnfit(reading)
}

test('every constraint has a rule that answers before it, or a reason why no row runs into it', async () => {
  const all = await constraints()
  const told = new Set([...REFUSED.map(([constraint]) => constraint), ...Object.keys(NEVER)])

  const unanswered = all.filter((one) => !told.has(one.name) && !answersForItself(one))

  expect(all.length).toBeGreaterThan(60)
  expect(unanswered).toEqual([])
  expect([...told].filter((name) => !all.some((one) => one.name === name))).toEqual([])
})

test.each(REFUSED)('%s: %s', async (_constraint, _what, before, [feed, row, options], column, reason) => {
  for (const [name, fine, sender] of before) {
    expect((await desk.send(name, [fine()], { cutoff: localDay(daysAgo(5)), ...sender })).outcome).toBe('TAKEN')
  }

  const { outcome, firstRejects } = await desk.send(feed, [row()], options)

  expect(outcome).toBe('REFUSED')
  expect(firstRejects).toContainEqual({
    ...{ line: 2, column, value: expect.any(String) },
    reason: expect.stringContaining(reason),
  })
})

test('a detection and a birth date that move together past what was known are a correction', async () => {
  const first = aDetection({ 'FECHA Y HORA': '01/10/2024 10:00', 'FECHA DE NACIMIENTO': '01/09/2024', EDAD: '' })
  await desk.send('children/detections', [first], { cutoff: '2024-10-31' })

  const moved = { ...first, 'FECHA Y HORA': '20/10/2024 10:00', 'FECHA DE NACIMIENTO': '10/10/2024' }
  const back = { ...first, 'FECHA Y HORA': '02/08/2024 10:00', 'FECHA DE NACIMIENTO': '01/08/2024' }

  for (const row of [moved, back]) {
    expect(await desk.send('children/detections', [row])).toMatchObject({ outcome: 'TAKEN', counts: { corrected: 1 } })
  }
  expect(await bornOn(first.ACTA)).toEqual([{ born: '2024-08-01', found: '2024-08-02' }])
})

test('a file that is late for the detection moves neither, and is no error', async () => {
  const first = aDetection({ 'FECHA Y HORA': '01/10/2024 10:00', 'FECHA DE NACIMIENTO': '01/09/2024', EDAD: '' })
  await desk.send('children/detections', [first], { cutoff: '2024-10-31' })
  await desk.send('children/detections', [{ ...first, MUNICIPIO: 'Suchiate' }], { cutoff: '2024-12-31' })

  const late = { ...first, 'FECHA Y HORA': '20/10/2024 10:00', 'FECHA DE NACIMIENTO': '10/10/2024' }
  const taken = await desk.send('children/detections', [late], { cutoff: '2024-11-30' })

  expect(taken).toMatchObject({ outcome: 'TAKEN', counts: { corrected: 0, refused: 0 } })
  expect(await bornOn(first.ACTA)).toEqual([{ born: '2024-09-01', found: '2024-10-01' }])
})

const bornOn = (acta: string) =>
  desk.database.query(
    `select c.born_on::text as born, outbox.mx_date(c.first_detected_at)::text as found
     from children.child c join children.detection d on d.child_id = c.id where d.acta = $1`,
    [acta],
  )

test('a stay is held against the place that a late file leaves as it is', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const stay = aStay(found.ACTA, { INGRESO: '01/10/2026 10:00', EGRESO: '20/10/2026 10:00' })
  await desk.send('placements/stays', [stay], { cutoff: '2026-11-20' })

  const shorter = { ...stay, EGRESO: '10/10/2026 10:00' }
  const next = aStay(found.ACTA, {
    'NOMBRE DEL LUGAR': 'Otro',
    INGRESO: '10/10/2026 11:00',
    EGRESO: '15/10/2026 10:00',
  })
  const late = await desk.send('placements/stays', [shorter, next], { cutoff: '2026-10-31' })

  expect(late.firstRejects).toMatchObject([{ line: 3, reason: expect.stringContaining('ya estaba en otro lugar') }])
})

test.each<[string, string, (state: string) => Row]>([
  ['a list', 'placements/facilities', (ENTIDAD) => ({ ...PLACE, CLAVE: 'CAS-07-920', ENTIDAD })],
  [
    'stays',
    'placements/stays',
    (ENTIDAD) =>
      aStay(aDetection().ACTA, { 'CLAVE DEL LUGAR': 'CAS-07-921', 'NOMBRE DEL LUGAR': 'En dos entidades', ENTIDAD }),
  ],
])('%s with one key in two states names one place', async (_what, feed, rowIn) => {
  const rows = ['Chiapas', 'Oaxaca'].map(rowIn)
  const found = rows.flatMap(({ ACTA }) => (ACTA ? [aDetection({ ACTA })] : []))
  if (found.length > 0) await desk.send('children/detections', found)
  await desk.tell()

  expect(await desk.send(feed, rows)).toMatchObject({ outcome: 'TAKEN', counts: { refused: 0, unmatched: 0 } })
  const key = Object.values(rows[0] ?? {}).find((cell) => cell.startsWith('CAS-07-92'))
  expect(await desk.database.query('select count(*)::int as n from placements.facility where key = $1', [key])).toEqual(
    [{ n: 1 }],
  )
})

test('a year 0 is no year', async () => {
  const taken = await desk.send('children/migration-documents', [aDocument({ VIGENCIA: '01/01/0000' })])

  expect(taken.firstRejects).toMatchObject([{ line: 2, column: 'VIGENCIA' }])
})
