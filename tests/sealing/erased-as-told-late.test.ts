/** What a late file told of a child is kept sealed like what is known, read once it is known, and goes with the keys of the child. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { within } from '@vigia/db/within'
import { erase } from '@vigia/kit/seal/erased'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../intake/desk.ts'
import { aDetection } from '../support/builders/inm.ts'
import { daysAgo, localDay, writtenDay } from '../support/clock.ts'
import { opened, openedIn, withPool } from '../support/opened.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-late-'))
const LATE = { cutoff: localDay(daysAgo(5)) }
const born = daysAgo(1_000)

let desk: Desk
beforeAll(async () => {
  vi.stubEnv('VIGIA_ERASED', path.join(folder, 'erased.jsonl'))
  desk = await openDesk()
})
afterAll(async () => {
  await desk.close()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const OF_LATE = {
  ...{ 'NOMBRE(S)': 'Kantardía', CAUSAS: 'Persecución', 'INDICIOS DE PROTECCIÓN': 'SÍ' },
  ...{ VÍNCULO: 'Madre', 'LUGAR DEL FAMILIAR': 'Origen', CONTACTO: 'Perdido' },
  ...{ 'FECHA DE NACIMIENTO': writtenDay(born), EDAD: '2' },
}

async function toldLate() {
  const found = aDetection({ EDAD: '2' })
  const more = {
    VÍNCULO: 'Madre',
    'LUGAR DEL FAMILIAR': 'Origen',
    CONTACTO: 'Riesgoso',
    'INDICIOS DE PROTECCIÓN': 'NO',
  }
  const later = await desk.send('children/detections', [{ ...found, ...more, CAUSAS: 'Empleo' }])
  expect(later.firstRejects).toEqual([])
  await desk.send('children/detections', [{ ...found, ...OF_LATE }], LATE)
  const [child] = await desk.database.query<{ id: string }>(
    'select child_id as id from children.detection where acta = $1',
    [found.ACTA],
  )
  return { later, acta: found.ACTA, child: child?.id ?? '' }
}

test('once it is known again, whoever holds the keys reads what it told', async () => {
  const { later, acta } = await toldLate()

  await desk.takeBack('children', later.batchId)

  expect(await openedIn(desk.database, 'person_name', acta)).toMatchObject([{ given_names: 'Kantardía' }])
  expect(await openedIn(desk.database, 'detection', acta)).toMatchObject([
    { causes: expect.stringContaining('PERSECUTION') },
  ])
  expect(await openedIn(desk.database, 'detection_evidence', acta)).toMatchObject([
    { protection_need: expect.anything() },
  ])
  expect(await openedIn(desk.database, 'relative', acta)).toMatchObject([{ contact: 'LOST' }])
})

test('an erased child has nothing left of it to read, nor its day of birth, and it is not put back', async () => {
  const { later, child } = await toldLate()
  const versions = await desk.database.query<{ entity: string; subject: string; sealed: string }>(
    `select entity, $1::text as subject, former ->> 'sealed' as sealed from children.former_version
     where is_late and former ->> 'child_id' = $1 and former ->> 'sealed' is not null`,
    [child],
  )
  const read = async () => {
    const all = versions.map((row) => opened(desk.database, `children.${row.entity}`, [row]))
    return (await Promise.all(all)).flat().filter((cells) => cells !== null)
  }
  expect(await read()).toHaveLength(4)

  await withPool(desk.database, (pool) => within(pool, (client) => erase(client, [child])))
  await desk.takeBack('children', later.batchId)

  expect(await read()).toEqual([])
  const said = 'select from children.former_version where entity_id = $1 and former::text like $2'
  expect(await desk.database.query(said, [child, `%${localDay(born)}%`])).toEqual([])
  expect(await desk.database.query('select born_on from children.child where id = $1', [child])).toEqual([
    { born_on: null },
  ])
})
