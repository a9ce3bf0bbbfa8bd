/** A gateway that runs alone ends as all in one process does: those who are answered or told first, what answers them after. */
import { expect, test, vi } from 'vitest'
import { startGatewayAlone } from './distributed.ts'
import { readSettings } from './env.ts'
import { Phases } from './start/phases.ts'
import { Stops } from './start/stops.ts'

const stopped = vi.hoisted((): string[] => [])
vi.mock('./start/listen.ts', () => ({
  listen: async () => ({ port: 4000, close: async () => void stopped.push('http') }),
}))
vi.mock('./assemble-gateway.ts', () => ({
  assembleGateway: async () => ({ warmUp: async () => {}, stop: async () => void stopped.push('gateway') }),
}))

test('given it is told to end, the door is closed before anything behind it is', async () => {
  const services = ['CHILDREN', 'PLACEMENTS', 'REPRESENTATION', 'RETURNS', 'OVERSIGHT']
  const addresses = Object.fromEntries(services.map((name) => [`${name}_URL`, 'http://127.0.0.1:4001/graphql']))
  const known = { DATABASE_URL: 'postgres://127.0.0.1/vigia', ENVELOPE_KEYS: `one:${'k'.repeat(32)}` }
  const stops = new Stops()
  await startGatewayAlone(readSettings({ ...addresses, ...known }, []), { stops, say: () => {}, phases: new Phases() })

  await stops.stopAll()

  expect(stopped).toEqual(['http', 'gateway'])
})
