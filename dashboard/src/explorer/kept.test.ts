// @vitest-environment jsdom
/** The explorer comes back to its reader as he left it, and tells the next person at this browser nothing of what he asked. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptFor } from './kept.ts'

const [HERS, ANOTHERS] = [7, 8].map((byte) => Buffer.alloc(32, byte).toString('base64url')) as [string, string]
const ASKED = '{"type":"ACTA","number":"07-0042-1999"}'

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

async function ask(key: string, asked: string): Promise<void> {
  const kept = await keptFor(key)
  kept.setItem('graphiql:queries', asked)
  await kept.settled()
}

test('given the same person is back, her history is there', async () => {
  await ask(HERS, ASKED)

  expect((await keptFor(HERS)).getItem('graphiql:queries')).toBe(ASKED)
})

test('given another one has signed in, the explorer is as new, and hers waits for her', async () => {
  await ask(HERS, ASKED)
  expect(await keptFor(ANOTHERS)).toMatchObject({ length: 0 })

  await ask(ANOTHERS, '{}')
  expect((await keptFor(HERS)).getItem('graphiql:queries')).toBe(ASKED)
})

test('what the browser may write to its disk does not tell what was asked', async () => {
  await ask(HERS, ASKED)

  const [kept = ''] = Object.values({ ...localStorage })
  expect(kept + atob(JSON.parse(kept).sealed)).not.toMatch(/0042|ACTA|queries/)
})

test('what an earlier explorer left in the open is taken away', async () => {
  localStorage.setItem('graphiql:queries', ASKED)
  localStorage.setItem('vigia-language', 'en')
  await keptFor(HERS)

  expect({ ...localStorage }).toEqual({ 'vigia-language': 'en' })
})

test('given somebody clears the history, it is gone from the browser too', async () => {
  await ask(HERS, ASKED)
  const kept = await keptFor(HERS)
  kept.removeItem('graphiql:queries')
  await kept.settled()

  expect(await keptFor(HERS)).toMatchObject({ length: 0 })
})

test('given the browser seals nothing, the explorer keeps for as long as the page and leaves nothing', async () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes })
  const kept = await keptFor(HERS)
  kept.setItem('graphiql:queries', ASKED)
  await kept.settled()

  expect(kept.getItem('graphiql:queries')).toBe(ASKED)
  expect({ ...localStorage }).toEqual({})
})
