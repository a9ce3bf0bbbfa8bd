// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openClient } from './client.ts'
import { RegistryDocument } from './registry.tsx'
import { versionNow } from './version-now.ts'

const ADDRESS = 'http://localhost/graphql'
const registry = { __typename: 'Registry', isSynthetic: true, asOf: '2026-11-25T16:42:00Z', version: '35.1' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('given an answer, it is its version', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ data: { registry } }))

  expect(await versionNow(openClient(ADDRESS))).toBe('35.1')
})

test('given an error, nobody knows the version', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 503 }))

  expect(await versionNow(openClient(ADDRESS))).toBeNull()
})

test('given a network that loses the question, nobody has answered after a while, and it is asked no longer', async () => {
  let signal: AbortSignal | null | undefined
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => {
    signal = init.signal
    return new Promise(() => {})
  })

  const asked = versionNow(openClient(ADDRESS))
  await vi.advanceTimersByTimeAsync(5_000)

  expect(await asked).toBeNull()
  expect(signal?.aborted).toBe(true)
})

test('what the page was told before is no answer', async () => {
  const client = openClient(ADDRESS)
  vi.stubGlobal('fetch', async () => Response.json({ data: { registry } }))
  const told = vi.fn()
  client.query(RegistryDocument, {}).subscribe(told)
  await vi.waitFor(() => expect(told).toHaveBeenCalled())
  vi.stubGlobal('fetch', () => new Promise(() => {}))

  const asked = versionNow(client)
  await vi.advanceTimersByTimeAsync(5_000)

  expect(await asked).toBeNull()
})
