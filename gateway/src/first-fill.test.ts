/** What a start brings into a registry: a table of what it finds and what it is told. */
import { expect, test } from 'vitest'
import { type Filling, type Found, fillingOf } from './first-fill.ts'

const EMPTY: Found = { isSynthetic: false, isEmpty: true, hasShipped: false }
const HALF_TWIN: Found = { isSynthetic: true, isEmpty: false, hasShipped: false }
const WHOLE_TWIN: Found = { isSynthetic: true, isEmpty: false, hasShipped: true }
const REAL: Found = { isSynthetic: false, isEmpty: false, hasShipped: false }

test.each<[string, Found, Filling, Filling]>([
  ['an empty registry', EMPTY, 'twin', 'twin'],
  ['an empty registry in production', EMPTY, 'shipped', 'shipped'],
  ['an empty registry that is to stay so', EMPTY, 'nothing', 'nothing'],
  ['a twin whose start was killed', HALF_TWIN, 'twin', 'twin'],
  ['a whole twin', WHOLE_TWIN, 'twin', 'nothing'],
  ['real children', REAL, 'twin', 'shipped'],
  ['real children and all that ships', { ...REAL, hasShipped: true }, 'twin', 'nothing'],
])('given %s, told %o and %s, it brings %s', (_what, found, wanted, filling) => {
  expect(fillingOf(found, wanted)).toBe(filling)
})
