/** Nothing of Apollo's talks to Apollo, whatever the environment says. */
import http from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { expect, test, vi } from 'vitest'
import { startWorld } from '../testing/two-services.ts'
import { silenceApollo } from './quiet-apollo.ts'

test('given keys, graph names and addresses of Apollo in the environment, all are taken out', () => {
  const env: NodeJS.ProcessEnv = {
    APOLLO_KEY: 'service:vigia:secret',
    APOLLO_GRAPH_REF: 'vigia@current',
    APOLLO_SCHEMA_REPORTING: 'true',
    APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: 'https://uplink.example',
    APOLLO_OUT_OF_BAND_REPORTER_ENDPOINT: 'https://reports.example',
    PATH: '/bin',
  }

  silenceApollo(env)

  expect(env).toEqual({ APOLLO_TELEMETRY_DISABLED: 'true', PATH: '/bin' })
})

test('given such an environment, a gateway that starts and answers calls nobody outside', async () => {
  process.env.APOLLO_KEY = 'service:vigia:secret'
  process.env.APOLLO_GRAPH_REF = 'vigia@current'
  process.env.APOLLO_SCHEMA_REPORTING = 'true'
  const called: string[] = []
  const spies = [http, https].map((module) =>
    vi.spyOn(module, 'request').mockImplementation((...args: unknown[]) => {
      called.push(String(args[0]))
      throw new Error('no calls outside')
    }),
  )
  syncBuiltinESMExports()
  const realFetch = globalThis.fetch
  const world = await startWorld()
  vi.stubGlobal('fetch', (target: string | URL, options?: RequestInit) => {
    if (!String(target).startsWith(world.url)) called.push(String(target))
    return realFetch(target, options)
  })

  const answer = await fetch(`${world.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ nation { code } }' }),
  })

  expect(await answer.json()).toMatchObject({ data: { nation: { code: '00' } } })
  expect(called).toEqual([])
  expect(process.env).not.toHaveProperty('APOLLO_KEY')
  await world.stop()
  vi.unstubAllGlobals()
  for (const spy of spies) spy.mockRestore()
  syncBuiltinESMExports()
})
