/** The database that a command works on, beside a running start or without one: found, migrated, logins told to the services. */
import { AskedWrongly } from '@vigia/db/asked'
import { createOrAdopt, DatabaseUnavailable } from '@vigia/db/embedded-database'
import { migrate } from '@vigia/db/migrate'
import { enableLogins, loginsBy } from '@vigia/db/roles'
import { isDatabaseAway, layersOf } from './database-faults.ts'
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
 * login, so that services may be loaded. Throws DatabaseUnavailable, whose message is one sentence.
 */
export async function databaseOfCommand(): Promise<CommandDatabase> {
  const given = process.env['DATABASE_URL']
  const { url: adminUrl, stop } = given ? { url: given, stop: async () => {} } : await createOrAdopt()
  try {
    await migrate(adminUrl)
    await enableLogins(adminUrl)
    await prepareKeys(adminUrl)
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

/** A part of what a command does failed in this service. */
class FaultOfService extends Error {
  constructor(service: ServiceName, cause: unknown) {
    super(service, { cause })
  }
}

/** Work in one service: where it fails, it is told in which. What was asked wrongly was so in none. */
export async function inService<Done>(service: ServiceName, work: () => Promise<Done>): Promise<Done> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof AskedWrongly ? error : new FaultOfService(service, error)
  }
}

/** What a command whose words are Spanish says of what it could not do: a sentence, and never where in the program it arose. */
export function faultInSpanish(error: unknown): string {
  if (error instanceof FaultOfService) return `${error.message}: ${faultInSpanish(error.cause)}`
  if (error instanceof DatabaseUnavailable || error instanceof KeysUnusable) return error.es
  const { code, path } = error as NodeJS.ErrnoException
  if (code && path) return `No se puede usar ${path} (${code}).`
  if (isDatabaseAway(error)) return `Se perdió la base de datos: ${reasonInSpanish(error)}. ${AGAIN}`
  if (isOfDatabase(error)) return `La base de datos no hizo lo que se le pidió: ${reasonInSpanish(error)}. ${AGAIN}`
  return error instanceof Error ? error.message : String(error)
}

/** Each file is one transaction. */
const AGAIN = 'Lo que no se dijo hecho no se escribió: vuelva a intentarlo cuando esté en orden.'

const NO_ADDRESS = 'la dirección no es como postgresql://nombre:clave@equipo:5432/base'

/** By the codes of PostgreSQL and of the system. What a server says besides is in its language, and may hold what a row says. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nadie responde ahí',
  ENOTFOUND: 'no hay ningún equipo con ese nombre',
  EAI_AGAIN: 'no hay ningún equipo con ese nombre',
  ETIMEDOUT: 'no respondió a tiempo',
  ECONNRESET: 'se cortó la conexión',
  EPIPE: 'se cortó la conexión',
  ENOSPC: 'el disco está lleno',
  '28P01': 'la contraseña no es la suya',
  '28000': 'no deja entrar a ese usuario',
  '3D000': 'no hay una base con ese nombre',
  '42501': 'ese usuario no puede hacerlo',
  '53100': 'el disco está lleno',
  '53200': 'se quedó sin memoria',
  '53300': 'ya no admite más conexiones',
  '57P01': 'la apagaron',
  '57P02': 'se cayó',
  '57P03': 'está arrancando',
  '57014': 'tardó demasiado',
  '25006': 'no admite escrituras',
}

function reasonInSpanish(error: unknown): string {
  for (const { codes, message } of layersOf(error)) {
    if (/client password must be a string$/.test(message)) return 'pide contraseña, y la dirección no la trae'
    for (const code of codes) if (REASONS[code]) return REASONS[code]
  }
  const code = layersOf(error).flatMap(({ codes }) => codes)[0]
  return code ? `error ${code}` : 'se cortó la conexión'
}

/** PostgreSQL's codes have five letters, with a number among them. */
const isOfDatabase = (error: unknown): boolean =>
  layersOf(error).some(({ codes }) =>
    codes.some((code) => /^(?=.*\d)[0-9A-Z]{5}$/.test(code) || REASONS[code] !== undefined),
  )
