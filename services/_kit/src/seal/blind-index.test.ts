/** Equal numbers have one blind index, whoever writes them; nothing of the number is seen in it. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { blindIndex, isBlind, markToken } from './blind-index.ts'

const key = randomBytes(32)
const CURP = 'UAXG120605MNEMXNA0'

test('it is the same for the same number in every process, and another under another key or of another kind', () => {
  expect(blindIndex(key, 'CURP', CURP)).toBe(blindIndex(Buffer.from(key), 'CURP', CURP))
  expect(blindIndex(randomBytes(32), 'CURP', CURP)).not.toBe(blindIndex(key, 'CURP', CURP))
  expect(blindIndex(key, 'PASSPORT', CURP)).not.toBe(blindIndex(key, 'CURP', CURP))
  expect(markToken(key, 'CURP', CURP)).not.toBe(blindIndex(key, 'CURP', CURP))
})

test('capitals, accents and blanks do not count', () => {
  expect(blindIndex(key, 'NAME', ' Íñigo  de la Ó')).toBe(blindIndex(key, 'NAME', 'INIGO DE LA O'))
})

test('it holds nothing of the number, all of the code, and is known as one', () => {
  expect(blindIndex(key, 'CURP', CURP)).toMatch(/^~[\w-]{43}$/)
  expect(isBlind(blindIndex(key, 'CURP', CURP))).toBe(true)
  expect([CURP, 'N123456789', 'HND0801-2010'].filter(isBlind)).toEqual([])
})
