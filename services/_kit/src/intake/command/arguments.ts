/** What `npm run intake` is asked: files of a feed, a folder, the synthetic twin, a withdrawal, or a list. */
import { parseArgs } from 'node:util'
import { isId } from '@vigia/law/ids'
import { SERVICE_NAMES, type ServiceName } from '../../service.ts'

export const USAGE = `Usage:
  npm run intake -- <service>/<feed> FILE...     takes files in
      --source X --state NN --cutoff yyyy-mm-dd --preliminary    where the file's name or a manifest.json does not tell
      --dry-run          says what would happen, writes nothing
      --accept-good      takes the good rows though others are refused
      --no-settle        leaves numbering and following to a running start
  npm run intake -- FOLDER                       takes in what its manifest.json lists, in that order
  npm run intake -- withdraw <service> <batch> --reason "…"
  npm run intake -- batches <service>            what was taken in
  npm run intake -- unmatched <service>          rows that could not be joined yet
  npm run seed                                   writes the synthetic twin's files and takes them in
      --scale 0.03 --seed 7 --until yyyy-mm-dd --out FOLDER

A file's name tells its sender: <service>--<feed>--<source>[--<state>]--<cutoff>[--preliminar].csv
Ends with 0 when all was taken in, 1 when something was refused, 2 when it was asked wrongly.`

export type Flags = {
  source?: string
  state?: string
  cutoff?: string
  isPreliminary: boolean
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

/** Asked wrongly: the sentence goes above the usage. */
export class UsageError extends Error {}

const OPTIONS = {
  source: { type: 'string' },
  state: { type: 'string' },
  cutoff: { type: 'string' },
  preliminary: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  'accept-good': { type: 'boolean', default: false },
  'no-settle': { type: 'boolean', default: false },
  reason: { type: 'string' },
  twin: { type: 'boolean', default: false },
  scale: { type: 'string', default: '0.03' },
  seed: { type: 'string', default: '7' },
  until: { type: 'string' },
  out: { type: 'string' },
} as const

/** Throws UsageError. */
export function requestOf(argv: readonly string[]): Request {
  const { values, positionals } = parsed(argv)
  const flags: Flags = {
    ...(values.source === undefined ? {} : { source: values.source }),
    ...(values.state === undefined ? {} : { state: values.state }),
    ...(values.cutoff === undefined ? {} : { cutoff: values.cutoff }),
    isPreliminary: values.preliminary,
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
      throw new UsageError('Say what is to be taken in.')
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
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function takingIn(first: string, files: string[], flags: Flags): Request {
  const [service, feed, ...more] = first.split('/')
  const named = SERVICE_NAMES.find((name) => name === service)
  if (!named || !feed || more.length > 0) {
    if (files.length > 0) throw new UsageError(`«${first}» is no <service>/<feed>.`)
    return { kind: 'FOLDER', folder: first, flags }
  }
  if (files.length === 0) throw new UsageError('Name at least one file.')
  return { kind: 'FILES', service: named, feed, files, flags }
}

function withdrawalOf([service, batchId]: string[], reason: string | undefined): Request {
  if (!batchId || !isId(batchId)) throw new UsageError('Say which service and which batch.')
  if (!reason?.trim()) throw new UsageError('A withdrawal needs its --reason.')
  return { kind: 'WITHDRAW', service: serviceOf(service), batchId, reason }
}

function serviceOf(text: string | undefined): ServiceName {
  const service = SERVICE_NAMES.find((name) => name === text)
  if (!service) throw new UsageError(`The services are ${SERVICE_NAMES.join(', ')}.`)
  return service
}
