/** What is let in on the real graph: the acceptance queries and the explorer's, and which of them hold counts alone. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { getIntrospectionQuery } from 'graphql'
import { expect, test } from 'vitest'
import { createAdmission } from './admission.ts'
import { checkedSchema } from './checked-schema.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const ACCEPTANCE = path.join(ROOT, 'tests/acceptance')
const schema = checkedSchema(readFileSync(path.join(ROOT, 'gateway/api.graphql'), 'utf8'))
const admission = createAdmission(schema, { introspection: true })

const admit = (query: string, variables: Record<string, unknown> = {}) =>
  admission.admit({ query, variables, operationName: null }, 'plain')

test.each(readdirSync(ACCEPTANCE).filter((file) => file.endsWith('.graphql')))(
  '%s passes every limit, and is kept unless it reaches a child',
  (file) => {
    const { isAggregate } = admit(readFileSync(path.join(ACCEPTANCE, file), 'utf8'), { id: 'c1' })

    expect(isAggregate).toBe(file !== 'one-child.graphql')
  },
)

test('the query by which the explorer learns the graph passes, and its answer is not kept', () => {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true })

  expect(admit(query).isAggregate).toBe(false)
})

test.each([
  '{ childrenIntake { __typename } }',
  '{ facilities(first: 1) { totalCount } }',
  '{ states { code facilities(first: 1) { totalCount } } }',
  '{ children(first: 1) { totalCount } }',
  '{ registry { version } child(id: "c1") { __typename } }',
])('given %s, the answer is not kept', (query) => {
  expect(admit(query).isAggregate).toBe(false)
})

test('given children with their stays, a page of 100 is too much and one of 20 is not', () => {
  const page = (first: number) =>
    `{ children(first: ${first}) { edges { node { id placements(first: 20) { edges { node { id } } } } } } }`

  expect(() => admit(page(100))).toThrow(/too many rows/)
  expect(admit(page(20))).toMatchObject({ isAggregate: false })
})
