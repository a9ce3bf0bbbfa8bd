// @vitest-environment jsdom
/** Whoever sends a wish twice by a bad line has it done once; whoever mends what he wrote has what he wrote last. */
import { renderHook } from '@testing-library/react'
import { CombinedError } from 'urql'
import { expect, test } from 'vitest'
import { useWishKey } from './wish-key.ts'

const LOST = { error: new CombinedError({ networkError: new Error('The line broke.') }) }
const DONE = { error: undefined }
const BREACH = { authority: 'REGISTRY', states: ['07'], words: 'A laptop was left in a bus.' }

/** The keys under which these wishes go, one after the other, each with what is answered. */
async function keysOf(...sent: readonly (readonly [wish: object, answer: typeof LOST | typeof DONE])[]) {
  const { result, rerender } = renderHook(useWishKey)
  const keys: string[] = []
  for (const [wish, answer] of sent) {
    await result.current(wish, async ({ key }) => {
      keys.push(key)
      return answer
    })
    rerender()
  }
  return keys
}

test('the same wish keeps its key while no answer to it came', async () => {
  const [first, again, third] = await keysOf([BREACH, LOST], [{ ...BREACH }, LOST], [{ ...BREACH }, DONE])

  expect(first).toMatch(/^[0-9a-f-]{36}$/)
  expect([again, third]).toEqual([first, first])
})

test('another wish has another key', async () => {
  const keys = await keysOf(
    [BREACH, LOST],
    [{ ...BREACH, words: 'A laptop was left in a taxi.' }, LOST],
    [{ ...BREACH, states: ['07', '20'] }, LOST],
    [BREACH, LOST],
  )

  expect(new Set(keys).size).toBe(4)
})

test('what was done and is wished once more has another key', async () => {
  const [first, again] = await keysOf([BREACH, DONE], [BREACH, DONE])

  expect(again).not.toBe(first)
})

test('a wish sent twice at once, as by a double click, has one key', async () => {
  const { result } = renderHook(useWishKey)
  const keys: string[] = []
  const send = async ({ key }: { key: string }) => {
    keys.push(key)
    return DONE
  }

  await Promise.all([result.current(BREACH, send), result.current(BREACH, send)])

  expect(new Set(keys).size).toBe(1)
})

test('what goes out is the wish with its key', async () => {
  const { result } = renderHook(useWishKey)

  const { sent } = await result.current(BREACH, async (keyed) => ({ ...DONE, sent: keyed }))

  expect(sent).toEqual({ ...BREACH, key: expect.any(String) })
})
