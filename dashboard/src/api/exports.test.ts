import { afterEach, expect, test, vi } from 'vitest'
import { approve, fetchApproved, takeOut } from './exports.ts'

afterEach(() => vi.unstubAllGlobals())

const refused = (status: number, code: string) =>
  vi.stubGlobal('fetch', async () => Response.json({ errors: [{ message: 'No.', extensions: { code } }] }, { status }))

test.each([
  ['takes too long', 422, 'QUERY_TOO_COMPLEX', 'too-long'],
  ['is not to be had any more', 409, 'CONFLICT', 'over'],
  ['is one too much for a minute', 429, 'RATE_LIMITED', 'too-much'],
  ['is one too much at once', 503, 'TOO_MANY_AT_ONCE', 'too-much'],
  ['fails', 503, 'SUBGRAPH_UNAVAILABLE', 'failed'],
])('an export that %s is told as such', async (_what, status, code, state) => {
  refused(status, code)

  expect(await fetchApproved('EXP-000001')).toEqual({ state })
  expect(await takeOut({ list: 'children', purpose: 'Informe anual', language: 'es' })).toEqual({ state })
})

test.each([
  ['waits for nobody any more', 409, 'CONFLICT', 'decided'],
  ['is not for the reader to decide about', 404, 'NOT_FOUND', 'notYours'],
  ['is no longer for his office', 403, 'FORBIDDEN', 'notYours'],
  ['is one question too much', 429, 'RATE_LIMITED', 'tooMuch'],
  ['was perhaps approved by what then failed', 500, 'INTERNAL_SERVER_ERROR', 'unknown'],
])('an approval of one that %s is told as such', async (_what, status, code, why) => {
  refused(status, code)

  expect(await approve('EXP-000001')).toBe(why)
})

test('given the answer is lost, it is not said that nothing was done: it may count already', async () => {
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('lost')))

  expect(await takeOut({ list: 'children', purpose: 'Informe anual', language: 'es' })).toEqual({ state: 'unknown' })
  expect(await approve('EXP-000001')).toBe('unknown')
})
