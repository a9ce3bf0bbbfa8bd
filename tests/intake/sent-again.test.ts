/** The same file again, after its good rows alone were taken in: what becomes of those that were refused then, and what its sender is told. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { reportOf } from '@vigia/kit/intake/command/report'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { aCase } from '../support/builders/ppnna.ts'
import { csvOf, type Row } from '../support/builders/row.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { type Desk, factsOf, openDesk } from './desk.ts'

const ACCEPT_GOOD = { acceptGood: true }

let desk: Desk
const children = Array.from({ length: 6 }, () => aDetection())
const actaOf = (nth: number) => children[nth]?.ACTA ?? ''
beforeAll(async () => {
  desk = await openDesk()
  await desk.send('children/detections', children)
  await desk.tell()
})
afterAll(() => desk.close())

const send = (rows: readonly Row[], options = {}) => desk.send('placements/stays', rows, options)

const ELSEWHERE = { 'NOMBRE DEL LUGAR': 'Otro centro', INGRESO: written(hoursAgo(5)) }

/** A file whose second row stands against a stay that goes on elsewhere. */
async function aClash(first: number, second: number) {
  const open = aStay(actaOf(second))
  await send([open])
  const rows = [aStay(actaOf(first)), aStay(actaOf(second), ELSEWHERE)]
  expect(await send(rows, ACCEPT_GOOD)).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1, refused: 1 } })
  return { rows, close: () => send([{ ...open, EGRESO: written(hoursAgo(6)) }]) }
}

test('once what stood against its row is gone, the file is taken in for that row, and the others stay as they were', async () => {
  const { rows, close } = await aClash(0, 1)
  await close()

  const again = await send(rows)

  expect(again).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1, unchanged: 1, refused: 0 } })
  expect(await send(rows)).toMatchObject({ outcome: 'ALREADY_TAKEN', batchId: again.batchId, notices: [] })

  const before = await factsOf(desk, 'placements')
  await desk.takeBack('placements', again.batchId)
  expect((await factsOf(desk, 'placements'))['stay']).toHaveLength((before['stay']?.length ?? 0) - 1)
})

test('while it still does, the file is refused as a whole, and tells which row it is', async () => {
  const { rows } = await aClash(2, 3)

  expect(await send(rows)).toMatchObject({
    ...{ outcome: 'REFUSED', counts: { refused: 1 } },
    firstRejects: [{ line: 3, column: 'INGRESO' }],
  })
})

test('with --accept-good nothing is taken in twice; the report says what is missing, and the rejects of the first time stay', async () => {
  const { rows } = await aClash(4, 5)
  const rejectPath = path.join(mkdtempSync(path.join(tmpdir(), 'vigia-test-')), 'rechazos.csv')
  const three = [...rows, aStay(actaOf(4), { INGRESO: written(hoursAgo(1)), EGRESO: written(hoursAgo(2)) })]
  await send(three, { ...ACCEPT_GOOD, rejectPath })

  const again = await send(three, { ...ACCEPT_GOOD, rejectPath })

  expect(again.outcome).toBe('ALREADY_TAKEN')
  expect(reportOf('estancias.csv', again, 0).split('\n').slice(1)).toEqual([
    expect.stringMatching(/^ {2}2 renglones suyos se rechazaron y siguen sin recibirse\. .* sin --accept-good/),
  ])
  expect(existsSync(rejectPath)).toBe(true)
  expect(await send(rows.slice(0, 1), { rejectPath })).toMatchObject({ outcome: 'TAKEN', rejects: null })
  expect(existsSync(rejectPath)).toBe(false)
  rmSync(path.dirname(rejectPath), { recursive: true })
})

test.each([
  ['state', { source: 'DIF', state: '20' }, 'de DIF, entidad 07'],
  ['sender', { source: 'CNDH', state: '07' }, 'de DIF, entidad 07'],
  ['nation', { source: 'DIF', state: null }, 'de DIF, entidad 07'],
])(
  'as of another %s it is refused, and says so; once the first is withdrawn it is taken in',
  async (_what, other, whose) => {
    const file = csvOf([aDetection()])
    const first = await desk.send('children/detections', file, { source: 'DIF', state: '07' })

    const again = await desk.send('children/detections', file, other)

    expect(again).toMatchObject({ outcome: 'REFUSED', code: 'FILE_REFUSED', counts: { rows: 0 } })
    const reason = again.firstRejects[0]?.reason
    expect(reason).toContain(`Este archivo ya se recibió como ${whose} (lote ${first.batchId})`)
    expect(reason).toContain(`withdraw children ${first.batchId}`)
    await desk.takeBack('children', first.batchId)
    expect(await desk.send('children/detections', file, other)).toMatchObject({
      outcome: 'TAKEN',
      counts: { recorded: 1 },
    })
  },
)

