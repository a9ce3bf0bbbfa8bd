/**
 * What the log says of a fault: what it is, where in the program it arose and what caused it, and no value with which it met.
 * Of a message stay the listed words (words-in-log.ts); of what PostgreSQL adds, the names of what is its own. `detail`, `where`, `hint`,
 * statements and further fields of an error are never written: in them stand keys, rows and parameters.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { getSystemErrorMap } from 'node:util'
import { DatabaseError } from 'pg'
import { causeInPrisma, type OfPrisma } from '../database-faults.ts'
import { isCodeOfWords, withoutValues } from './words-in-log.ts'

export interface FaultInLog {
  /** Of its class; of what is no error, its type. */
  name: string
  message?: string
  /** Of the system, of Node, of Prisma, of the graph; of a database its SQLSTATE. */
  code?: string
  /** Whose constraint, in which table, found by which part of the server. */
  database?: Record<string, string>
  /** Places in the program, innermost first: file:line:column. */
  stack?: string[]
  cause?: FaultInLog
  /** Of several at once, the first few. */
  errors?: FaultInLog[]
}

const DEEPEST = 4
const MOST_ERRORS = 5
const MOST_PLACES = 12
const OF_DATABASE = ['severity', 'schema', 'table', 'column', 'constraint', 'dataType', 'routine'] as const
const ROOT = path.join(import.meta.dirname, '../../../..')
/** With the one of a name that no resolver knows, which is not the system's. */
const SYSTEM_CODES = new Set(['ENOTFOUND', ...[...getSystemErrorMap().values()].map(([code]) => code)])

/** Why a certificate is not believed, as OpenSSL names it: that of an issuer, of a receiver, of a server of mail or of NATS. */
const CERTIFICATE_CODES = new Set([
  ...[
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_REJECTED',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_CHAIN_TOO_LONG',
  ],
  ...[
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
  ],
  ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ...['CERT_SIGNATURE_FAILURE', 'HOSTNAME_MISMATCH', 'ERR_TLS_CERT_ALTNAME_INVALID'],
])

/** Of whatever was thrown, also what is no error. Never throws itself. */
export function faultInLog(thrown: unknown): FaultInLog {
  try {
    return told(thrown, 0)
  } catch {
    return { name: 'unreadable' }
  }
}

function told(thrown: unknown, depth: number): FaultInLog {
  if (typeof thrown === 'string') return { name: 'string', message: withoutValues(thrown) }
  if (typeof thrown !== 'object' || thrown === null) return { name: thrown === null ? 'null' : typeof thrown }
  const { message, stack, errors, cause = originalOf(thrown) } = thrown as Partial<AggregateError>
  const code = codeOf(thrown)
  const isError = thrown instanceof Error
  return {
    name: isError ? Object.getPrototypeOf(thrown).constructor.name : 'object',
    ...(typeof message === 'string' && { message: withoutValues(message) }),
    ...(code !== undefined && { code }),
    ...(thrown instanceof DatabaseError && { database: ofDatabase(thrown) }),
    ...(isError && typeof stack === 'string' && { stack: placesIn(stack, message) }),
    ...(depth < DEEPEST && cause !== undefined && { cause: told(cause, depth + 1) }),
    ...(depth < DEEPEST && Array.isArray(errors) && { errors: errors.slice(0, MOST_ERRORS).map(deeper) }),
  }

  function deeper(error: unknown): FaultInLog {
    return told(error, depth + 1)
  }
}

/** What libraries keep in places of their own: GraphQL what a resolver threw, and its code. */
interface Further extends OfPrisma {
  code?: unknown
  originalError?: unknown
  extensions?: { code?: unknown }
  originalCode?: unknown
}

const originalOf = (further: Further): unknown => further.originalError ?? causeInPrisma(further)

/** A code that is of a list or has the form of one: any other text in its place may be somebody's. */
function codeOf(thrown: Further): string | undefined {
  const { code = thrown.extensions?.code, originalCode } = thrown
  const state = thrown instanceof DatabaseError ? code : originalCode
  if (typeof state === 'string' && /^[0-9A-Z]{5}$/.test(state)) return state
  if (typeof code !== 'string') return undefined
  return SYSTEM_CODES.has(code) || CERTIFICATE_CODES.has(code) || /^P\d{4}$/.test(code) || isCodeOfWords(code)
    ? code
    : undefined
}

/** Names that migrations and the server have given, and nobody who writes rows. */
const ofDatabase = (error: DatabaseError): Record<string, string> =>
  Object.fromEntries(
    OF_DATABASE.flatMap((field) => {
      const name = error[field]
      return name !== undefined && /^[A-Za-z_][A-Za-z0-9_ ]{0,62}$/.test(name) ? [[field, name]] : []
    }),
  )

/** The frames alone: before them stands the message, which may look like one. */
function placesIn(stack: string, message: unknown): string[] {
  const begins = typeof message === 'string' ? stack.indexOf(message) + message.length : 0
  return stack
    .slice(Math.max(begins, 0))
    .split('\n')
    .flatMap((line) => /^ {4}at .*?\(?((?:file:\/\/|node:|\/)[\w./@+:-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? [])
    .slice(0, MOST_PLACES)
    .map(fromRoot)
}

/** Without where the registry lies on this machine. */
function fromRoot(place: string): string {
  const file = place.startsWith('file://') ? fileURLToPath(place) : place
  return file.startsWith('node:') ? file : path.relative(ROOT, file)
}
