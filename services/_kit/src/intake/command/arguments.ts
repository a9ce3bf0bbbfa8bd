/** What `npm run intake` is asked: files of a feed, a folder, the synthetic twin, a withdrawal, a list, or help. */

import { AskedWrongly, argumentsIn, IN_SPANISH, isForHelp, noMoreThan } from '@vigia/db/asked'
import { isId } from '@vigia/law/ids'
import { DEFAULT_SCALE, DEFAULT_SEED } from '@vigia/law/synthetic-twin'
import { reasonGiven } from '../../audit/reason-by-operator.ts'
import { SERVICE_NAMES, type ServiceName } from '../../service.ts'
import { type Twin, twinOf } from './twin.ts'

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

export type Request =
  | { kind: 'FILES'; service: ServiceName; feed: string; files: string[]; flags: Flags }
  | { kind: 'FOLDER'; folder: string; flags: Flags }
  | { kind: 'TWIN'; twin: Twin; flags: Flags }
  | { kind: 'WITHDRAW'; service: ServiceName; batchId: string; reason: string }
  | { kind: 'BATCHES' | 'UNMATCHED'; service: ServiceName }
  | { kind: 'HELP' }

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
} as const

const OF_HOW = ['dry-run', 'accept-good', 'confirm', 'no-settle']
/** Which flags mean something of what: any other, as --dry-run of a withdrawal, would be heeded by nobody. */
const GOES_WITH = {
  FILES: { flags: ['source', 'state', 'cutoff', 'preliminary', ...OF_HOW], words: 'archivos de una tabla' },
  FOLDER: { flags: OF_HOW, words: 'una carpeta' },
  TWIN: { flags: ['twin', 'scale', 'seed', 'until', 'out', 'accept-good', 'no-settle'], words: 'el gemelo sintético' },
  WITHDRAW: { flags: ['reason'], words: 'withdraw' },
  BATCHES: { flags: [], words: 'batches' },
  UNMATCHED: { flags: [], words: 'unmatched' },
} as const satisfies Record<Exclude<Request['kind'], 'HELP'>, { flags: readonly string[]; words: string }>

/** Throws AskedWrongly. */
export function requestOf(argv: readonly string[]): Request {
  if (isForHelp(argv)) return { kind: 'HELP' }
  const { values, positionals, tokens } = argumentsIn(argv, OPTIONS, IN_SPANISH)
  const request = requestIn(values, positionals)
  const { flags, words } = GOES_WITH[request.kind]
  for (const token of tokens)
    if (token.kind === 'option' && !flags.some((flag) => flag === token.name))
      throw new AskedWrongly(`--${token.name} no va con ${words}.`)
  return request
}

type Values = ReturnType<typeof argumentsIn<typeof OPTIONS>>['values']

function requestIn(values: Values, positionals: string[]): Exclude<Request, { kind: 'HELP' }> {
  const flags = flagsOf(values)
  if (values.twin) {
    noMoreThan(0, positionals, IN_SPANISH)
    const { scale, seed, until, out } = values
    const twin = twinOf({ scale, seed, ...(until === undefined ? {} : { until }), ...(out ? { out } : {}) })
    return { kind: 'TWIN', twin, flags }
  }
  const [first, ...rest] = positionals
  switch (first) {
    case undefined:
      throw new AskedWrongly('Diga qué se va a recibir.')
    case 'withdraw':
      return withdrawalOf(rest, values.reason)
    case 'batches':
    case 'unmatched':
      noMoreThan(1, rest, IN_SPANISH)
      return { kind: first === 'batches' ? 'BATCHES' : 'UNMATCHED', service: serviceOf(rest[0]) }
    default:
      return takingIn(first, rest, flags)
  }
}

function flagsOf(values: Values): Flags {
  return {
    ...(values.source === undefined ? {} : { source: values.source }),
    ...(values.state === undefined ? {} : { state: values.state }),
    ...(values.cutoff === undefined ? {} : { cutoff: values.cutoff }),
    isPreliminary: values.preliminary,
    isConfirmed: values.confirm,
    dryRun: values['dry-run'],
    acceptGood: values['accept-good'],
    settle: !values['no-settle'],
  }
}

function takingIn(first: string, files: string[], flags: Flags): Request & { kind: 'FILES' | 'FOLDER' } {
  const [service, feed, ...more] = first.split('/')
  const named = SERVICE_NAMES.find((name) => name === service)
  if (!named || !feed || more.length > 0) {
    if (files.length > 0) throw new AskedWrongly(`«${first}» no es <servicio>/<tabla>.`)
    return { kind: 'FOLDER', folder: first, flags }
  }
  if (files.length === 0) throw new AskedWrongly('Nombre al menos un archivo.')
  return { kind: 'FILES', service: named, feed, files, flags }
}

function withdrawalOf(words: string[], reason: string | undefined): Request & { kind: 'WITHDRAW' } {
  noMoreThan(2, words, IN_SPANISH)
  const [service, batchId] = words
  if (!batchId) throw new AskedWrongly('Diga de qué servicio y qué lote.')
  if (!isId(batchId))
    throw new AskedWrongly(`«${batchId}» no es un lote: los que hay los dice «batches ${serviceOf(service)}».`)
  const why = reasonGiven(reason, 'Para retirar un lote hay que decir el motivo (--reason).')
  return { kind: 'WITHDRAW', service: serviceOf(service), batchId, reason: why }
}

function serviceOf(text: string | undefined): ServiceName {
  const service = SERVICE_NAMES.find((name) => name === text)
  if (!service) throw new AskedWrongly(`Los servicios son ${SERVICE_NAMES.join(', ')}.`)
  return service
}
