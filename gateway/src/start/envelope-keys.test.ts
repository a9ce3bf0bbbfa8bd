/** A service has the keys of its own envelopes alone: nobody else's can be found from them, and they are turned without a pause. */
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { type EnvelopeKeys, envelopeOpener, readEnvelopeKeys, sealEnvelope } from '@vigia/kit/envelope'
import { SERVICE_NAMES, type ServiceName } from '@vigia/kit/service'
import { expect, test } from 'vitest'
import { startProgram } from '../../../tests/support/program.ts'
import { envelopeKeysFor, envelopeKeysOf, readMasterKeys } from './envelope-keys.ts'

const OLD = 'k1:the first key of a gateway in a test'
const NEW = 'k2:the second key of a gateway in a test'
const ASKER = { actor: PSEUDONYMOUS_FEDERAL_SECRETARY, requestId: 'a test', reason: null }

/** What a service holds that was given its part of these. */
const heldBy = (service: ServiceName, masters: string): EnvelopeKeys =>
  readEnvelopeKeys(service, envelopeKeysFor(service, readMasterKeys(masters)))

/** Whether a service opens what a gateway seals for it. */
function opens(service: ServiceName, its: string, gateways: string): boolean {
  const request = { service, method: 'POST', path: '/graphql', body: '{}' }
  const seal = sealEnvelope(envelopeKeysOf(service, readMasterKeys(gateways)), request, ASKER, Date.now())
  return envelopeOpener(heldBy(service, its))(request, seal, Date.now()) !== null
}

test('each service holds keys of its own, of which none is the gateway’s', () => {
  const held = SERVICE_NAMES.flatMap((name) => [...heldBy(name, `${NEW},${OLD}`).values()])
  const masters = [OLD, NEW].map((pair) => Buffer.from(pair.slice('k1:'.length)))
  const all = [...held, ...masters].map((key) => key.toString('hex'))

  expect(new Set(all).size).toBe(2 * SERVICE_NAMES.length + 2)
})

test('a key of a service is HKDF-SHA-256 of the gateway’s under its name, in every release the same', () => {
  // Reckoned by another implementation: python3, HMAC of RFC 5869 by hand.
  expect(envelopeKeysFor('children', readMasterKeys(OLD))).toBe(
    'k1:children:37T5AdwuJhlGH8b5HsvcpL2VB5PcVeI345wLvp-SObg',
  )
})

test.each([
  ['before', OLD, OLD],
  ['services are given both', `${NEW},${OLD}`, OLD],
  ['then the gateway is', `${NEW},${OLD}`, `${NEW},${OLD}`],
  ['then the old one is taken from services', NEW, `${NEW},${OLD}`],
  ['and from the gateway', NEW, NEW],
])('keys are turned without a pause: %s', (_when, its, gateways) => {
  expect(SERVICE_NAMES.filter((name) => !opens(name, its, gateways))).toEqual([])
})

test('what is sealed by a key that was taken out opens no more', () => {
  expect(SERVICE_NAMES.filter((name) => opens(name, NEW, OLD))).toEqual([])
})

test.each([
  ['the gateway’s own', OLD],
  ['those of another service', envelopeKeysFor('returns', readMasterKeys(OLD))],
  ['its own and the gateway’s', `${envelopeKeysFor('children', readMasterKeys(NEW))},${OLD}`],
  ['its own, cut', envelopeKeysFor('children', readMasterKeys(OLD)).slice(0, -1)],
  ['nothing', ''],
])('a service that is given %s does not start, and says which keys are its own', (_what, text) => {
  expect(() => readEnvelopeKeys('children', text)).toThrow(/^ENVELOPE_KEYS must be those of children alone/)
})

test.each([
  ['those of a service', envelopeKeysFor('returns', readMasterKeys(OLD))],
  ['a key that is short', 'k1:short'],
  ['one id for two', `${OLD},k1:another key that has the id of the first`],
])('a gateway that is given %s does not start', (_what, text) => {
  expect(() => readMasterKeys(text)).toThrow(/^ENVELOPE_KEYS must be id:key pairs/)
})

/** What `npm run envelope` runs. */
async function envelope(args: readonly string[], ENVELOPE_KEYS = '') {
  const command = startProgram('gateway/src/commands/envelope-command.ts', args, { ENVELOPE_KEYS })
  return { status: await command.ended(), said: command.said().trim() }
}

test('whoever runs a service elsewhere is told its keys by a command, and by a mistake nothing', async () => {
  const turned = `${NEW},${OLD}`

  expect(await envelope(['returns'], turned)).toEqual({
    status: 0,
    said: envelopeKeysFor('returns', readMasterKeys(turned)),
  })
  expect(await envelope([], OLD)).toMatchObject({ status: 2, said: expect.stringMatching(/^Say which: .+\n\nUsage: /) })
  expect(await envelope(['gateway'], OLD)).toMatchObject({
    status: 2,
    said: expect.stringMatching(/^There is no 'gateway'; .+\n\nUsage: /),
  })
  expect(await envelope(['returns'])).toEqual({
    status: 1,
    said: 'ENVELOPE_KEYS is needed: the pairs that the gateway is given.',
  })
})
