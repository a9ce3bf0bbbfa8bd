/** The database that a command works on, beside a running start or without one: found, migrated, logins told to the services. */
import { createOrAdopt, DatabaseUnavailable, embeddedExists } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins, loginsBy } from '@vigia/db/roles'
import { reasonInSpanish } from './intake/command/faults-in-spanish.ts'
import { KeysUnusable } from './seal/key-file.ts'
import { prepareKeys } from './seal/prepare.ts'
import type { Service, ServiceName } from './service.ts'

export interface CommandDatabase {
  adminUrl: string
  /** Stops the embedded server if this command started it. */
  stop: () => Promise<void>
}

/**
 * DATABASE_URL, or the embedded database, adopted where a start keeps it. Afterwards the environment holds each service's
 * login, so that services may be loaded. Throws DatabaseUnavailable, whose message is one sentence. What opens nothing that is sealed needs no
 * keys: somebody is turned out, and the audit read, also on the day on which they are lost.
 */
export async function databaseOfCommand({ needsKeys = true } = {}): Promise<CommandDatabase> {
  const given = process.env['DATABASE_URL']
  if (!given) refuseToBegin()
  const { url: adminUrl, stop } = given ? { url: given, stop: async () => {} } : await createOrAdopt()
  try {
    await migrate(adminUrl, { warns: console.error })
    await enableLogins(adminUrl)
    if (needsKeys) await prepareKeys(adminUrl)
  } catch (error) {
    await stop()
    if (error instanceof DatabaseUnavailable || error instanceof KeysUnusable || !given) throw error
    throw new DatabaseUnavailable(`The database of DATABASE_URL cannot be used: ${sentenceOf(error)}`, {
      es: `No se puede usar la base de datos de DATABASE_URL${placeOf(given)}: ${URL.canParse(given) ? reasonInSpanish(error) : NO_ADDRESS}.`,
      cause: error,
    })
  }
  Object.assign(process.env, loginsBy(adminUrl))
  return { adminUrl, stop }
}

/** In production a command begins no registry: who gives it the settings of another by a shell that lost the address would work on an empty one. */
function refuseToBegin(): void {
  if (process.env['NODE_ENV'] !== 'production' || embeddedExists()) return
  throw new DatabaseUnavailable(
    'DATABASE_URL is not set, and VIGIA_DATA holds no registry: a shell that reads a file of settings wants quotes about an address with &.',
    {
      es: 'Falta DATABASE_URL, y en VIGIA_DATA no hay ningún registro: si la consola lee un archivo de ajustes, una dirección con & va entre comillas.',
    },
  )
}

/** Loads a service by its path: the kit imports none. The logins must be in the environment. */
export async function loadService(name: ServiceName): Promise<Service> {
  const path = new URL(`../../${name}/src/service.ts`, import.meta.url).href
  const { openService }: { openService: () => Service } = await import(path)
  return openService()
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** ` (host:5432/vigia)`: without the name and the password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return ''
  const { host, pathname } = new URL(url)
  return ` (${host}${pathname})`
}

const NO_ADDRESS = 'la dirección no es como postgresql://nombre:clave@equipo:5432/base'
