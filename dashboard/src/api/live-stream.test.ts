// @vitest-environment jsdom
/** That a page is live is said once somebody has answered, and not because a stream was opened. */
import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openClient } from './client.ts'
import { useLiveness } from './live.ts'
import { startLive } from './live-stream.ts'
import { loadSession } from './session.ts'

const ADDRESS = 'http://localhost/graphql'
const registry = { __typename: 'Registry', isSynthetic: true, asOf: '2026-11-25T16:42:00Z', version: '35.1' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The stream opens and says nothing; of what is asked beside it, `answer` tells. */
async function given(answer: () => Promise<Response>): Promise<void> {
  const open = () =>
    new Response(new ReadableStream({ start: (sent) => sent.enqueue(new TextEncoder().encode(':\n\n')) }), {
      headers: { 'content-type': 'text/event-stream' },
    })
  vi.stubGlobal('fetch', async (url: string) => {
    if (url === '/session') return Response.json({ signedIn: true, scopes: [] })
    return url === ADDRESS ? answer() : open()
  })
  await loadSession()
}

test('given a registry that hangs, an open stream is no word that it is live, and soon it is said that it is not', async () => {
  await given(() => new Promise(() => {}))
  const { result } = renderHook(useLiveness)

  await startLive(openClient(ADDRESS))
  await vi.advanceTimersByTimeAsync(4_000)
  expect(result.current.state).toBe('connecting')

  await vi.advanceTimersByTimeAsync(2_000)
  expect(result.current.state).toBe('off')
})

test('given a registry that answers, the page is live at once', async () => {
  await given(async () => Response.json({ data: { registry } }))
  const { result } = renderHook(useLiveness)

  await startLive(openClient(ADDRESS))
  await vi.advanceTimersByTimeAsync(1_000)

  expect(result.current.state).toBe('on')
})

test('given an account that has asked for all that it may, a page that is live is not said to be gone', async () => {
  const tooMuch = { errors: [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }] }
  let isUsedUp = false
  await given(async () => (isUsedUp ? Response.json(tooMuch, { status: 429 }) : Response.json({ data: { registry } })))
  const { result } = renderHook(useLiveness)
  await startLive(openClient(ADDRESS))
  await vi.advanceTimersByTimeAsync(1_000)

  isUsedUp = true
  await vi.advanceTimersByTimeAsync(40_000)

  expect(result.current.state).toBe('on')
})

test('given the browser tells that the network went, the page is not live from then on, and is again when it is back', async () => {
  let isThere = true
  await given(() =>
    isThere ? Promise.resolve(Response.json({ data: { registry } })) : Promise.reject(new TypeError()),
  )
  const { result } = renderHook(useLiveness)
  await startLive(openClient(ADDRESS))
  await vi.advanceTimersByTimeAsync(1_000)

  isThere = false
  dispatchEvent(new Event('offline'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(result.current.state).toBe('off')

  isThere = true
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(result.current.state).toBe('on')
})
