/** What a command whose words are Spanish says of what it could not do: by which service, and why, in the words of who sends files. */
import { AskedWrongly } from '@vigia/db/asked'
import { DatabaseUnavailable } from '@vigia/db/embedded-database'
import { isDatabaseAway, layersOf } from '../../database-faults.ts'
import { KeysUnusable } from '../../seal/key-file.ts'
import type { ServiceName } from '../../service.ts'
import { OF_FILES } from '../files/file-refused.ts'

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
  if (code && path) return `No se puede usar ${path} (${OF_FILES[code] ?? REASONS[code] ?? code}).`
  if (isDatabaseAway(error)) return `Se perdió la base de datos: ${reasonInSpanish(error)}. ${AGAIN}`
  if (isOfDatabase(error)) return `La base de datos no hizo lo que se le pidió: ${reasonInSpanish(error)}. ${AGAIN}`
  return error instanceof Error ? error.message : String(error)
}

/** Each file is one transaction. */
const AGAIN = 'Lo que no se dijo hecho no se escribió: vuelva a intentarlo cuando esté en orden.'

/** By the codes of PostgreSQL and of the system. What a server says besides is in its language, and may hold what a row says. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nadie responde ahí',
  ENOENT: 'nadie responde ahí',
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

/** Why the database did not do something, to follow a colon. */
export function reasonInSpanish(error: unknown): string {
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
