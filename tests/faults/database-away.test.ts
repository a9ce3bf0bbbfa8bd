/** While the database is away the gateway says so in words that tell nothing, and goes on by itself when it is back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bySocket } from '../../gateway/src/testing/for-ever.ts'
import { boardOf } from '../support/board.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { MODES, startWorld, type World } from '../support/world.ts'

const INTERNAL = /\bat \S+ \(|node_modules|ECONN|127\.0\.0\.1|\bselect\b|\.ts\b|prisma|postgres|terminat/i

describe.each(MODES)('%s', (mode) => {
  let world: World
  let name: string
  const detection = aDetection()
  beforeAll(async () => {
    world = await startWorld({ mode, isLive: true })
    name = new URL(world.database.url).pathname.slice(1)
    await world.takeIn('children/detections', [detection])
    await world.settle()
  })
  afterAll(() => world.stop())

  /** Nobody gets in, and whoever is in is put out, as when a server goes down. */
  async function database(isOpen: boolean) {
    await world.database.onServer(`alter database ${name} with connection limit ${isOpen ? -1 : 0}`)
    if (isOpen) return
    await world.database.onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
  }

  test('given the database goes away and comes back, nothing internal leaves, the figures return, and so does whoever follows alerts', async () => {
    // Given figures, and somebody who follows alerts by a client of others
    const follower = bySocket(world.url, async () => world.headers)
    await expect.poll(follower.connections).toBe(1)
    expect((await boardOf(world)).nation.casework?.unprocessed).toBe(1)

    // When the database goes away
    await database(false)

    // Then an answer says that services are not available, and nothing else
    const text = JSON.stringify(await world.ask('{ nation { code casework { unprocessed } } }'))
    expect(text).toContain('SUBGRAPH_UNAVAILABLE')
    expect(text).not.toMatch(INTERNAL)
    expect((await fetch(`${world.url}/health/live`)).status).toBe(200)
    await eventually(
      async () => (await fetch(`${world.url}/health/ready`)).status,
      (status) => status === 503,
    )
    await expect.poll(() => follower.ends, { timeout: 10_000 }).not.toEqual([])

    // When it is back, the figures are, without anybody's doing
    await database(true)
    const board = () => boardOf(world).catch(() => null)
    const back = await eventually(board, (found) => found?.nation.casework?.unprocessed === 1, 20_000)
    expect(back?.nation.code).toBe('00')

    // And he is told of what happens then
    await world.takeIn('placements/stays', [aStay(detection.ACTA, { INGRESO: written(hoursAgo(37)) })])
    await expect.poll(() => follower.seqs.length, { timeout: 20_000 }).toBeGreaterThan(0)
    expect(follower.ends.filter((end) => !end.startsWith('1013 '))).toEqual([])
    follower.close()
  })

  test('given a defect that PostgreSQL tells of with its SQL, the asker gets a number to ask about and no more', async () => {
    // Given a column that the code reads is gone
    await world.database.query('alter table representation.snapshot drop column unprocessed cascade')

    // When somebody asks for it
    const { data, errors } = await world.ask('{ nation { code casework { unprocessed } } }')

    // Then nothing of the reason leaves
    expect(data).toEqual({ nation: { code: '00', casework: null } })
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL'])
    expect(errors?.[0]?.extensions?.requestId).toEqual(expect.any(String))
    expect(JSON.stringify(errors)).not.toMatch(/unprocessed"?\s+does|column|snapshot|select/i)
  })
})
