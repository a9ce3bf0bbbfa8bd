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
    twinScale: 0.04,
    addresses: new Map(),
    twice: new Set(),
  })
})

const PRODUCTION = {
  NODE_ENV: 'production',
  OIDC_ISSUER: 'https://id.example.mx',
  OIDC_CLIENT_ID: 'vigia',
  OIDC_CLIENT_SECRET: 'a secret',
  VIGIA_ADDRESS: 'https://vigia.example.mx',
}

test.each([
  ['no issuer', { OIDC_ISSUER: '' }, /^OIDC_ISSUER is needed in production: the accounts that come with Vigía/],
  [
    'an issuer of this machine',
    { OIDC_ISSUER: 'https://localhost:8443' },
    /^OIDC_ISSUER must be an https address of another/,
  ],
  ['an issuer of this machine by number', { OIDC_ISSUER: 'https://127.0.0.9' }, /^OIDC_ISSUER must be/],
  ['the same, written as IPv6 has it', { OIDC_ISSUER: 'https://[::ffff:127.0.0.9]' }, /^OIDC_ISSUER must be/],
  ['the same by its name with a dot', { OIDC_ISSUER: 'https://localhost.:8443' }, /^OIDC_ISSUER must be/],
  ['an issuer at every address of this machine', { OIDC_ISSUER: 'https://0.0.0.0' }, /^OIDC_ISSUER must be/],
  ['an issuer that can be overheard', { OIDC_ISSUER: 'http://id.example.mx' }, /^OIDC_ISSUER must be/],
  ['no address', { VIGIA_ADDRESS: '' }, /^VIGIA_ADDRESS is needed in production/],
  ['no secret', { OIDC_CLIENT_SECRET: '' }, /^OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed/],
])('given production and %s, it does not start, and says so in a sentence', (_what, change, sentence) => {
  expect(() => readSettings({ ...PRODUCTION, ...change }, [])).toThrow(sentence)
})

test('given a proxy that is no address, it does not start, and says so in a sentence', () => {
  expect(() => readSettings({ TRUSTED_PROXIES: 'proxy.example' }, [])).toThrow(
    /^TRUSTED_PROXIES is not usable: .* must be addresses or/,
  )
})

test('given production, no invented child comes in, and nothing is simulated', () => {
  expect(readSettings(PRODUCTION, [])).toMatchObject({
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
  [
    {},
    ['--unknown'],
    /^There is no flag --unknown\. The flags are --port, --host, --scale, --twice, --no-live, --no-twin\.$/,
  ],
  [{}, ['--port'], /--port.+ The flags are --port, /],
  [{}, ['anything'], /^'anything' is one word too many\. The flags are --port, /],
])('given %o %o, one sentence names the culprit', (env, args, culprit) => {
  expect(() => readSettings(env, args)).toThrow(culprit)
})

test('given a service in two processes, both addresses are known; one that is none is said', () => {
  const { addresses } = readSettings(
    { OVERSIGHT_URL: 'http://10.0.0.1:4005/graphql, http://10.0.0.2:4005/graphql' },
    [],
  )
  expect(addresses.get('oversight')?.map(({ host }) => host)).toEqual(['10.0.0.1:4005', '10.0.0.2:4005'])
  expect(() => readSettings({ OVERSIGHT_URL: 'http://10.0.0.1:4005/graphql,nowhere' }, [])).toThrow(
    /^OVERSIGHT_URL is no/,
  )
})

test('given what is to run twice, it is known by its name; another name is turned away with all there are', () => {
  expect(readSettings({}, ['--twice', 'gateway,oversight']).twice).toEqual(new Set(['gateway', 'oversight']))
  expect(() => readSettings({}, ['--twice', 'database'])).toThrow(/^--twice takes names parted by commas: gateway, /)
})

test('given no address of NATS, PostgreSQL carries; given one, people are told where it is and never the password', () => {
  expect(readSettings({}, []).nats).toBeNull()
  const { nats } = readSettings({ NATS_URL: 'nats://vigia:s3cret@10.0.0.1:4222, nats://10.0.0.2:4222' }, [])
  expect(nats).toMatchObject({ where: 'nats://10.0.0.1:4222,10.0.0.2:4222', options: { servers: { length: 2 } } })
})

test.each([
  [{ NATS_URL: '10.0.0.1:4222' }, /^NATS_URL is not usable: write nats:\/\/host:4222/],
  [{ NATS_URL: 'http://10.0.0.1' }, /^NATS_URL is not usable: write/],
  [{ NATS_URL: 'nats://a,tls://b' }, /^NATS_URL is not usable: write/],
  [{ NATS_URL: 'tls://10.0.0.1' }, /^NATS_URL is not usable: tls:\/\/ needs a name/],
  [{ NATS_URL: 'nats://a', NATS_CREDS: '/nowhere/a.creds' }, /^NATS_CREDS is not usable: .*\(ENOENT\)\.$/],
  [{ NATS_URL: 'nats://a', NATS_CREDS: import.meta.filename }, /^NATS_CREDS is not usable: .* does not hold/],
  [{ NATS_URL: 'nats://a', NATS_NKEY: import.meta.filename }, /^NATS_NKEY is not usable: .* does not hold/],
  [{ NATS_URL: 'nats://token@a', NATS_NKEY: '/nowhere' }, /^Give NATS_CREDS, or NATS_NKEY, or/],
  [{ NATS_URL: 'nats://a', NATS_CA: import.meta.filename }, /^NATS_CA is for addresses of tls/],
])('given %o, it does not start, and says so in a sentence', (env, sentence) => {
  expect(() => readSettings(env, [])).toThrow(sentence)
})
