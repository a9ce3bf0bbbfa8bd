/** Every operation that the dashboard sends, found in its sources. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'graphql'
import { canonicalOf } from './canonical.ts'

/** Tagged for gql.tada, or a text of its own. One that is put together while the page runs is not found: keep them whole. */
const WRITTEN = /graphql\(\s*`([^`]+)`|'(subscription [^']+)'/g

export function dashboardDocuments(root: string): string[] {
  const files = globSync('dashboard/src/**/*.{ts,tsx}', { cwd: root }).filter((file) => !file.includes('.test.'))
  const texts = files.flatMap((file) => [...readFileSync(path.join(root, file), 'utf8').matchAll(WRITTEN)])
  const documents = texts.map(([, tagged, plain]) => canonicalOf(parse(tagged ?? plain ?? '')))
  return [...new Set(documents)].sort()
}
