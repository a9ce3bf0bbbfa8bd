/** How the real gateway speaks GraphQL over HTTP: the audits of its working group, and the forms of answer that a program may ask for. */
import { auditServer } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ mode: 'in-process' })
})
afterAll(() => world.stop())

test('no audit ends in an error', async () => {
  const results = await auditServer({
    url: `${world.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      for (const [name, value] of Object.entries(world.headers)) headers.set(name, value)
      return fetch(url, { ...init, headers })
    },
  })

  expect(results.length).toBeGreaterThan(50)
  expect(results.filter(({ status }) => status === 'error').map(({ id, name }) => `${id} ${name}`)).toEqual([])
})

const JSON_IN_UTF8 = 'application/json; charset=utf-8'
const GRAPH_IN_UTF8 = 'application/graphql-response+json; charset=utf-8'

test.each([
  ['application/json', JSON_IN_UTF8],
  [JSON_IN_UTF8, JSON_IN_UTF8],
  ['application/json;charset=UTF-8', JSON_IN_UTF8],
  [GRAPH_IN_UTF8, GRAPH_IN_UTF8],
  [`${GRAPH_IN_UTF8}, ${JSON_IN_UTF8}`, GRAPH_IN_UTF8],
  [`application/graphql-response+json; charset=utf-8; q=0.5, ${JSON_IN_UTF8}`, JSON_IN_UTF8],
  ['text/html, */*; q=0.1', JSON_IN_UTF8],
])('given a program that takes %s, it is answered in that form', async (accept, contentType) => {
  const headers = { ...world.headers, accept, 'content-type': 'application/json' }
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers,
    body: '{"query":"{ nation { code } }"}',
  })

  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe(contentType)
})

test('given a program that takes JSON in Latin-1 alone, it is told that there is none', async () => {
  const headers = {
    ...world.headers,
    accept: 'application/json; charset=iso-8859-1',
    'content-type': 'application/json',
  }
  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers,
    body: '{"query":"{ nation { code } }"}',
  })

  expect(answer.status).toBe(406)
  expect((await answer.json()).errors[0].extensions.code).toBe('NOT_ACCEPTABLE')
})
