/** What must hold of every answer that was given, whatever was asked: the headers that guard a page, and no word of what is inside. */
import type { Told } from '../../gateway/src/testing/send-raw.ts'
import type { Product } from './product.ts'

const HALF_A_YEAR_IN_S = 15_552_000

type Wanted = readonly [header: string, isSo: (value: string | undefined) => boolean]

const WANTED: readonly Wanted[] = [
  ['strict-transport-security', (value) => Number(/max-age=(\d+)/.exec(value ?? '')?.[1]) >= HALF_A_YEAR_IN_S],
  ['content-security-policy', isStrict],
  ['x-content-type-options', (value) => value === 'nosniff'],
  ['referrer-policy', (value) => value === 'same-origin' || value === 'no-referrer'],
  ['cross-origin-opener-policy', (value) => value === 'same-origin'],
  ['cross-origin-resource-policy', (value) => value === 'same-origin'],
  ['x-powered-by', (value) => value === undefined],
  ['access-control-allow-origin', (value) => value === undefined],
]

/** Files of our own alone, no code in a page, and no frame around it. */
function isStrict(policy = ''): boolean {
  const parts = new Map(policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1)]))
  const are = (name: string, value: string) => parts.get(name)?.join(' ') === value
  const none = ['object-src', 'base-uri', 'frame-ancestors'].every((name) => are(name, "'none'"))
  return none && are('default-src', "'self'") && are('script-src', "'self'")
}

/** Node itself refuses what it cannot read, before there is anybody to add a header. */
const BEFORE_US: ReadonlySet<number> = new Set([431])
/** Before one that runs elsewhere stands a proxy, which has bounds of its own: HAProxy and nginx say 400. */
const BY_A_PROXY: ReadonlySet<number> = new Set([400, 413, 431, 494])

export async function longHeader(product: Product): Promise<string | null> {
  const { status } = await product.send({ method: 'GET', headers: { 'x-long': 'x'.repeat(20_000) } })
  const refused = product.started ? BEFORE_US : BY_A_PROXY
  return refused.has(status) ? null : `${status}, and not ${[...refused].join(' or ')}`
}

/** Each answer of the gateway has a number, and none of a proxy. */
const isOurs = ({ started }: Product, { status, headers }: Told): boolean =>
  !BEFORE_US.has(status) && (started !== null || !BY_A_PROXY.has(status) || headers['x-request-id'] !== undefined)

export async function headers(product: Product): Promise<string | null> {
  const ours = product.answers.filter((answer) => isOurs(product, answer))
  for (const [name, isSo] of WANTED) {
    const odd = ours.find((answer) => !isSo(textOf(answer, name)))
    if (odd) return `${name} is "${textOf(odd, name) ?? ''}" on an answer with ${odd.status}`
  }
  return ours.length > 0 ? null : 'nothing was answered'
}

const textOf = ({ headers }: Told, name: string): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

const INSIDE =
  /stacktrace|node_modules|\bat (?:async )?[\w.<>]+ \(|\/(?:gateway|services|prisma)\/(?:src|\w+\/src)\/|\.ts:\d+|Did you mean|ECONN|postgres/i

export async function traces({ answers }: Product): Promise<string | null> {
  for (const { text, status } of answers) {
    const [found] = INSIDE.exec(text) ?? []
    if (found) return `"${found}" in an answer with ${status}`
  }
  return null
}
