/** The committed contracts are what the code prints: a change of the graph shows in the diff of the commit that made it. */
import { printSubgraphSchema } from '@apollo/subgraph'
import type { GraphQLSchema } from 'graphql'
import { expect, test } from 'vitest'
import { accessTable, withRoles } from '../../gateway/src/contracts/access-table.ts'
import { compose } from '../../gateway/src/contracts/compose.ts'
import { knownDocuments } from '../../gateway/src/trusted/known-documents.ts'
import { ROOT, read, SERVICES } from '../support/source-files.ts'

test.each(SERVICES)('services/%s/schema.graphql is what its code prints', async (name) => {
  const { schema }: { schema: GraphQLSchema } = await import(`../../services/${name}/src/schema.ts`)

  expect(`${printSubgraphSchema(schema).trim()}\n`).toBe(`${read(`services/${name}/schema.graphql`).trim()}\n`)
})

test('supergraph.graphql and api.graphql are what the services compose to', () => {
  const order = ['children', 'placements', 'representation', 'returns', 'oversight']
  const { supergraph, api } = compose(order.map((name) => ({ name, sdl: read(`services/${name}/schema.graphql`) })))

  expect(read('gateway/supergraph.graphql')).toBe(supergraph)
  expect(read('gateway/api.graphql')).toBe(api)
})

test('services/ACCESS.md is what the matrix and the supergraph say', () => {
  expect(read('services/ACCESS.md')).toBe(accessTable(read('gateway/supergraph.graphql')))
})

test('the README of the services holds the roles and groups of the matrix', () => {
  const readme = read('services/README.md')

  expect(readme).toContain('| independent-counsel | ● |')
  expect(readme).toBe(withRoles(readme))
})

test('trusted-documents.json is what the dashboard, the examples and the questions of programs send', () => {
  const documents = knownDocuments(ROOT)

  expect(JSON.parse(read('gateway/trusted-documents.json'))).toEqual(documents)
  expect(documents.length).toBeGreaterThan(15)
})
