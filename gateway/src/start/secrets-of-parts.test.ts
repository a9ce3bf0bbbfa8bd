/** No process of a distributed start is told by what another is let in. */
import { loginsBy } from '@vigia/db/roles'
import { readEnvelopeKeys } from '@vigia/kit/envelope'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { expect, test } from 'vitest'
import { envelopeKeysFor, readMasterKeys } from './envelope-keys.ts'
import { secretsOfGateway, secretsOfService } from './secrets-of-parts.ts'

const SECRETS = {
  databaseUrl: 'postgresql://admin:opensesame@127.0.0.1:5432/vigia',
  keys: 'k1:the envelope key of a distributed start',
}
const LOGINS = loginsBy(SECRETS.databaseUrl)
const loginOf = (part: string): string => LOGINS[`${part.toUpperCase()}_DATABASE_URL`] ?? ''

/** All that may be told to nobody but one part. */
const EVERYBODYS = [
  SECRETS.databaseUrl,
  SECRETS.keys,
  ...Object.values(LOGINS),
  ...SERVICE_NAMES.map((name) => envelopeKeysFor(name, readMasterKeys(SECRETS.keys))),
]
const toldTo = (env: Record<string, string>): string[] => Object.values(env).filter((value) => value !== '')

test.each(SERVICE_NAMES)('%s is told its own login and its own keys, and nothing that is another’s', (name) => {
  const env = secretsOfService(name, SECRETS)

  expect(EVERYBODYS.filter((secret) => toldTo(env).includes(secret))).toEqual([loginOf(name), env['ENVELOPE_KEYS']])
  expect(readEnvelopeKeys(name, env['ENVELOPE_KEYS'] ?? '').size).toBe(1)
})

test('the gateway is told its two logins and the keys of which the others come', () => {
  const told = toldTo(secretsOfGateway(SECRETS))

  expect(new Set(told)).toEqual(new Set([SECRETS.keys, loginOf('gateway'), loginOf('sessions')]))
})

test('whatever whoever starts them has in his environment, none is told what opens all', () => {
  const given = {
    ...LOGINS,
    DATABASE_URL: SECRETS.databaseUrl,
    PGPASSWORD: 'opensesame',
    VIGIA_ROLE_SECRET: 'a secret',
  }
  for (const env of [secretsOfGateway(SECRETS), ...SERVICE_NAMES.map((name) => secretsOfService(name, SECRETS))]) {
    const all = { ...given, ...env }

    expect([all.DATABASE_URL, all.PGPASSWORD, all.VIGIA_ROLE_SECRET]).toEqual(['', '', ''])
    expect(Object.values(all).filter((value) => Object.values(LOGINS).includes(value)).length).toBeLessThan(3)
  }
})
