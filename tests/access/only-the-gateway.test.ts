/** A subgraph answers the gateway alone: whoever comes without its seal, or with a forged one, gets 401 and learns nothing. */
import { randomUUID } from 'node:crypto'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { type EnvelopeKeys, sealEnvelope } from '@vigia/kit/envelope'
import { serve } from '@vigia/kit/serve'
import type { Asker } from '@vigia/kit/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActor } from '../support/asking.ts'
import { SERVICES } from '../support/source-files.ts'
import { startWorld, type World } from '../support/world.ts'

const BODY = JSON.stringify({ query: '{ __typename }' })
const OTHER_KEYS: EnvelopeKeys = new Map([['k1', Buffer.from('another key, of as many characters')]])
const asker: Asker = { actor: PSEUDONYMOUS_FEDERAL_SECRETARY, requestId: 'a test', reason: null }

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'over-http' })
})
afterAll(() => world.stop())

describe.each(SERVICES)('%s', (service) => {
  const request = { service, method: 'POST', path: '/graphql', body: BODY }
  const sealed = ({ by = service, of = {}, at = Date.now() } = {}): Record<string, string> =>
    sealEnvelope(world.keysOf(by), { ...request, ...of }, asker, at)

  async function knock(headers: Record<string, string>, body = BODY) {
    const answer = await fetch(world.addressOf(service), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    return { status: answer.status, text: await answer.text() }
  }

  test('answers the gateway', async () => {
    expect(await knock(sealed())).toMatchObject({ status: 200 })
  })

  const tampered = (change: (seal: Record<string, string>) => Record<string, string>) => () => change(sealed())

  test.each<[string, () => Record<string, string>]>([
    ['no envelope', () => ({})],
    ['the key of somebody else', () => sealEnvelope(OTHER_KEYS, request, asker, Date.now())],
    ['an envelope of 31 seconds ago', () => sealed({ at: Date.now() - 31_000 })],
    ['an envelope of the future', () => sealed({ at: Date.now() + 31_000 })],
    ['an envelope for another service', () => sealed({ of: { service: 'other' } })],
    ['an envelope for another body', () => sealed({ of: { body: '{}' } })],
    ['an envelope for another path', () => sealed({ of: { path: '/x' } })],
    ...SERVICES.filter((other) => other !== service).map((other): [string, () => Record<string, string>] => [
      `what ${other} could seal by the keys it has`,
      () => sealed({ by: other }),
    ]),
    [
      'another actor in the envelope',
      tampered((seal) => ({ ...seal, 'x-gw-actor': encoded({ ...asker, reason: 'another' }) })),
    ],
    ['what is no actor in the envelope', tampered((seal) => ({ ...seal, 'x-gw-actor': encoded({}) }))],
    ['another time on the envelope', tampered((seal) => ({ ...seal, 'x-gw-ts': String(Number(seal['x-gw-ts']) + 1) }))],
    ['another number on the envelope', tampered((seal) => ({ ...seal, 'x-gw-nonce': randomUUID() }))],
    ['a cut signature', tampered((seal) => ({ ...seal, 'x-gw-sig': String(seal['x-gw-sig']).slice(0, 10) }))],
    ['no signature', tampered(({ 'x-gw-sig': _, ...seal }) => seal)],
  ])('row 29: %s is refused with 401', async (_what, seal) => {
    const { status, text } = await knock(seal())

    expect(status).toBe(401)
    expect(JSON.parse(text).errors[0].extensions).toEqual({ code: 'GATEWAY_ONLY' })
    expect(text).not.toMatch(/Query|__typename|signature|key/)
  })

  test('given two processes of the service, an envelope that one has opened does not open at the other', async () => {
    const running = world.services.get(service)
    if (!running) throw new Error(`No service ${service}`)
    // Another door with a memory of its own, over the same registry.
    const quiet = { ...running, start: async () => async () => {}, close: async () => {} }
    const { port, stop } = await serve({ service: quiet, keys: world.keysOf(service), host: '127.0.0.1', port: 0 })
    const seal = sealed()
    const other = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: BODY,
      })

    expect((await knock(seal)).status).toBe(200)
    const again = await other(seal)
    expect(again.status).toBe(401)
    expect(await again.json()).toEqual({
      errors: [{ message: 'Ask the gateway.', extensions: { code: 'GATEWAY_ONLY' } }],
    })
    expect((await other(sealed())).status).toBe(200)
    await stop()
  })

  test('row 30: an envelope opens once', async () => {
    const seal = sealed()

    expect((await knock(seal)).status).toBe(200)
    expect((await knock(seal)).status).toBe(401)
  })
})

test('row 30: a change that is sent once more is not made once more', async () => {
  const text = 'Se entregó al DIF el mismo día'
  const body = JSON.stringify({
    query: `mutation { answerByNumber(input: { number: "INM/07/2026/0000001", text: "${text}" }) { number } }`,
  })
  const inm: Asker = { ...asker, actor: anActor('inm-officer', { org: 'INM-07' }) }
  const seal = sealEnvelope(
    world.keysOf('oversight'),
    { service: 'oversight', method: 'POST', path: '/graphql', body },
    inm,
    Date.now(),
  )
  const statuses: number[] = []
  for (const _time of ['first', 'second']) {
    const headers = { 'content-type': 'application/json', ...seal }
    statuses.push((await fetch(world.addressOf('oversight'), { method: 'POST', headers, body })).status)
  }

  expect(statuses).toEqual([200, 401])
  expect(await world.database.query('select words from oversight.answer_by_number')).toEqual([{ words: text }])
})
