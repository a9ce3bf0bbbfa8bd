/** Settings: what is given, what is assumed, and the sentence for what cannot be. */
import { expect, test } from 'vitest'
import { readSettings } from './env.ts'

test('given nothing, all runs here, on loopback, on an embedded database with a live synthetic twin', () => {
  expect(readSettings({}, [])).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    databaseUrl: null,
    live: true,
    fill: 'twin',
    twinScale: 0.02,
    addresses: new Map(),
  })
})

test('given production, no invented child comes in, and nothing is simulated', () => {
  expect(readSettings({ NODE_ENV: 'production' }, [])).toMatchObject({
    live: false,
    fill: 'shipped',
    isProduction: true,
  })
})

test('given --no-twin, an empty registry stays empty', () => {
  expect(readSettings({}, ['--no-twin'])).toMatchObject({ fill: 'nothing' })
})

test('given a flag and a variable, the flag wins; an empty variable is none', () => {
  expect(readSettings({ PORT: '5000', HOST: '' }, ['--port', '6000', '--no-live', '--scale', '0.5'])).toMatchObject({
    port: 6000,
    host: '127.0.0.1',
    live: false,
    twinScale: 0.5,
  })
})

test.each([
  [{ PORT: 'seven' }, [], /PORT/],
  [{ DATABASE_URL: 'mysql://x' }, [], /DATABASE_URL/],
  [{ ENVELOPE_KEYS: 'k1:short' }, [], /ENVELOPE_KEYS/],
  [{ RETURNS_URL: 'nowhere' }, [], /RETURNS_URL/],
  [{}, ['--scale', '0'], /--scale/],
  [{}, ['--unknown'], /--unknown/],
])('given %o %o, one sentence names the culprit', (env, args, culprit) => {
  expect(() => readSettings(env, args)).toThrow(culprit)
})
