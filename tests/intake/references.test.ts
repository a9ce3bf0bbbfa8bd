/** What refers to a child refers to one that is there, whoever checks it: the foreign key, or one look for a whole statement. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDetection } from '../support/builders/inm.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

const NOBODY = '00000000-0000-4000-8000-000000000000'

test.each([
  ['person_name', 'child_id, batch_id', `'${NOBODY}', '${NOBODY}'`],
  ['identifier', 'child_id, type, value, batch_id', `'${NOBODY}', 'NUE', 'N000000000', '${NOBODY}'`],
  [
    'detection',
    'child_id, acta, detected_at, state, authority, detection_type, nationality, age_group, accompaniment, batch_id',
    `'${NOBODY}', 'INM/07/2024/0000001', '2024-01-01', '07', 'INM_AFM', 'RESCUE', 'HND', 'UNKNOWN', 'UNDETERMINED', '${NOBODY}'`,
  ],
])('given no such child, a row of %s is refused', async (table, columns, values) => {
  await expect(
    desk.database.query(`insert into children.${table} (${columns}) values (${values})`),
  ).rejects.toMatchObject({
    code: '23503',
  })
})

test('a row cannot be made to refer to nobody, and goes with its child', async () => {
  await desk.send('children/detections', [aDetection({ NUE: 'N123456789' })])

  await expect(desk.database.query('update children.detection set child_id = $1', [NOBODY])).rejects.toMatchObject({
    code: '23503',
  })
  await desk.database.query('delete from children.child')

  for (const table of ['person_name', 'identifier', 'detection']) {
    expect(await desk.database.query(`select from children.${table}`)).toEqual([])
  }
  expect(await desk.database.query(`select from outbox.pending where type = 'detection.withdrawn'`)).toHaveLength(1)
})

test.each([
  ['whose children lie together', ''],
  ['whose children lie far apart', 'where folio like any (array[$$%0$$, $$%8$$, $$%G$$])'],
])(
  'of many rows %s, one that refers to nobody stops all, and none stops where each refers to somebody',
  async (_how, which) => {
    await desk.send(
      'children/detections',
      Array.from({ length: 2_000 }, () => aDetection()),
    )
    const children = `select id from children.child ${which}`
    const name = (of: string) => `
    insert into children.person_name (child_id, batch_id)
    select id, '${NOBODY}' from (${of}) c
    where not exists (select from children.person_name n where n.child_id = c.id)`
    await desk.database.query('delete from children.person_name')
    const [{ between }] = (await desk.database.query<{ between: string }>(
      `select overlay(id::text placing '0000-000000000000' from 20) as between from (${children}) c order by id offset 50 limit 1`,
    )) as [{ between: string }]

    await expect(desk.database.query(name(`${children} union all select '${between}'`))).rejects.toMatchObject({
      code: '23503',
    })
    await desk.database.query(name(children))

    const [{ n }] = (await desk.database.query<{ n: number }>(
      'select count(*)::int as n from children.person_name',
    )) as [{ n: number }]
    expect(n).toBeGreaterThan(100)
  },
)
