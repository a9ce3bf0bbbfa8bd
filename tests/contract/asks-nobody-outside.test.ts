/** While it starts, answers and stops, Vigía connects to nothing outside this machine. */
import net from 'node:net'
import { expect, test, vi } from 'vitest'
import { boardOf } from '../support/board.ts'
import { startWorld } from '../support/world.ts'

/** A path is a socket of this machine, as that of the embedded database. */
const isHere = (host: string) => ['127.0.0.1', 'localhost', '::1'].includes(host) || host.startsWith('/')

test('given keys of Apollo in the environment, nobody outside is asked all the same', async () => {
  const connect = vi.spyOn(net.Socket.prototype, 'connect')
  vi.stubEnv('APOLLO_KEY', 'service:vigia:word')
  vi.stubEnv('APOLLO_GRAPH_REF', 'vigia@current')
  vi.stubEnv('APOLLO_TELEMETRY_DISABLED', undefined)

  const world = await startWorld({ mode: 'over-http' })
  await boardOf(world)
  await world.stop()

  const hosts = connect.mock.calls.flat(2).flatMap((given) => hostOf(given))
  expect(hosts.length).toBeGreaterThan(5)
  expect(hosts.filter((host) => !isHere(host))).toEqual([])
})

/** The first argument is an object of options, or a port followed by a host. */
function hostOf(given: unknown): string[] {
  if (typeof given === 'string') return [given]
  const host = Object(given).host
  return typeof host === 'string' ? [host] : []
}
