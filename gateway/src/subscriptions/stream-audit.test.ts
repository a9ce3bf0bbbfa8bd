/** A thousand who come back at once wait for the disk as one, and none of them is told before his entry is kept. */
import { expect, test } from 'vitest'
import { together } from './stream-audit.ts'

test('given many who come while one is written, they are written together and in order, each told of his own', async () => {
  const written: (readonly string[])[] = []
  const { promise: slow, resolve: done } = Promise.withResolvers<void>()
  const write = together(2, async (entries: readonly string[]) => {
    written.push(entries)
    await slow
    if (entries.includes('bad')) throw new Error('refused')
  })
  const told = Promise.allSettled(['one', 'two', 'three', 'bad', 'five'].map((entry) => write(entry)))

  expect(written).toEqual([['one']])
  done()
  expect((await told).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
  ])
  expect(written).toEqual([['one'], ['two', 'three'], ['bad', 'five']])
  await write('six')
  expect(written.at(-1)).toEqual(['six'])
})
