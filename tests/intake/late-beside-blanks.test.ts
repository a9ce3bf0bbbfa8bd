/**
 * What a late file tells in a cell that the later one left blank is known: a blank takes nothing back, in whatever order the files come.
 * Withdrawing either leaves what the other told alone.
 */
import type { ServiceName } from '@vigia/kit/service'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import type { Row } from '../support/builders/row.ts'
import { WHOLE_ROWS } from './blanks/whole-rows.ts'
import { type Desk, FEEDS, factsOf, openDesk } from './desk.ts'
import { aKnownChild, at, cutoff, day } from './told-late/known.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

/** Without these a row does not say of what it tells; a stay without an exit goes on. */
const SAYS_SOMETHING = new Set([
  ...[
    'ACTA',
    'NUE',
    'CURP',
    'CLAVE',
    'CLAVE DEL LUGAR',
    'NOMBRE DEL LUGAR',
    'CALIDAD',
    'INICIO',
    'FECHA DE OTORGAMIENTO',
  ],
  ...['SOLICITUD DE ABOGADO', 'EGRESO', 'FECHA DEL PLAN', 'FECHA Y HORA DE SALIDA'],
])
/**
 * Numbers and marks given anew each time; what is kept with the child as long as another file has found it; answers, of which "nobody knows"
 * is one, and what stands with them; and what depends on several cells.
 */
const NOT_COMPARED = new Set([
  ...[
    'id',
    'sealed',
    'mark',
    'place_mark',
    'stay_id',
    'detection_id',
    'plan_id',
    'facility_id',
    'return_id',
    'case_id',
  ],
  ...['bound_told_at', 'expired_told_at'],
  ...['guarantees', 'guaranteed_on', 'items', 'shown_by_item', 'escort_women', 'escort_men'],
  ...['valid_in', 'geographic_restriction', 'missing_reported', 'missing_reported_at'],
])
const OF_THE_CHILD = new Set(['identifier', 'person_name'])

/** What the facts of a service say. */
async function said(service: ServiceName): Promise<unknown> {
  const facts = Object.entries(await factsOf(desk, service)).filter(([table]) => !OF_THE_CHILD.has(table))
  const told = (row: object) => JSON.stringify(Object.entries(row).filter(([column]) => !NOT_COMPARED.has(column)))
  return facts.map(([table, rows]) => [table, (rows as object[]).map(told).sort()])
}

const titlesOf = (name: string) => {
  const layouts = FEEDS.find(({ service, name: feed }) => `${service}/${feed}` === name)?.layouts ?? []
  const columns = layouts.flatMap((layout) => layout.columns.filter(({ required }) => !required))
  return columns.map(({ titles: [title = ''] }) => title).filter((title) => !SAYS_SOMETHING.has(title))
}

test.each(WHOLE_ROWS)('%s: what a later file left blank', async (name, prepared) => {
  const service = name.split('/')[0] as ServiceName
  const { feed, row, options } = await prepared(desk)
  const send = async (one: Row, daysAgo: number) => {
    const taken = await desk.send(feed, [one], { ...options, ...cutoff(daysAgo) })
    expect(taken).toMatchObject({ outcome: 'TAKEN', firstRejects: [] })
    return taken.batchId
  }
  const empty = { ...row, ...Object.fromEntries(titlesOf(name).map((title) => [title, ''])) }

  // As they come, the earlier first
  const none = await said(service)
  const [first, second] = [await send(row, 3), await send(empty, 2)]
  const inOrder = await said(service)
  await desk.takeBack(service, second)
  const alone = await said(service)
  await desk.takeBack(service, first)
  expect(await said(service)).toEqual(none)

  // The earlier late
  const later = await send(empty, 2)
  const blank = await said(service)
  const late = await send(row, 3)
  expect(await said(service)).toEqual(inOrder)

  // Either withdrawn
  await desk.takeBack(service, late)
  expect(await said(service)).toEqual(blank)
  const lateAgain = await send(row, 3)
  await desk.takeBack(service, later)
  expect(await said(service)).toEqual(alone)
  await desk.takeBack(service, lateAgain)
  expect(await said(service)).toEqual(none)
})

test('a notice told late counts, is told to others, and its row is one that changed something', async () => {
  const found = aDetection({ 'FECHA Y HORA': at(200), 'AVISO A PPNNA': '' })
  await desk.send('children/detections', [found])
  const taken = await desk.send('children/detections', [{ ...found, 'AVISO A PPNNA': at(190) }], cutoff(3))

  expect(taken.counts.corrected).toBe(1)
  expect(taken.notices.filter((notice) => notice.startsWith('Dicen otra cosa'))).toEqual([])
  const [fact] = await desk.database.query(
    `select d.ppnna_notified_at as at, (p.payload ->> 'ppnna_notified_at')::timestamptz = d.ppnna_notified_at as "isTold", p.type
     from children.detection d join outbox.pending p on p.entity_id = d.id where d.acta = $1 order by p.id desc limit 1`,
    [found.ACTA],
  )
  expect(fact).toEqual({ type: 'detection.corrected', isTold: true, at: expect.any(Date) })
})

test('what contradicts what is known by now stays untold, whatever else the file fills in', async () => {
  const options = { source: 'PPNNA', state: '07' }
  const cases = await Promise.all(
    [1, 2].map(async () => aCase(await aKnownChild(desk), { 'FECHA DE APERTURA': day(9) })),
  )
  await desk.send('representation/protection-cases', cases, options)

  // The first was opened earlier then, and agreed upon before what is known as its opening
  const agreed = { 'ACUERDO DE REUNIFICACIÓN': day(12), 'PLAN DE TRANSICIÓN': day(5) }
  const late = cases.map((one, nth) => ({
    ...one,
    ...(nth === 0 ? { ...agreed, 'FECHA DE APERTURA': day(20) } : { 'PLAN DE TRANSICIÓN': day(5) }),
  }))
  const { outcome, notices } = await desk.send('representation/protection-cases', late, { ...options, ...cutoff(3) })

  expect(outcome).toBe('TAKEN')
  expect(notices).toContainEqual(expect.stringMatching(/^Dicen otra cosa que .*: 1 \(renglón 2\)/))
  const known = await desk.database.query(
    `select reunification_agreed_on is not null as "isAgreed", transition_plan_on is not null as "isPlanned"
     from representation.protection_case where folio = any ($1) order by folio = $2 desc`,
    [cases.map(({ FOLIO }) => FOLIO), cases[0]?.FOLIO],
  )
  expect(known).toEqual([
    { isAgreed: false, isPlanned: false },
    { isAgreed: false, isPlanned: true },
  ])
})
