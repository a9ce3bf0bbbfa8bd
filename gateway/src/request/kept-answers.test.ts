/** Which answers are kept, for how long, and how they are sent. */

import { request as httpRequest } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { afterEach, expect, test } from 'vitest'
import { startWorld, type World, type WorldOptions } from '../testing/two-services.ts'
import { ByteCache } from './byte-cache.ts'

let world: World | undefined
afterEach(() => world?.stop())

async function worldWith(options: WorldOptions = {}): Promise<World> {
  world = await startWorld(options)
  return world
}

const BOARD = '{ states { code detention { heldNow } } }'

function ask({ url }: World, query: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  })
}

test('given an operation of counts asked twice, the services are asked once, and both get the same bytes', async () => {
  const world = await worldWith()

  const [first, second] = [await (await ask(world, BOARD)).text(), await (await ask(world, BOARD)).text()]

  expect(world.asked.states).toBe(1)
  expect(second).toBe(first)
})

test('given an answer from the kept bytes, it has the headers of the one that was executed', async () => {
  const world = await worldWith()
  const headersOf = ({ headers }: Response) => {
    const { date, 'x-request-id': id, ...all } = Object.fromEntries(headers)
    // What an answer cost is told where something was asked of a service.
    const rest = Object.fromEntries(Object.entries(all).filter(([name]) => !/^(ratelimit|x-vigia-cost)/.test(name)))
    return { date: typeof date, id: id?.length, ...rest }
  }

  const executed = headersOf(await ask(world, BOARD, { accept: 'application/graphql-response+json' }))
  const kept = headersOf(await ask(world, BOARD, { accept: 'application/graphql-response+json' }))

  expect(world.asked.states).toBe(1)
  expect(kept).toEqual(executed)
  expect(kept).toMatchObject({ 'content-type': 'application/graphql-response+json; charset=utf-8' })
})

test('given a new version of the figures, the services are asked again', async () => {
  let held = 7
  const world = await worldWith({ placements: { heldNow: () => held } })
  await ask(world, BOARD)

  held = 8
  world.versions.change('2')

  expect(await (await ask(world, BOARD)).text()).toContain('"heldNow":8')
})

test('given a break, after which the version is as before, the services are asked again: the database may have been put back', async () => {
  let held = 7
  const world = await worldWith({ placements: { heldNow: () => held } })
  await ask(world, BOARD)

  world.versions.change(null)
  world.versions.change('1')
  held = 8

  expect(await (await ask(world, BOARD)).text()).toContain('"heldNow":8')
})

test('given somebody who may read no figure, no answer tells by what it cost whether figures have changed', async () => {
  const world = await worldWith({ actor: () => ({ ...PSEUDONYMOUS_FEDERAL_SECRETARY, scopes: ['public:read'] }) })
  const cost = async () => (await ask(world, '{ publishedFigures }')).headers.get('x-vigia-cost')

  const unchanged = [await cost(), await cost()]
  world.versions.change('2')
  const changed = await cost()

  expect([...unchanged, changed]).toEqual(['0.25', '0.25', '0.25'])
})

test('given an operation that reaches a child, no answer is kept', async () => {
  const world = await worldWith()

  for (const query of [
    '{ states { code children { totalCount } } }',
    '{ states { code } child(id: "c1") { id } }',
    '{ states { ...S } } fragment S on State { children { edges { node { folio } } } }',
  ]) {
    const before = world.asked.states
    await ask(world, query)
    await ask(world, query)
    expect(world.asked.states).toBe(before + 2)
  }
})

test('given an answer with an error, it is not kept', async () => {
  let isDown = true
  const heldNow = () => {
    if (isDown) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    return 7
  }
  const world = await worldWith({ placements: { heldNow } })
  expect(await (await ask(world, BOARD)).text()).toContain('SUBGRAPH_UNAVAILABLE')

  isDown = false

  expect(await (await ask(world, BOARD)).text()).toContain('"heldNow":7')
})

