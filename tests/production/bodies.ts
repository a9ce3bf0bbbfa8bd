/** Requests that ask for too much, or in a way that no client of ours asks. The numbers are those of security.md 9, and not the program's own. */
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Sent } from '../../gateway/src/testing/send-raw.ts'
import { asking } from './line.ts'

const SMALL = '{ nation { code } }'
const times = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ')

export const large = (bytes: number): Sent => asking(`${SMALL} #${'x'.repeat(bytes)}`)
export const largeMutation = (bytes: number): Sent => asking(`mutation { endSilence #${'x'.repeat(bytes)}\n }`)
export const bomb = (bytes: number): Sent => ({
  headers: { 'content-encoding': 'gzip' },
  body: gzipSync(' '.repeat(bytes)),
})

export const words = (count: number): Sent => asking(`{ nation { ${times(count - 5, () => 'code')} } }`)
export const deep = (levels: number): Sent => asking(`${'{ a '.repeat(levels)}${'}'.repeat(levels)}`)
export const aliases = (count: number): Sent => asking(`{ nation { ${times(count, (at) => `a${at}: code`)} } }`)
export const roots = (count: number): Sent => asking(`{ ${times(count, () => SMALL.slice(1, -1))} }`)
export const directives = (count: number): Sent =>
  asking(`{ nation { ${times(count, () => 'code @include(if: true)')} } }`)
/** A page of 100 children, with as many of something each. */
export const dear = (rows: number): Sent =>
  asking(`{ children(first: 100) { edges { node { alerts(first: ${rows}) { edges { node { id } } } } } } }`)
export const page = (first: number): Sent => asking(`{ children(first: ${first}) { edges { node { id } } } }`)

export const batch: Sent = { body: JSON.stringify([{ query: SMALL }]) }
export const typed = (type: string): Sent => ({ ...asking(SMALL), headers: { 'content-type': type } })
export const getting = (headers: Record<string, string>): Sent => ({
  ...{ method: 'GET', path: '/graphql?query={nation{code}}' },
  headers: { accept: 'application/json', ...headers },
})

/** As Apollo's clients ask by a hash first, and with the text beside it then. */
const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(SMALL).digest('hex') }
export const byHash = (query?: string): Sent => ({ body: JSON.stringify({ query, extensions: { persistedQuery } }) })
