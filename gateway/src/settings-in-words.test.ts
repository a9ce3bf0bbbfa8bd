/** A setting that cannot be: the sentence names it, says what it is and what it may be, and repeats no secret. */
import { SettingUnusable } from '@vigia/db/settings'
import { expect, test } from 'vitest'
import { readSettings } from './env.ts'

const A_PORT = 'a whole number from 0 to 65535, 0 for any free port'

test.each([
  [{ PORT: '99999' }, [], `PORT is not usable: it is "99999", and must be ${A_PORT}.`],
  [{ PORT: 'seven\n' }, [], `PORT is not usable: it is "seven\\n", and must be ${A_PORT}.`],
  [{ PORT: '4000' }, ['--port', '1.5'], `--port is not usable: it is "1.5", and must be ${A_PORT}.`],
  [
    { SESSION_MINUTES: '0' },
    [],
    'SESSION_MINUTES is not usable: it is "0", and must be a number of minutes from 1 to 1440.',
  ],
  [
    { RATE_PERSON: 'x'.repeat(70) },
    [],
    `RATE_PERSON is not usable: it is "${'x'.repeat(60)}…", and must be a whole number from 1 to 10000000.`,
  ],
  [
    { NODE_ENV: 'Production' },
    [],
    'NODE_ENV is not usable: it is "Production", and must be production, development or test.',
  ],
  [
    { VIGIA_ADDRESS: 'https://vigia.example.mx/registro' },
    [],
    'VIGIA_ADDRESS is not usable: it must be an address of http or https with its host, and nothing behind that.',
  ],
])('given %o %o, the sentence says what it is and what it may be', (env, args, sentence) => {
  expect(() => readSettings(env, args)).toThrow(new SettingUnusable(sentence))
})

test.each([
  'DATABASE_URL',
  'GATEWAY_DATABASE_URL',
  'SESSIONS_DATABASE_URL',
  'OIDC_ISSUER',
  'VIGIA_ADDRESS',
  'NATS_URL',
  'ENVELOPE_KEYS',
])('given a %s that cannot be and may hold a password, it is named and not said again', (name) => {
  const said = () => readSettings({ [name]: 'app:opensesame@somewhere' }, [])

  expect(said).toThrow(new RegExp(`^${name} `))
  expect(said).not.toThrow('opensesame')
})

test.each(['NATS_CREDS', 'NATS_NKEY', 'NATS_CA'])('given %s and no address of NATS, it asks for that', (name) => {
  const said = () => readSettings({ [name]: '/etc/vigia/opensesame' }, [])

  expect(said).toThrow(`${name} is given, and no NATS_URL: write where NATS is, or leave both out.`)
  expect(said).not.toThrow('opensesame')
})
