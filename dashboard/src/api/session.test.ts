/** Signing out: what the page says of it is what the gateway did. */
import { afterEach, expect, test, vi } from 'vitest'
import { sessionNow, signOut } from './session.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  ['has ended the session', async () => new Response(null, { status: 204 }), 'left'],
  ['cannot end it now', async () => new Response(null, { status: 503 }), 'unknown'],
  ['is not there', () => Promise.reject(new TypeError('fetch failed')), 'unknown'],
])('given the gateway %s, nobody is signed in here, and it is %s', async (_what, answer, why) => {
  vi.stubGlobal('fetch', answer)

  await signOut()

  expect(sessionNow()).toEqual({ state: 'out', why })
})

test('given the issuer keeps a session of its own, the browser goes there to end it', async () => {
  const gone: string[] = []
  vi.stubGlobal('fetch', async () => Response.json({ at: 'https://id.example.mx/out' }))

  await signOut((url) => gone.push(url))

  expect([sessionNow(), gone]).toEqual([{ state: 'out', why: 'left' }, ['https://id.example.mx/out']])
})
