/** A subgraph answers the gateway alone: whoever comes without its seal, or with a forged one, gets 401 and learns nothing. */
import { randomUUID } from 'node:crypto'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { type EnvelopeKeys, sealEnvelope } from '@vigia/kit/envelope'
import type { Asker } from '@vigia/kit/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

  async function knock(headers: Record<string, string>, body = BODY) {
    const answer = await fetch(world.addressOf(service), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    return { status: answer.status, text: await answer.text() }
  }

  test('answers the gateway', async () => {
    expect(await knock(sealEnvelope(world.keys, request, asker, Date.now()))).toMatchObject({ status: 200 })
  })

  const tampered = (change: (seal: Record<string, string>) => Record<string, string>) => () =>
    change(sealEnvelope(world.keys, request, asker, Date.now()))

  test.each<[string, () => Record<string, string>]>([
    ['no envelope', () => ({})],
    ['the key of somebody else', () => sealEnvelope(OTHER_KEYS, request, asker, Date.now())],
    ['an envelope of 31 seconds ago', () => sealEnvelope(world.keys, request, asker, Date.now() - 31_000)],
    ['an envelope of the future', () => sealEnvelope(world.keys, request, asker, Date.now() + 31_000)],
    [
      'an envelope for another service',
      () => sealEnvelope(world.keys, { ...request, service: 'other' }, asker, Date.now()),
    ],
    ['an envelope for another body', () => sealEnvelope(world.keys, { ...request, body: '{}' }, asker, Date.now())],
    ['an envelope for another path', () => sealEnvelope(world.keys, { ...request, path: '/x' }, asker, Date.now())],
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

  test('row 30: an envelope opens once', async () => {
    const seal = sealEnvelope(world.keys, request, asker, Date.now())

    expect((await knock(seal)).status).toBe(200)
    expect((await knock(seal)).status).toBe(401)
  })
})
