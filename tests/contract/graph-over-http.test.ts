/** The audits of the GraphQL-over-HTTP working group, against the real gateway: nothing that must hold is broken. */
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
