/** What is done with many records: a page has an end, and who opens very many is noticed. */
import { eventually } from '../support/eventually.ts'
import { startedOf } from './line.ts'
import type { Product } from './product.ts'

const idsIn = (text: string): number => text.match(/"node":/g)?.length ?? 0

/** Of a page without a size. */
export async function pageOf(product: Product, rows: number): Promise<string | null> {
  const headers = await startedOf(product).somebody('ombudsperson-federal')
  const { text, status } = await product.ask({ query: '{ children { edges { node { id } } } }' }, headers)
  return idsIn(text) === rows ? null : `${status} with ${idsIn(text)} rows`
}

const PAGE =
  'query ($after: String) { children(first: 100, after: $after) { edges { node { folio sex } } pageInfo { endCursor } } }'
const ALARM_WITHIN_MS = 5_000

/** Needs more children than these. */
export async function massReading(product: Product, most: number): Promise<string | null> {
  const { somebody, said } = startedOf(product)
  const headers = await somebody('ombudsperson-federal')
  let after: unknown = null
  let read = 0
  while (read <= most) {
    const { text } = await product.ask({ query: PAGE, variables: { after } }, headers)
    const rows = idsIn(text)
    if (rows === 0) return `${read} children are all there are`
    read += rows
    after = JSON.parse(text).data.children.pageInfo.endCursor
  }
  const isNoticed = async () => said().includes('has opened many records within an hour')
  return eventually(isNoticed, Boolean, ALARM_WITHIN_MS).then(
    () => null,
    () => `${read} records within the hour, and no alarm in the log`,
  )
}
