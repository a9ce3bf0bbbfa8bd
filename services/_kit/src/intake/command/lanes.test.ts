/** In which order the files of a folder are taken in. */
import { expect, test } from 'vitest'
import type { ServiceName } from '../../service.ts'
import { inLanes } from './lanes.ts'

const entries = (...names: `${ServiceName}/${number}`[]) =>
  names.map((name) => ({ name, service: name.split('/')[0] as ServiceName }))

/** Notes when each is begun and ended; who is held ends when told. */
function noting(held: readonly string[] = []) {
  const notes: string[] = []
  const gates = new Map(held.map((name) => [name, Promise.withResolvers<void>()]))
  const take = async ({ name }: { name: string }) => {
    notes.push(`+${name}`)
    await gates.get(name)?.promise
    notes.push(`-${name}`)
  }
  return {
    notes,
    take,
    go: (name: string) => gates.get(name)?.resolve(),
    fail: (name: string) => gates.get(name)?.reject(new Error(name)),
  }
}

test('files of one service go one after the other, those of two beside one another', async () => {
  const { notes, take, go } = noting(['placements/1'])
  const taken = inLanes(entries('placements/1', 'placements/2', 'returns/1'), take)
  await expect.poll(() => notes).toEqual(['+placements/1', '+returns/1', '-returns/1'])
  go('placements/1')
  await taken
  expect(notes.slice(3)).toEqual(['-placements/1', '+placements/2', '-placements/2'])
})

test('a file waits for those of children that stand before it, and for none that stands behind it', async () => {
  const { notes, take, go } = noting(['children/1', 'children/2'])
  const taken = inLanes(entries('children/1', 'returns/1', 'oversight/1', 'children/2'), take)
  await expect.poll(() => notes).toEqual(['+children/1', '+oversight/1', '-oversight/1'])
  go('children/1')
  await expect.poll(() => notes.slice(4).toSorted()).toEqual(['+children/2', '+returns/1', '-returns/1'])
  go('children/2')
  await taken
})

test('a fault ends its lane and those that wait for it, and is told once every other has ended', async () => {
  const { notes, take, go, fail } = noting(['children/1', 'oversight/1'])
  let isTold = false
  const taken = inLanes(entries('children/1', 'returns/1', 'oversight/1'), take).finally(() => {
    isTold = true
  })
  taken.catch(() => undefined)
  await expect.poll(() => notes).toEqual(['+children/1', '+oversight/1'])
  fail('children/1')
  await new Promise(setImmediate)
  expect(isTold).toBe(false)
  go('oversight/1')
  await expect(taken).rejects.toThrow('children/1')
  expect(notes).toEqual(['+children/1', '+oversight/1', '-oversight/1'])
})