test('of a file of which nothing was taken in nothing has to be withdrawn', async () => {
  const found = aDetection()
  await desk.send('children/detections', [found])
  await desk.tell()
  const file = csvOf([aCase(found.ACTA)])
  const sent = (state: string) =>
    desk.send('representation/protection-cases', file, { source: 'PPNNA', state, acceptGood: true })

  expect(await sent('20')).toMatchObject({ outcome: 'REFUSED', counts: { refused: 1 } })
  expect(await sent('07')).toMatchObject({ outcome: 'TAKEN', counts: { recorded: 1 } })
})

test('INM is told of nobody else who has sent its file: it is taken in', async () => {
  const file = csvOf([aDetection()])
  const ofDif = () => desk.send('children/detections', file, { source: 'DIF', cutoff: '2026-10-31' })
  await ofDif()

  const sent = (state: string | null) => desk.send('children/detections', file, { source: 'INM', state })
  const first = await sent(null)

  expect(first.outcome).toBe('TAKEN')
  expect((await sent(null)).outcome).toBe('ALREADY_TAKEN')
  expect((await sent('07')).firstRejects[0]?.reason).toContain(`como de INM (lote ${first.batchId})`)
  expect((await ofDif()).outcome).toBe('ALREADY_TAKEN')
})

async function toldUntil({ source, state }: { source: string; state: string }): Promise<string | null> {
  const [told] = await desk.database.query<{ until: string | null }>(
    'select max(cutoff_on)::text as until from children.batch where (source, state) = ($1, $2) and withdrawn_at is null',
    [source, state],
  )
  return told?.until ?? null
}

test('as of an earlier day nothing changes, and its sender is told which day counts', async () => {
  const file = csvOf([aDetection()])
  await desk.send('children/detections', file, { cutoff: '2026-11-15' })

  const again = await desk.send('children/detections', file, { cutoff: '2026-10-31' })

  expect(again).toMatchObject({
    outcome: 'ALREADY_TAKEN',
    notices: [expect.stringMatching(/^Se recibió con corte 2026-11-15, y así cuenta, no con corte 2026-10-31\./)],
  })
})

test('as of a later day it is said again: no row changes, and its sender has told until that day', async () => {
  const file = csvOf([aDetection()])
  const of = { source: 'DIF', state: '31' }
  const sent = (cutoff: string) => desk.send('children/detections', file, { ...of, cutoff })
  const first = await sent('2026-10-31')
  const before = await factsOf(desk, 'children')

  const again = await sent('2026-11-15')

  expect(again).toMatchObject({ outcome: 'TAKEN', counts: { rows: 1, recorded: 0, corrected: 0, unchanged: 1 } })
  expect(again.notices[0]).toMatch(new RegExp(`^Dice lo mismo que el lote ${first.batchId} \\(corte 2026-10-31\\)`))
  expect(await sent('2026-11-15')).toMatchObject({ outcome: 'ALREADY_TAKEN', notices: [] })
  expect(await toldUntil(of)).toEqual('2026-11-15')

  await desk.takeBack('children', again.batchId)
  expect(await toldUntil(of)).toEqual('2026-10-31')
  expect(await factsOf(desk, 'children')).toEqual(before)
})

test('the definitive file that says what the preliminary one said is taken in as definitive, once', async () => {
  const file = csvOf([aDetection()])
  await desk.send('children/detections', file, { isPreliminary: true })

  expect(await desk.send('children/detections', file)).toMatchObject({ outcome: 'TAKEN', counts: { unchanged: 1 } })
  expect((await desk.send('children/detections', file)).outcome).toBe('ALREADY_TAKEN')
  expect((await desk.send('children/detections', file, { isPreliminary: true })).outcome).toBe('ALREADY_TAKEN')
})
