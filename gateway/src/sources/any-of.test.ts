/** A service in several processes: one that does not answer is passed over, a mutation is never sent twice, a refusal is an answer. */
import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway'
import { GraphQLError } from 'graphql'
import { expect, test } from 'vitest'
import { AnyOf } from './any-of.ts'
import type { Errand } from './forward.ts'

type Source = GraphQLDataSource<Errand>

const asked: string[] = []
const sourceThat = (name: string, answer: () => Promise<{ data: object }>): Source => ({
  process: async () => {
    asked.push(name)
    return answer()
  },
})
const failingWith = (code: string) => () => Promise.reject(new GraphQLError(code, { extensions: { code } }))
const away = failingWith('SUBGRAPH_UNAVAILABLE')
const there = async () => ({ data: { ok: true } })
// Only the text of the request is looked at.
const asking = (query: string) => ({ request: { query } }) as GraphQLDataSourceProcessOptions<Errand>

function ask(sources: readonly Source[], ...queries: string[]) {
  asked.length = 0
  const any = new AnyOf(sources)
  return queries.reduce<Promise<unknown>>(
    async (before, query) => [...((await before) as unknown[]), await any.process(asking(query)).catch(String)],
    Promise.resolve([]),
  )
}

test('given the first is away, the second answers, and is asked first from then on', async () => {
  const answers = await ask([sourceThat('one', away), sourceThat('two', there)], '{ a }', '{ b }')

  expect(answers).toEqual([{ data: { ok: true } }, { data: { ok: true } }])
  expect(asked).toEqual(['one', 'two', 'two'])
})

test('given a mutation that is not answered, no other process is sent it; the next goes to the other', async () => {
  const answers = await ask([sourceThat('one', away), sourceThat('two', there)], 'mutation { a }', 'mutation { a }')

  expect(answers).toEqual(['SUBGRAPH_UNAVAILABLE', { data: { ok: true } }])
  expect(asked).toEqual(['one', 'two'])
})

test('given a fault of the service itself, it is told and nobody else is asked', async () => {
  const answers = await ask([sourceThat('one', failingWith('INTERNAL')), sourceThat('two', there)], '{ a }')

  expect(answers).toEqual(['INTERNAL'])
  expect(asked).toEqual(['one'])
})

test('given all are away, that is what is told', async () => {
  expect(await ask([sourceThat('one', away), sourceThat('two', away)], '{ a }')).toEqual(['SUBGRAPH_UNAVAILABLE'])
  expect(asked).toEqual(['one', 'two'])
})
