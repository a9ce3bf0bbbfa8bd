/** What `npm run intake` is asked: files of a feed, a folder, the synthetic twin, a withdrawal, a list, or help. */

import { parseArgs } from 'node:util'
import { isId } from '@vigia/law/ids'
import { DEFAULT_SCALE, DEFAULT_SEED } from '@vigia/law/synthetic-twin'
import { SERVICE_NAMES, type ServiceName } from '../../service.ts'

export type Flags = {
  source?: string
  state?: string
  cutoff?: string
  isPreliminary: boolean
  isConfirmed: boolean
  dryRun: boolean
  acceptGood: boolean
  settle: boolean
}

export type Twin = { scale: string; seed: string; until?: string; out?: string }

export type Request =
  | { kind: 'FILES'; service: ServiceName; feed: string; files: string[]; flags: Flags }
  | { kind: 'FOLDER'; folder: string; flags: Flags }
  | { kind: 'TWIN'; twin: Twin; flags: Flags }
  | { kind: 'WITHDRAW'; service: ServiceName; batchId: string; reason: string }
  | { kind: 'BATCHES' | 'UNMATCHED'; service: ServiceName }
  | { kind: 'HELP' }

/** Asked wrongly: the sentence goes above the usage. */
export class UsageError extends Error {}

const OPTIONS = {
  source: { type: 'string' },
  state: { type: 'string' },
  cutoff: { type: 'string' },
  preliminary: { type: 'boolean', default: false },
  confirm: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'accept-good': { type: 'boolean', default: false },
  'no-settle': { type: 'boolean', default: false },
  reason: { type: 'string' },
  twin: { type: 'boolean', default: false },
  scale: { type: 'string', default: String(DEFAULT_SCALE) },
  seed: { type: 'string', default: String(DEFAULT_SEED) },
  until: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** Throws UsageError. */
export function requestOf(argv: readonly string[]): Request {
  const { values, positionals } = parsed(argv)
  if (values.help) return { kind: 'HELP' }
  const flags: Flags = {
    ...(values.source === undefined ? {} : { source: values.source }),
    ...(values.state === undefined ? {} : { state: values.state }),
    ...(values.cutoff === undefined ? {} : { cutoff: values.cutoff }),
    isPreliminary: values.preliminary,
    isConfirmed: values.confirm,
    dryRun: values['dry-run'],
    acceptGood: values['accept-good'],
    settle: !values['no-settle'],
  }
  if (values.twin) {
    const { scale, seed, until, out } = values
    return { kind: 'TWIN', twin: { scale, seed, ...(until ? { until } : {}), ...(out ? { out } : {}) }, flags }
  }
  const [first, ...rest] = positionals
  switch (first) {
    case undefined:
      throw new UsageError('Diga qué se va a recibir.')
    case 'withdraw':
      return withdrawalOf(rest, values.reason)
    case 'batches':
    case 'unmatched':
      return { kind: first === 'batches' ? 'BATCHES' : 'UNMATCHED', service: serviceOf(rest[0]) }
    default:
      return takingIn(first, rest, flags)
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new UsageError(inSpanish(error))
  }
}

/** Node says in English what it cannot read of a line, with the option in it. */
function inSpanish(error: unknown): string {
  const { message, code } = error as { message: string; code?: string } // parseArgs throws TypeErrors with a code
  const [option = ''] = message.match(/--?[\w-]+/) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `No hay ninguna opción ${option}.`
  return message.endsWith('does not take an argument') ? `${option} va sin valor.` : `Falta el valor de ${option}.`
}

function takingIn(first: string, files: string[], flags: Flags): Request {
  const [service, feed, ...more] = first.split('/')
  const named = SERVICE_NAMES.find((name) => name === service)
  if (!named || !feed || more.length > 0) {
    if (files.length > 0) throw new UsageError(`«${first}» no es <servicio>/<tabla>.`)
    return { kind: 'FOLDER', folder: first, flags }
  }
  if (files.length === 0) throw new UsageError('Nombre al menos un archivo.')
  return { kind: 'FILES', service: named, feed, files, flags }
}

function withdrawalOf([service, batchId]: string[], reason: string | undefined): Request {
  if (!batchId) throw new UsageError('Diga de qué servicio y qué lote.')
  if (!isId(batchId))
    throw new UsageError(`«${batchId}» no es un lote: los que hay los dice «batches ${serviceOf(service)}».`)
  if (!reason?.trim()) throw new UsageError('Para retirar un lote hay que decir el motivo (--reason).')
  return { kind: 'WITHDRAW', service: serviceOf(service), batchId, reason }
}

function serviceOf(text: string | undefined): ServiceName {
  const service = SERVICE_NAMES.find((name) => name === text)
  if (!service) throw new UsageError(`Los servicios son ${SERVICE_NAMES.join(', ')}.`)
  return service
}
