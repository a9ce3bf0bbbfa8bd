/** What a start brings into a registry: a table of what it finds and what it is told. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { scratchDatabase } from '../../../tests/support/scratch-database.ts'
import { CannotStart } from '../start/cannot-start.ts'
import { Phases } from '../start/phases.ts'
import { Stops } from '../start/stops.ts'
import { type Filling, type Found, fillingOf, fillRegistry } from './first-fill.ts'

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

test('given a system that will not begin the program that fills, it is said in a sentence', async () => {
  const database = await scratchDatabase()
  const { execPath } = process
  process.execPath = path.join(import.meta.dirname, 'nowhere')
  try {
    const filled = fillRegistry(
      { url: database.url, isDiskFull: () => false, isSynthetic: false } as never,
      { fill: 'shipped', twinScale: 1 } as never,
      { stops: new Stops(), say: () => {}, phases: new Phases() },
    )
    await expect(filled).rejects.toThrow(CannotStart)
    await expect(filled).rejects.toThrow(/could not be begun \(spawn .* ENOENT\)/)
  } finally {
    process.execPath = execPath
    await database.drop()
  }
})
