/**
 * What INM told late it reads back once it has withdrawn what it had told of a later day, and what it withdrew it reads no more: by the same
 * way, whatever others have told of the fact meanwhile (security.md 3.8).
 */
import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { takeIn } from '@vigia/kit/intake/take-in'
import { withdraw } from '@vigia/kit/intake/withdraw'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { feed } from '../../services/children/src/intake/detections.ts'
import { withdrawal } from '../../services/children/src/intake/withdrawal.ts'
import { anActor } from '../support/asking.ts'
import { aDetection } from '../support/builders/inm.ts'
import { type Row, tableOf } from '../support/builders/row.ts'
import { daysAgo, localDay } from '../support/clock.ts'
import { type Twins, twinRegistries } from './twin-registries.ts'

const INM = anActor('inm-officer', { org: 'INM', states: ['07', '30'] })
const READ_BACK = '{ detectionReceipts(first: 100) { edges { node { number municipality } } } }'

type Receipts = { detectionReceipts: { edges: { node: { number: string; municipality: string } }[] } }

let twins: Twins
beforeAll(async () => {
  twins = await twinRegistries()
})
afterAll(() => twins.stop())

let found: ReturnType<typeof aDetection>
beforeEach(() => {
  found = aDetection()
})

/** Takes the detection in with this municipality, behind those of others; gives the batch. */
async function tell(
  twin: Twins['plain'],
  source: string,
  days: number,
  municipality: string,
  others: readonly Row[] = [],
): Promise<string> {
  const pool = openPool(urlOfRole(twin.database.url, 'vigia_children'), 2)
  const rows = tableOf([...others, { ...found, MUNICIPIO: municipality }])
  const sender = { source, state: null, cutoff: localDay(daysAgo(days)), isPreliminary: false, now: new Date() }
  const taken = await takeIn(pool, feed, { rows, name: 'archivo.csv' }, sender)
  await pool.end()
  expect(taken.outcome).toBe('TAKEN')
  return taken.batchId ?? ''
}

async function takeBack(twin: Twins['plain'], batch: string): Promise<void> {
  const pool = openPool(urlOfRole(twin.database.url, 'vigia_children'), 2)
  await withdraw(pool, withdrawal, batch, { reason: 'una prueba' })
  await pool.end()
}

async function readBack(twin: Twins['plain']): Promise<unknown[]> {
  const { data } = await twin.graph.ask(INM, READ_BACK)
  const { edges } = (data as Receipts).detectionReceipts
  return edges.flatMap(({ node }) => (node.number === found.ACTA ? [node.municipality] : []))
}

test('its word of the latest day is read back, and with that the late one, and in the end none', async () => {
  for (const [twin, isTold] of [
    [twins.plain, false],
    [twins.protecting, true],
  ] as const) {
    const first = await tell(twin, 'INM', 9, 'Acala')
    const later = await tell(twin, 'INM', 5, 'Bochil')
    if (isTold) await tell(twin, 'SNDIF', 1, 'Chilón')
    const late = await tell(twin, 'INM', 7, 'Copainalá')

    expect(await readBack(twin)).toEqual(['Bochil'])
    await takeBack(twin, later)
    expect(await readBack(twin)).toEqual(['Copainalá'])
    await takeBack(twin, late)
    expect(await readBack(twin)).toEqual(['Acala'])
    await takeBack(twin, first)
    expect(await readBack(twin)).toEqual([])
  }
})

test('of words that came after another authority had told of a later day, that of the latest day is read back, as where nobody had', async () => {
  for (const [twin, isTold] of [
    [twins.plain, false],
    [twins.protecting, true],
  ] as const) {
    const first = isTold ? await tell(twin, 'SNDIF', 1, 'Chilón') : null
    const later = await tell(twin, 'INM', 5, 'Bochil')
    const late = await tell(twin, 'INM', 7, 'Copainalá')

    expect(await readBack(twin)).toEqual(['Bochil'])
    await takeBack(twin, later)
    expect(await readBack(twin)).toEqual(['Copainalá'])
    for (const batch of [late, ...(first ? [first] : [])]) await takeBack(twin, batch)
  }
})

test('its own word of a day before another authority said the first one again is read back, as where nobody had', async () => {
  for (const [twin, isTold] of [
    [twins.plain, false],
    [twins.protecting, true],
  ] as const) {
    const first = await tell(twin, 'INM', 9, 'Acala')
    const again = isTold ? await tell(twin, 'SNDIF', 1, 'Acala', [aDetection()]) : null
    const late = await tell(twin, 'INM', 7, 'Copainalá')

    expect(await readBack(twin)).toEqual(['Copainalá'])
    const [fact] = await twin.database.query('select municipality from children.detection where acta = $1', [
      found.ACTA,
    ])
    expect(fact).toEqual({ municipality: isTold ? 'Acala' : 'Copainalá' })
    for (const batch of [late, ...(again ? [again] : []), first]) await takeBack(twin, batch)
    expect(await readBack(twin)).toEqual([])
  }
})

test('what INM leaves blank it reads back as blank, also where another authority has told it and the fact keeps that', async () => {
  for (const [twin, isTold] of [
    [twins.plain, false],
    [twins.protecting, true],
  ] as const) {
    if (isTold) await tell(twin, 'SNDIF', 5, 'Chilón')
    await tell(twin, 'INM', 3, '')

    expect(await readBack(twin)).toEqual([null])
    const [fact] = await twin.database.query('select municipality from children.detection where acta = $1', [
      found.ACTA,
    ])
    expect(fact).toEqual({ municipality: isTold ? 'Chilón' : null })
  }
})
