/** Of the secrets of a distributed start, what each process is told: its own login of the database, its own keys, and of all others nothing. */
import { loginsBy } from '@vigia/db/roles'
import type { ServiceName } from '@vigia/kit/service'
import { envelopeKeysFor, readMasterKeys } from './envelope-keys.ts'

interface Secrets {
  /** An administrator's address. */
  databaseUrl: string
  /** ENVELOPE_KEYS of the gateway. */
  keys: string
}

type Environment = Record<string, string>

/** Who has one of these may administer the database, or finds any login. A process has the environment of whoever starts it: empty is none. */
const OF_ADMINISTRATORS: Environment = { DATABASE_URL: '', PGPASSWORD: '', VIGIA_ROLE_SECRET: '' }
const OF_GATEWAYS: Environment = { OIDC_CLIENT_SECRET: '', NATS_URL: '' }

export function secretsOfGateway({ databaseUrl, keys }: Secrets): Environment {
  return { ...loginsOf(['gateway', 'sessions'], databaseUrl), ...OF_ADMINISTRATORS, ENVELOPE_KEYS: keys }
}

export function secretsOfService(name: ServiceName, { databaseUrl, keys }: Secrets): Environment {
  const own = { ENVELOPE_KEYS: envelopeKeysFor(name, readMasterKeys(keys)) }
  return { ...loginsOf([name], databaseUrl), ...OF_ADMINISTRATORS, ...OF_GATEWAYS, ...own }
}

/** `CHILDREN_DATABASE_URL` and so on, those of others empty. */
function loginsOf(owners: readonly string[], databaseUrl: string): Environment {
  const own = owners.map((owner) => `${owner.toUpperCase()}_DATABASE_URL`)
  return Object.fromEntries(
    Object.entries(loginsBy(databaseUrl)).map(([name, url]) => [name, own.includes(name) ? url : '']),
  )
}
