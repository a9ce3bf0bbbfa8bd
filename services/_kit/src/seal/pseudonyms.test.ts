/** Words in the place of ids: of one partner the same, of two never, and back to the id with the keys alone. */
import { randomUUID } from 'node:crypto'
import { isId } from '@vigia/law/ids'
import { expect, test } from 'vitest'
import { pseudonymsOf } from './pseudonyms.ts'

const ONE = pseudonymsOf({ org: 'one', sub: 'client:a' })
const TWO = pseudonymsOf({ org: 'two', sub: 'client:a' })

test('given a word in the place of an id, the partner whose it is finds the id, and nobody else', () => {
  const ids = Array.from({ length: 50 }, (): string => randomUUID())
  const words = ids.map(ONE.hide)

  expect(words.every(isId)).toBe(true)
  expect(words.map(ONE.find)).toEqual(ids)
  expect(words.map(TWO.find).filter((id) => ids.includes(id))).toEqual([])
  expect(ids.map(TWO.hide).filter((word) => words.includes(word) || ids.includes(word))).toEqual([])
})

test('a partner is its organization, and a program without one is its own', () => {
  const id = randomUUID()
  const of = (org: string | null, sub: string) => [
    pseudonymsOf({ org, sub }).hide(id),
    pseudonymsOf({ org, sub }).refOf(id),
  ]

  expect(of('one', 'client:b')).toEqual(of('one', 'client:a'))
  expect(of(null, 'client:b')).not.toEqual(of(null, 'client:a'))
  expect(new Set([of('one', 'x'), of(null, 'one'), of('client:b', 'x'), of(null, 'client:b')].flat()).size).toBe(8)
})