test('given a version that is not known, every request goes to the services', async () => {
  const world = await worldWith()
  world.versions.change(null)

  await ask(world, BOARD)
  await ask(world, BOARD)

  expect(world.asked.states).toBe(2)
})

test('given many at once, one execution serves all of them', async () => {
  const world = await worldWith()

  const answers = await Promise.all(Array.from({ length: 20 }, async () => (await ask(world, BOARD)).text()))

  expect(world.asked.states).toBe(1)
  expect(new Set(answers).size).toBe(1)
})

test.each([
  ['counts, a browser may keep them and asks whether they are of now', BOARD, 'private, no-cache'],
  ['a record, no browser keeps it', '{ child(id: "c1") { folio } }', 'no-store'],
])('given %s', async (_what, query, caching) => {
  const { status, headers } = await ask(await worldWith(), query)

  expect([status, headers.get('cache-control')]).toEqual([200, caching])
})

test('given the mark of an answer, 304 without a body until the figures change', async () => {
  const world = await worldWith()
  const etag = String((await ask(world, BOARD)).headers.get('etag'))

  const again = await ask(world, BOARD, { 'if-none-match': etag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')

  expect((await ask(world, BOARD, { 'if-none-match': 'W/"other"' })).status).toBe(200)
})

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('given a long answer, it is sent packed as %s to one who asks for that', async (packing, unpack) => {
  const world = await worldWith()
  const { status, encoding, body } = await raw(world, `{ states { code ${'name '.repeat(2)} } ${long()} }`, packing)

  expect({ status, encoding }).toEqual({ status: 200, encoding: packing })
  expect(unpack(body).toString()).toContain('Chiapas')
})

/** An answer above one kilobyte, of counts alone. */
const long = () => Array.from({ length: 9 }, (_, i) => `nation${i}_${'x'.repeat(100)}: nation { code }`).join(' ')

function raw(
  { url }: World,
  query: string,
  packing: string,
): Promise<{ status?: number; encoding?: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'accept-encoding': packing }
    const sent = httpRequest(`${url}/graphql`, { method: 'POST', headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () => {
        const { statusCode: status, headers } = response
        resolve({ status, encoding: headers['content-encoding'], body: Buffer.concat(chunks) })
      })
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ query }))
  })
}

test('given an execution that fails, the next one with the same key is tried afresh', async () => {
  const cache = new ByteCache({ current: () => ({ version: '1', asOf: '' }), onChange: () => () => {} })
  const failing = cache.deliver('k', () => Promise.reject(new Error('down')))
  await expect(failing).rejects.toThrow('down')

  const { parcel } = await cache.deliver('k', async () => ({ status: 200, text: 'ok', isSound: true }))

  expect(parcel.bytes.toString()).toBe('ok')
})

test('given a version that changes during an execution, its bytes are not given to those who come after', async () => {
  let version = { version: '1', asOf: '' }
  const cache = new ByteCache({ current: () => version, onChange: () => () => {} })
  const answer = (text: string) => async () => {
    version = { version: '2', asOf: '' }
    return { status: 200, text, isSound: true }
  }

  await cache.deliver('k', answer('old'))

  const { parcel } = await cache.deliver('k', answer('new'))
  expect(parcel.bytes.toString()).toBe('new')
})

test('the answer of a synthetic registry says so, in the header and in the answer; another does not', async () => {
  const synthetic = await ask(await worldWith(), BOARD)
  expect(synthetic.headers.get('x-vigia-data')).toBe('SYNTHETIC')
  expect(await synthetic.json()).toMatchObject({ extensions: { synthetic: true } })
  await world?.stop()

  const real = await ask(await worldWith({ isSynthetic: false }), BOARD)
  expect(real.headers.get('x-vigia-data')).toBeNull()
  expect(await real.json()).not.toHaveProperty('extensions')
})

test('GET with a header that needs preflight is answered like POST', async () => {
  const { url } = await worldWith()

  const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(BOARD)}`, { headers: { 'x-vigia': '1' } })

  expect(await answer.json()).toMatchObject({ data: { states: [{ code: '07' }, { code: '30' }] } })
})
