/**
 * While the database is away, cannot be reached or cannot write, the gateway says so in words that tell nothing, and goes on by itself
 * when that is over.
 */
import { log } from '@vigia/kit/log'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bySocket } from '../../gateway/src/testing/for-ever.ts'
import { anActor } from '../support/asking.ts'
import { boardOf } from '../support/board.ts'
import { aDetection, aStay } from '../support/builders/inm.ts'
import { hoursAgo, written } from '../support/clock.ts'
import { eventually } from '../support/eventually.ts'
import { aNetworkTo, type Network } from '../support/network.ts'
import { scratchDatabase } from '../support/scratch-database.ts'
import { signedIn } from '../support/signed-in.ts'
import { asker, MODES, startWorld, type World } from '../support/world.ts'

/** A request has 5 seconds, and so has whoever is asked who it is of (security.md 9); on a busy machine a bit more. */
const TOLD_WITHIN_MS = 12_000
const TELL = `mutation ($input: RecordSecretariatInput!) { recordSecretariat(input: $input) { secretariat { condition } } }`
const TOLD = {
  ...{ state: '07', condition: 'VACANT', since: '2026-01-15', key: 'of a full disk' },
  reason: 'Oficio de la Secretaría Ejecutiva federal del 15 de enero',
}
const FULL = ['sec.opened_envelope', 'oversight.secretariat_told', 'audit.entry']
/** In which it is noted that somebody came in. */
const WAYS_IN = ['sessions.session', 'sessions.personal_token']

