/** A line of the hardening list (security.md 9), and the plainest way to hold it: something is sent, and how it must be answered. */
import type { Sent } from '../../gateway/src/testing/send-raw.ts'
import type { Product } from './product.ts'

/**
 * What it takes to ask. NOTHING: the address. TOKEN: one of somebody who may not put questions of his own. START: what only who started
 * it knows. ALONE: that, and nobody else who asks, since it spends what all share or troubles processes.
 */
export type Needs = 'NOTHING' | 'TOKEN' | 'START' | 'ALONE'

export interface Line {
  /** What must hold, in words. */
  says: string
  needs: Needs
  /** Null where it holds, else what was found in its place. */
  found: (product: Product) => Promise<string | null>
}

export type Answered = readonly [status: number, code?: string]

/** How it was answered, where that is not how it should be. */
async function unlike(
  product: Product,
  sent: Sent,
  [status, code]: Answered,
  credentials = product.token,
): Promise<string | null> {
  const told = await product.send({ ...sent, headers: { ...credentials, ...sent.headers } })
  const isSo = told.status === status && (code === undefined || told.code === code)
  return isSo ? null : `${named(told.status, told.code)}, and not ${named(status, code)}`
}

const named = (status: number, code: string | undefined): string => (code ? `${status} ${code}` : String(status))

/** Sent without a token. */
export const toAnybody = (says: string, sent: Sent, answered: Answered): Line => ({
  ...{ says, needs: 'NOTHING' },
  found: (product) => unlike(product, sent, answered, {}),
})

export const toSomebody = (says: string, sent: Sent, answered: Answered): Line => ({
  ...{ says, needs: 'TOKEN' },
  found: (product) => unlike(product, sent, answered),
})

/** To the graph, as JSON. */
export const asking = (query: string, rest: object = {}): Sent => ({ body: JSON.stringify({ query, ...rest }) })

/** Throws where nobody has started it: a line that needs that is not asked then. */
export function startedOf({ started }: Product): NonNullable<Product['started']> {
  if (!started) throw new Error('This line is asked of a product that one has started.')
  return started
}
