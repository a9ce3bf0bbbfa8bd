/** Ids come in the order in which they are made, more of them in a millisecond than it has numbers for. */
import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

const ids = Array.from({ length: 50_000 }, newId)

test('each is a UUID of version 7, and later than the one before', () => {
  expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual(
    [],
  )
  expect(ids.filter((id, at) => at > 0 && id <= (ids[at - 1] ?? ''))).toEqual([])
})

test('what follows the count is chance', () => {
  expect(new Set(ids.map((id) => id.slice(18))).size).toBe(ids.length)
})
