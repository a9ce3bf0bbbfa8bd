/** A large file tells of its facts in one row a statement; numbered, every fact has its own event, as if each had been told alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

/**
 * Before PostgreSQL 18 the ids that it makes are random, and stay so when the registry is moved to 18: there each identifier is
 * told of alone. Ids of children and detections are made while the file is read, in order everywhere.
 */
const AS_ON_15 = `create or replace function outbox.new_id() returns uuid language sql volatile as 'select gen_random_uuid()'`
const IN_ORDER = `select substr(outbox.new_id()::text, 15, 1) = '7' as "isInOrder"`

describe.each([
  ['ids as this PostgreSQL gives them', null],
  ['ids of a registry that came from PostgreSQL 15', AS_ON_15],
])('%s', (_ids, change) => {
  let desk: Desk
  let isInOrder = false
  beforeAll(async () => {
    desk = await openDesk()
    if (change) await desk.database.query(change)
    isInOrder = (await desk.database.query<{ isInOrder: boolean }>(IN_ORDER))[0]?.isInOrder === true
  })
  afterAll(() => desk.close())

  const number = () => desk.database.query('select outbox.number_pending(50000)')

  /** What the log says last of each row of a table, against the rows themselves. */
  async function differences(entity: string): Promise<unknown[]> {
    return desk.database.query(
      `with told as (select distinct on (entity_id) entity_id, payload, child_id from outbox.event
         where type like $1 order by entity_id, seq desc)
       select coalesce(t.entity_id, f.id) from told t full join children.${entity} f on f.id = t.entity_id
       where t.payload is distinct from to_jsonb(f)`,
      [`${entity}.%`],
    )
  }

  test('given 2,000 rows in one file, few rows wait where they can, and as many events are numbered, without a gap', async () => {
    const { counts } = await desk.send(
      'children/detections',
      Array.from({ length: 2_000 }, (_none, at) => aDetection({ NUE: `N${String(at + 1).padStart(9, '0')}` })),
    )
    expect(counts.recorded).toBe(2_000)
    const [waiting] = await desk.database.query<{ n: number }>('select count(*)::int as n from outbox.pending')
    expect((waiting?.n ?? 0) - (isInOrder ? 0 : 2_000)).toBeLessThan(20)
    expect(waiting?.n).toBeGreaterThan(isInOrder ? 0 : 2_000)

    await number()

    expect(
      await desk.database.query(
        `select count(*)::int as events, max(seq)::int as last, count(distinct entity_id)::int as rows from outbox.event`,
      ),
    ).toEqual([{ events: 6_001, last: 6_001, rows: 6_001 }])
    for (const entity of ['child', 'identifier', 'detection']) expect(await differences(entity)).toEqual([])
    expect(
      await desk.database.query(`select from outbox.event where child_id is null and type <> 'batch.recorded'`),
    ).toEqual([])
  })

  test('given rows corrected and withdrawn before they are numbered, the last that is said of each is what it is', async () => {
    const rows = Array.from({ length: 800 }, () => aDetection())
    const first = await desk.send('children/detections', rows)
    const corrections = rows.slice(0, 600).map((row) => ({ ...row, ENTIDAD: 'Oaxaca' }))
    await desk.send('children/detections', corrections)
    await number()
    for (const entity of ['child', 'identifier', 'detection']) expect(await differences(entity)).toEqual([])

    await desk.send(
      'children/detections',
      Array.from({ length: 700 }, () => aDetection()),
    )
    await desk.takeBack('children', first.batchId)
    await number()

    expect(await desk.database.query('select from outbox.pending')).toEqual([])
    const [gap] = await desk.database.query<{ n: number }>('select (max(seq) - count(*))::int as n from outbox.event')
    expect(gap?.n).toBe(0)
    const told = await desk.database.query(
      `select from (select distinct on (entity_id) payload, entity_id from outbox.event where type like 'detection.%' order by entity_id, seq desc) t
       where payload is not null`,
    )
    expect(told).toHaveLength((await desk.database.query('select from children.detection')).length)
  })

  test('the services that follow know every child of a large file', async () => {
    await desk.tell()

    const [{ n } = { n: 0 }] = await desk.database.query<{ n: number }>(
      `with numbers as (select id, value from children.identifier union all select id, acta from children.detection)
       select count(*)::int as n from numbers i full join placements.identifier_ref r on r.identifier_id = i.id and r.value = i.value
       where i.id is null or r.identifier_id is null`,
    )
    expect(n).toBe(0)
  })
})
