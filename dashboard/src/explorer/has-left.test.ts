/** The explorer is looked at again: what it shows is taken away once its reader has left, and not while nobody can tell. */
import { afterEach, expect, test, vi } from 'vitest'
import { loadSession } from '../api/session.ts'
import { OFFICE } from '../testing/office.ts'
import { hasLeft } from './has-left.ts'

const IN = { signedIn: true, ...OFFICE, forWhom: 'chiapas' }
afterEach(() => vi.unstubAllGlobals())

test.each([
  ['the same person is in', Response.json(IN), false],
  ['nobody is in any more', Response.json({ signedIn: false }), true],
  ['somebody else has signed in by another tab', Response.json({ ...IN, forWhom: 'tabasco' }), true],
  ['this page is answered no more', new Response(null, { status: 401 }), true],
  ['the registry does not answer', new Response(null, { status: 503 }), false],
])('given %s', async (_given, answer, expected) => {
  vi.stubGlobal('fetch', async () => Response.json(IN))
  await loadSession()
  vi.stubGlobal('fetch', async () => answer)

  expect(await hasLeft()).toBe(expected)
})

test('given the connection is gone, what he wrote stands', async () => {
  vi.stubGlobal('fetch', async () => Response.json(IN))
  await loadSession()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))

  expect(await hasLeft()).toBe(false)
})
