// @vitest-environment jsdom
/** The stream of alerts goes on where it was. */
import { renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useAlertStream } from './alert-stream.ts'
import { loadSession } from './session.ts'

const asked: (string | null)[] = []
afterEach(() => {
  asked.length = 0
  vi.unstubAllGlobals()
})

/** Each stream ends after what it is given to say; a number is a status in its place. */
async function answers(...said: readonly (string | number)[]): Promise<void> {
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    if (url === '/session') return Response.json({ signedIn: true, scopes: [] })
    asked.push(JSON.parse(String(init?.body)).variables.after)
    const next = said[asked.length - 1] ?? 500
    if (typeof next === 'number') return new Response('', { status: next })
    return new Response(next, { headers: { 'content-type': 'text/event-stream' } })
  })
  await loadSession()
}

test('after a break it goes on from the last cursor; after one that is refused, from now', async () => {
  await answers(': 7\nid: seven\n\n', 410)
  renderHook(() => useAlertStream({ state: '07' }))

  await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(3), { timeout: 10_000 })
  expect(asked.slice(0, 3)).toEqual([null, 'seven', null])
})
