/** How often one is answered in a minute, and how often in a day: asked until it is too much. */
import type { Sent } from '../../gateway/src/testing/send-raw.ts'
import { startedOf } from './line.ts'
import type { Headers, Product } from './product.ts'

const MINUTE_IN_MS = 60_000
/** Turned away, and counted as one. */
const MISTAKEN: Sent = { body: '{"query":"{ nowhere }"}' }

interface Minute {
  sent: Sent
  /** What is not counted is answered so. */
  isTooMuch: (answer: { status: number; location: string | undefined }) => boolean
}

/** Null where so many are answered in a minute and no more, but for what fills up again meanwhile. */
async function unlikeMinute(product: Product, most: number, { sent, isTooMuch }: Minute): Promise<string | null> {
  const began = performance.now()
  const enough = () => most + 2 + Math.ceil(((performance.now() - began) * most) / MINUTE_IN_MS)
  for (let answered = 0; ; answered += 1) {
    const { status, headers } = await product.send(sent)
    if (isTooMuch({ status, location: headers.location }))
      return answered < most - 1 ? `${answered} are answered, and not ${most}` : null
    if (answered > enough()) return `${answered} are answered, and not ${most}`
  }
}

const isRefused = ({ status }: { status: number }): boolean => status === 429

const asked = (headers: Headers): Minute => ({ sent: { ...MISTAKEN, headers: { ...headers } }, isTooMuch: isRefused })

export const aPerson = async (product: Product, most: number): Promise<string | null> =>
  unlikeMinute(product, most, asked(await startedOf(product).somebody('federal-secretary')))

export const aProgram = async (product: Product, most: number): Promise<string | null> =>
  unlikeMinute(product, most, asked(await startedOf(product).aProgram()))

/** An address that shows what does not hold. Whoever shows from there what holds is answered all the same. */
export async function anAddress(product: Product, most: number): Promise<string | null> {
  const found = await unlikeMinute(product, most, asked({ authorization: `Bearer vigia_${'x'.repeat(43)}` }))
  const { status } = await product.ask({ query: '{ nowhere }' })
  return found ?? (status === 400 ? null : `who is known is answered ${status} then`)
}

/** It goes back to the page, which says that too many began. */
export const signIns = (product: Product, most: number): Promise<string | null> =>
  unlikeMinute(product, most, {
    sent: { method: 'GET', path: '/session/start' },
    isTooMuch: ({ location }) => location?.includes('motivo=busy') === true,
  })

/** Lists of records, in 24 hours. */
export async function exports(product: Product, most: number): Promise<string | null> {
  const headers = { ...(await startedOf(product).somebody('ombudsperson-federal')), 'x-vigia': 'check' }
  const body = JSON.stringify({ list: 'children', purpose: 'a check of what may be taken out' })
  const statuses: number[] = []
  for (let count = 0; count <= most; count += 1) {
    statuses.push((await product.send({ path: '/exports', headers, body })).status)
  }
  const isSo = statuses.every((status, at) => status === (at < most ? 200 : 429))
  return isSo ? null : `answered ${statuses.join(', ')}`
}
