/** What is asked of the processes themselves: doors of the services, a service that hangs, memory that does not grow, a database that is gone. */
import { networkInterfaces } from 'node:os'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { sealEnvelope } from '@vigia/kit/envelope'
import { SERVICE_NAMES } from '@vigia/kit/service'
import { sendTo } from '../../gateway/src/testing/send-raw.ts'
import { startedOf } from './line.ts'
import type { Headers, Product } from './product.ts'

const ON_THIS_MACHINE = 'http://127.0.0.1'
const FORGED: Headers = {
  'x-gw-actor': Buffer.from('{"actor":{"role":"ombudsperson-federal"}}').toString('base64url'),
  'x-gw-ts': String(Date.now()),
  'x-gw-nonce': 'a-nonce',
  'x-gw-sig': 'x'.repeat(43),
}

/** Each service, without an envelope and with one of somebody else's making, for its data and for its schema. */
export async function services(product: Product): Promise<string | null> {
  const found: string[] = []
  for (const [name, { port }] of portsOf(product))
    for (const headers of [{}, FORGED])
      for (const query of ['{ __typename }', '{ _service { sdl } }', '{ __schema { types { name } } }']) {
        const { status, code } = await sendTo(`${ON_THIS_MACHINE}:${port}`, {
          headers,
          body: JSON.stringify({ query }),
        })
        if (status !== 401 || code !== 'GATEWAY_ONLY') found.push(`${name} answers ${status} to ${query}`)
      }
  return found[0] ?? null
}

const ASKER = { actor: PSEUDONYMOUS_FEDERAL_SECRETARY, requestId: 'a check', reason: null }

/** Each service, in an envelope for it that is sealed by the keys of each: its own alone open it. */
export async function betweenServices(product: Product): Promise<string | null> {
  const { keysOf } = startedOf(product)
  const body = JSON.stringify({ query: '{ __typename }' })
  for (const [name, { port }] of portsOf(product))
    for (const by of SERVICE_NAMES) {
      const request = { service: name, method: 'POST', path: '/graphql', body }
      const headers = sealEnvelope(keysOf(by), request, ASKER, Date.now())
      const { status } = await sendTo(`${ON_THIS_MACHINE}:${port}`, { headers, body })
      if (status !== (by === name ? 200 : 401)) return `${name} answers ${status} to what ${by} could seal`
    }
  return null
}

/** By another address of this machine, where it has one. */
export async function fromElsewhere(product: Product): Promise<string | null> {
  const others = Object.values(networkInterfaces()).flatMap((all) => all ?? [])
  const [address] = others.filter(({ internal, family }) => !internal && family === 'IPv4')
  if (!address) return null
  const answers = portsOf(product).map(async ([name, { port }]) => {
    const { status } = await sendTo(`http://${address.address}:${port}`, { method: 'GET' }).catch(() => ({ status: 0 }))
    return status === 0 ? [] : [`${name} answers at ${address.address}`]
  })
  return (await Promise.all(answers)).flat()[0] ?? null
}

function portsOf(product: Product) {
  const { processesOf } = startedOf(product)
  return SERVICE_NAMES.flatMap((name) => processesOf(name).map((place) => [name, place] as const))
}

/** How long an answer takes while these services hang, in milliseconds; and what it says is missing. */
async function whileHanging(product: Product, names: readonly string[], query: string) {
  const { processesOf, somebody } = startedOf(product)
  const headers = await somebody('ombudsperson-federal')
  const pids = names.flatMap((name) => processesOf(name).map(({ pid }) => pid))
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  const began = performance.now()
  const { code, status } = await product.ask({ query }, headers).finally(() => {
    for (const pid of pids) process.kill(pid, 'SIGCONT')
  })
  return { tookMs: performance.now() - began, code, status }
}

const HELD = '{ nation { detention { heldNow } } }'
const OF_EACH =
  '{ nation { detention { heldNow } casework { unprocessed } } children(first: 1) { edges { node { id } } } }'
/** What a busy machine needs beside. */
const ALLOWANCE_IN_MS = 800

export async function aHop(product: Product, mostMs: number): Promise<string | null> {
  const { tookMs, code, status } = await whileHanging(product, ['placements'], HELD)
  const isSo = tookMs < mostMs + ALLOWANCE_IN_MS && code === 'SUBGRAPH_UNAVAILABLE'
  return isSo ? null : `${status} ${code} after ${Math.round(tookMs)} ms`
}

export async function aRequest(product: Product, mostMs: number): Promise<string | null> {
  const { tookMs, code, status } = await whileHanging(product, SERVICE_NAMES, OF_EACH)
  const isSo = tookMs < mostMs + ALLOWANCE_IN_MS && code === 'SUBGRAPH_UNAVAILABLE'
  return isSo ? null : `${status} ${code} after ${Math.round(tookMs)} ms`
}

const QUESTIONS = 3_000
const AT_ONCE = 10
/** Each person asks so many of them, and has a minute for 480. */
const OF_ONE = 300

/** 270 MB of questions of which none is asked twice, to a gateway that may hold less: one that kept them all would fall. */
export async function caches(product: Product): Promise<string | null> {
  const { somebody, processesOf } = startedOf(product)
  const before = await startOf(product)
  for (let asked = 0; asked < QUESTIONS; asked += OF_ONE) {
    const headers = await somebody('ombudsperson-federal')
    for (let of = asked; of < asked + OF_ONE; of += AT_ONCE) {
      const batch = Array.from({ length: AT_ONCE }, (_, at) => long(of + at))
      const told = await Promise.all(batch.map((query) => product.ask({ query }, headers).catch(() => null)))
      const odd = told.find((answer) => answer?.status !== 200)
      if (odd !== undefined) return odd ? `question ${of} is answered ${odd.status} ${odd.code}` : `it fell at ${of}`
    }
  }
  return before === (await startOf(product)) ? null : `process ${processesOf('gateway')[0]?.pid} has fallen`
}

const long = (number: number): string => `# ${number} ${'x'.repeat(90_000)}\n{ nation { code } }`

/** Its first words stand in what it has said, once for each start. */
async function startOf(product: Product): Promise<number> {
  return startedOf(product).said().split('gateway ended').length
}

export async function withoutDatabase(product: Product): Promise<string | null> {
  await startedOf(product).stopDatabase()
  const { status, code } = await product.ask(
    { query: '{ nation { code } }' },
    { authorization: `Bearer vigia_${'y'.repeat(43)}` },
  )
  return status === 503 && code === 'SIGN_IN_UNAVAILABLE' ? null : `it answers ${status} ${code}`
}