const INTERNAL = /\bat \S+ \(|node_modules|ECONN|127\.0\.0\.1|\bselect\b|\.ts\b|prisma|postgres|terminat/i

describe.each(MODES)('%s', (mode) => {
  let world: World
  let name: string
  let network: Network
  const detection = aDetection()
  beforeAll(async () => {
    const database = await scratchDatabase()
    network = await aNetworkTo(database.url)
    world = await startWorld({ mode, isLive: true, database: { ...database, url: network.url }, isHurried: true })
    name = new URL(world.database.url).pathname.slice(1)
    await world.takeIn('children/detections', [detection])
    await world.settle()
    await world.database.query(`create function full_disk() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file "base/16385/16390"' using errcode = '53100'; end $$`)
  })
  afterAll(async () => {
    await world.stop()
    network.stop()
  })

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

    // Then an answer says that services are not available, or who is signed in is not known (soon after), and nothing else
    const answer = async () => JSON.stringify(await world.ask('{ nation { code casework { unprocessed } } }'))
    const text = await answer()
    expect(text).toMatch(/SUBGRAPH_UNAVAILABLE|SIGN_IN_UNAVAILABLE/)
    expect(text).not.toMatch(INTERNAL)
    expect(await eventually(answer, (told) => told.includes('SIGN_IN_UNAVAILABLE'))).not.toMatch(INTERNAL)
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

  // What gives a connection up is the same in both modes, and takes its time.
  if (mode === MODES[0])
    test('given a network that loses all that is asked of the database, answers come in time, and all goes on once it carries again', async () => {
      // Given the figures that were told, and a network that loses whatever is sent, without a word to anybody
      const figure = async () => (await boardOf(world).catch(() => null))?.nation.casework?.unprocessed
      const before = await eventually(figure, (n) => n !== undefined, 20_000)
      network.lose()

      // When somebody asks, and wants something written: nobody knows whether it is once the network carries again
      const began = performance.now()
      const answers = await Promise.all([
        world.ask('{ nation { code casework { unprocessed } } }'),
        world.ask(TELL, { input: { ...TOLD, state: '30', key: 'of a lost network' } }),
      ])

      // Then each is told in time that it cannot be had, and nothing internal
      expect(performance.now() - began).toBeLessThan(TOLD_WITHIN_MS)
      for (const answer of answers) {
        expect(JSON.stringify(answer)).toMatch(/SUBGRAPH_UNAVAILABLE|SIGN_IN_UNAVAILABLE/)
        expect(JSON.stringify(answer)).not.toMatch(INTERNAL)
      }

      // When it carries again, what was open stays lost
      network.mend()

      // Then figures are told as before, and what a file tells is followed and counted
      await eventually(figure, (n) => n === before, 30_000)
      const other = aDetection({ 'AVISO A PPNNA': written(hoursAgo(30)) })
      await eventually(() => world.takeIn('children/detections', [other]).catch(() => null), Boolean, 30_000)
      await eventually(figure, (n) => n === Number(before) + 1, 30_000)
    })

  test('given a disk that is full, a change is said not to be kept, and is made when there is room', async () => {
    // Given PostgreSQL's own error for a file that cannot grow, at whatever is written of persons' acts and of the audit
    const { headers, cookie } = await signedIn(world.database.url)
    for (const table of [...FULL, ...WAYS_IN])
      await world.database.query(
        `create trigger no_room before insert or update on ${table} execute function full_disk()`,
      )

    // When somebody wants something written, of a service that is not left alone any more after what was before
    const isThere = ({ errors }: Awaited<ReturnType<World['ask']>>) =>
      errors?.[0]?.extensions?.['code'] !== 'SUBGRAPH_UNAVAILABLE'
    const refused = await eventually(() => world.ask(TELL, { input: TOLD }), isThere, 20_000)

    // Then he is told that nothing of it was, and it is so
    expect(refused.data).toEqual({ recordSecretariat: null })
    expect(refused.errors).toMatchObject([
      { path: ['recordSecretariat'], extensions: { code: 'NOT_KEPT', service: 'oversight', retryAfter: 5 } },
    ])
    expect(JSON.stringify(refused)).not.toMatch(INTERNAL)
    expect(await world.database.query("select from oversight.secretariat_told where state = '07'")).toEqual([])

    // And figures, of which nothing has to be written, are told as before
    const figures = await world.ask('{ nation { code ofNow: casework { unprocessed } } }')
    expect(figures.errors).toBeUndefined()
    expect(figures.data).toMatchObject({ nation: { ofNow: { unprocessed: expect.any(Number) } } })

    // Also to whoever comes in only now, by either way
    for (const shown of [headers, { cookie: `__Host-vigia=${cookie}`, 'x-vigia': 'a test' }])
      expect(await asker(world.url, shown)('{ nation { code } }')).toMatchObject({ data: { nation: { code: '00' } } })

    // And where nobody can be told that a question has come, nothing is changed by it, though all else could be written
    const [ofEnvelopes, ...ofActs] = FULL
    for (const table of [...ofActs, ...WAYS_IN]) await world.database.query(`drop trigger no_room on ${table}`)
    if (mode === 'over-http')
      expect((await world.ask(TELL, { input: TOLD })).errors).toMatchObject([{ extensions: { code: 'NOT_KEPT' } }])
    expect(await world.database.query("select from oversight.secretariat_told where state = '07'")).toEqual([])

    // And once there is room the same is kept
    await world.database.query(`drop trigger no_room on ${ofEnvelopes}`)
    const kept = await world.ask<{ recordSecretariat: object }>(TELL, { input: TOLD })
    expect(kept).toMatchObject({ data: { recordSecretariat: { secretariat: { condition: 'VACANT' } } } })
  })

  test('given a part of a question has to write and finds no room, that part is not to be had now, and the rest is told', async () => {
    const { headers } = await signedIn(world.database.url, anActor('ombudsperson-federal'))
    await world.database.query(
      'create trigger no_room before insert on oversight.webhook_owner execute function full_disk()',
    )

    const told = await asker(world.url, headers)('{ webhookEndpoints { edges { node { id } } } nation { code } }')

    await world.database.query('drop trigger no_room on oversight.webhook_owner')
    expect(told.data).toEqual({ webhookEndpoints: null, nation: { code: '00' } })
    const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service: 'oversight', retryAfter: 5 }
    expect(told.errors).toMatchObject([{ path: ['webhookEndpoints'], extensions }])
    expect(JSON.stringify(told)).not.toMatch(INTERNAL)
  })

  test('given a defect that PostgreSQL tells of with its SQL, the asker gets a number to ask about and no more, and the log the fault under that number', async () => {
    // Given a column that the code reads is gone, and figures of before are not those of now
    const said = vi.spyOn(log, 'error')
    await world.database.query('alter table representation.snapshot drop column unprocessed cascade')
    await world.database.query("select outbox.raise_version('representation')")

    // When somebody asks for it
    const { data, errors } = await world.ask('{ nation { code casework { unprocessed } } }')

    // Then nothing of the reason leaves
    expect(data).toEqual({ nation: { code: '00', casework: null } })
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['INTERNAL'])
    expect(errors?.[0]?.extensions?.requestId).toEqual(expect.any(String))
    expect(JSON.stringify(errors)).not.toMatch(/unprocessed"?\s+does|column|snapshot|select/i)

    // And whoever is asked by that number finds what PostgreSQL said
    const { requestId } = errors?.[0]?.extensions ?? {}
    const told = said.mock.calls.map(([entry]) => entry)
    said.mockRestore()
    const fault = expect.objectContaining({ code: '42703' })
    expect(told).toContainEqual(expect.objectContaining({ service: 'representation', requestId, fault }))
  })
})
