/** A file of which every row was refused counted as delivered in a registry of before: brought up to date, its sender has told nothing by it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RegistryOfBefore, registryBefore } from '../support/registry-of-before.ts'
import { loadServices } from '../support/services.ts'

const [REFUSED, IN_PART, EMPTY, SAID_AGAIN] = [1, 2, 3, 4].map((n) => `00000000-0000-7000-8000-00000000000${n}`)

/** Its rows, and how many of them went in, were refused, or said what was known. */
const FILES = [
  [REFUSED, 'children', 3, 0, 3, 0],
  [IN_PART, 'children', 3, 1, 2, 0],
  [EMPTY, 'children', 0, 0, 0, 0],
  [SAID_AGAIN, 'placements', 2, 0, 1, 1],
] as const

let before: RegistryOfBefore
beforeAll(async () => {
  before = await registryBefore('20261203120000_files_of_which_nothing_was_taken')
  for (const [id, service, ...counts] of FILES)
    await before.database.query(
      `insert into ${service}.batch (id, feed, source, state, cutoff_on, file_name, sha256, row_count, accepted_count, refused_count, unchanged_count)
       values ($1::uuid, 'detections', 'INM', '06', '2026-11-20', 'f.csv', $1::text, $2, $3, $4, $5)`,
      [id, ...counts],
    )
  await before.bringUpToDate()
})
afterAll(() => before.database.drop())

test('it alone is withdrawn, and says why; the audit says so too', async () => {
  const withdrawn = await before.database.query(
    `select id, withdrawn_reason as reason from (
       select id, withdrawn_at, withdrawn_reason from children.batch union all select id, withdrawn_at, withdrawn_reason from placements.batch) b
     where withdrawn_at is not null`,
  )
  const entries = await before.database.query('select service, act, batch_id, records from audit.entry')

  expect(withdrawn).toEqual([{ id: REFUSED, reason: 'Se rechazaron todos sus renglones: no dio cuenta de nada.' }])
  expect(entries).toEqual([{ service: 'children', act: 'WITHDRAW', batch_id: REFUSED, records: 0 }])
})

test('of it nothing is told of any more, once the services have heard', async () => {
  const services = [...(await loadServices(before.database.url)).values()]
  for (let did = 1; did > 0; ) {
    did = 0
    for (const service of services) did += await service.round(new Date('2026-11-25T18:00:00Z'))
  }
  for (const service of services) await service.close()

  const counting = await before.database.query(
    `select batch_id from oversight.feed_batch where service = 'children' and not is_withdrawn and is_counted order by 1`,
  )
  expect(counting).toEqual([{ batch_id: IN_PART }, { batch_id: EMPTY }])
})
