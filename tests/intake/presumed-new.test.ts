/** A large file is written as if all of it were new; rows in it that are known are known all the same. */
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import type { Row } from '../support/builders/row.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

let given = 0
const newNumber = () => `N${String(++given).padStart(9, '0')}`
const many = (n: number) => Array.from({ length: n }, () => aDetection({ NUE: newNumber() }))

async function childrenOf(rows: readonly Row[]): Promise<Map<string, string>> {
  const found = await desk.database.query<{ acta: string; child: string }>(
    'select acta, child_id as child from children.detection where acta = any ($1)',
    [rows.map((row) => row['ACTA'])],
  )
  return new Map(found.map(({ acta, child }) => [acta, child]))
}

const first = many(3_000)
const later = many(6_000)

test('given a large file of what is new but for some rows, those are the facts that they were, once', async () => {
  await desk.send('children/detections', first)
  const toldAgain = first.slice(0, 10).map((row) => ({ ...row, ENTIDAD: 'Oaxaca' }))
  const unchanged = first.slice(10, 15)
  const sameChild = first.slice(20, 22).map((row) => aDetection({ NUE: row['NUE'] ?? '' }))
  const file = [...later.slice(0, 3_000), ...toldAgain, ...sameChild, ...later.slice(3_000), ...unchanged]

  const { counts } = await desk.send('children/detections', file)

  expect(counts).toMatchObject({ recorded: 6_002, corrected: 10, unchanged: 5, refused: 0, unmatched: 0 })
  const [known] = await desk.database.query<object>(
    `select count(*)::int as detections, count(distinct child_id)::int as children,
       count(*) filter (where state = '20')::int as moved from children.detection`,
  )
  expect(known).toMatchObject({ detections: 9_002, children: 9_000 })
  expect([...(await childrenOf(sameChild)).values()].sort()).toEqual(
    [...(await childrenOf(first.slice(20, 22))).values()].sort(),
  )
})

test('each fact of it is told of once, and what is told last is what it is', () => tellsEachOnce())

test.each([
  ['as that of the database', 0],
  ['half a minute ahead of it', 30_000],
  ['half a minute behind it', -30_000],
])(
  'given a large file that was withdrawn and comes again, by a clock %s, its children are those that they were',
  async (_clock, ahead) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ahead, shouldAdvanceTime: true })
    onTestFinished(() => void vi.useRealTimers())
    const rows = many(2_000)
    const { batchId } = await desk.send('children/detections', rows)
    const before = await childrenOf(rows)
    await desk.takeBack('children', batchId)

    await desk.database.query(NUMBER)
    const [{ told }] = (await desk.database.query<{ told: number }>(
      'select max(seq)::int as told from outbox.event',
    )) as [{ told: number }]

    const shuffled = [
      ...rows.filter((_row, at) => at % 2 === 0),
      ...rows.filter((_row, at) => at % 2 === 1),
      ...many(2_000),
    ]
    await desk.send('children/detections', shuffled)

    expect(await childrenOf(rows)).toEqual(before)
    await tellsEachOnce(told)
  },
)

const NUMBER = 'select outbox.number_pending(100000)'

async function tellsEachOnce(after = 0): Promise<void> {
  await desk.database.query(NUMBER)

  for (const entity of ['child', 'identifier', 'detection']) {
    expect(
      await desk.database.query(
        'select entity_id from outbox.event where seq > $2 and type = $1 group by entity_id having count(*) > 1',
        [`${entity}.recorded`, after],
      ),
    ).toEqual([])
    expect(
      await desk.database.query(
        `with told as (select distinct on (entity_id) entity_id, payload from outbox.event
           where type like $1 order by entity_id, seq desc)
         select coalesce(t.entity_id, f.id) from told t full join children.${entity} f on f.id = t.entity_id
         where t.payload is distinct from to_jsonb(f)`,
        [`${entity}.%`],
      ),
    ).toEqual([])
  }
}
