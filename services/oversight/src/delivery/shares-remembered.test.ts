/** Of how many endpoints a process remembers how long they take. */
import { expect, test } from 'vitest'
import { Shares } from './shares.ts'

const shares = new Shares()

async function answered(endpoint: string): Promise<void> {
  const owed = [{ tookInMs: 0 }]
  await shares.tell({ endpoint, lane: 'one' }, async () => owed.shift() ?? null)
}

/** So many of these lanes are told at once. */
function atOnce(endpoint: string, lanes: readonly string[]): number {
  let told = 0
  const untilTheEnd = () => {
    told += 1
    return new Promise<null>(() => {})
  }
  for (const lane of lanes) void shares.tell({ endpoint, lane }, untilTheEnd)
  return told
}

test('it does of the thousand that answered last, and of whoever is being told; of another one message tells anew', async () => {
  for (const endpoint of ['long ago', 'being told']) await answered(endpoint)
  atOnce('being told', ['first'])
  for (let other = 0; other < 1_000; other += 1) await answered(`other ${other}`)

  const told = ['long ago', 'being told', 'other 0', 'other 999'].map((endpoint) => atOnce(endpoint, ['a', 'b', 'c']))
  expect(told).toEqual([1, 3, 1, 3])
})
