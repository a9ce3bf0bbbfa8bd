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
  ['person_name', 'child_id, given_names, batch_id', `'${NOBODY}', 'Nadie', '${NOBODY}'`],
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
