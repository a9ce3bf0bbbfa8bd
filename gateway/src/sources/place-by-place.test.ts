/** Of a service that is down each object that it was asked about is missing, before it is said which of its fields are. */
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import type { Errand } from './forward.ts'
import { PlaceByPlace } from './place-by-place.ts'

const extensions = { code: 'SUBGRAPH_UNAVAILABLE', service: 'children', retryAfter: 1 }
const away = new GraphQLError('children is not available.', { extensions })

async function placesMissing(query: string, objects = 0, fault: Error = away) {
  const representations = Array.from({ length: objects }, (_, id) => ({ __typename: 'Child', id }))
  const options = { request: { query, variables: objects > 0 ? { representations } : {} } }
  const source = new PlaceByPlace({ process: () => Promise.reject(fault) })
  const { errors } = await source.process(options as never as GraphQLDataSourceProcessOptions<Errand>)
  return (errors ?? []).map(({ path }) => path?.join('.'))
}

const OF_CHILDREN = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Child { folio sex nationality ageGroup accompaniment stubUntil } } }`

test('a question at the root is missing by its fields', async () => {
  expect(await placesMissing('{ a: child(id: "1") { folio } children { totalCount } }')).toEqual(['a', 'children'])
})

test('given more places than are told, no object is left out for the fields of another', async () => {
  const places = await placesMissing(OF_CHILDREN, 1_000)

  expect(places).toHaveLength(2_000)
  expect(new Set(places.map((place) => place?.split('.')[1])).size).toBe(1_000)
})

test('a fault of another kind is none of these', async () => {
  await expect(placesMissing(OF_CHILDREN, 1, new Error('a defect'))).rejects.toThrow('a defect')
})
