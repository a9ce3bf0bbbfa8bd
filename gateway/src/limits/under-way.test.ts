import { expect, test } from 'vitest'
import { UnderWay } from './under-way.ts'

/** Work that is done when the test says so. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}

test('given as many under way as may be, the next waits, one more is turned away, and another account is not held up', async () => {
  const underWay = new UnderWay({ worked: 1, waiting: 1, waitInMs: 60_000 })
  const { begun, work, end } = works()

  const first = underWay.within('a', work('first'))
  const second = underWay.within('a', work('second'))
  await expect(underWay.within('a', work('third'))).rejects.toMatchObject({ status: 429, code: 'TOO_MANY_AT_ONCE' })
  const other = underWay.within('b', work('other'))
  await expect.poll(() => begun).toEqual(['first', 'other'])

  end('first')
  expect(await first).toBe('first')
  await expect.poll(() => begun).toEqual(['first', 'other', 'second'])
  end('second')
  end('other')
  expect(await Promise.all([second, other])).toEqual(['second', 'other'])
})

test('given work that fails, its place is free again', async () => {
  const underWay = new UnderWay({ worked: 1, waiting: 0, waitInMs: 60_000 })

  await expect(underWay.within('a', () => Promise.reject(new Error('a defect')))).rejects.toThrow('a defect')

  expect(await underWay.within('a', async () => 'done')).toBe('done')
})

test('given a place that does not come free in time, whoever waits for it is turned away and keeps nobody else from it', async () => {
  const underWay = new UnderWay({ worked: 1, waiting: 1, waitInMs: 20 })
  const { begun, work, end } = works()
  const first = underWay.within('a', work('first'))

  await expect(underWay.within('a', work('late'))).rejects.toMatchObject({ code: 'TOO_MANY_AT_ONCE' })
  end('first')
  await first

  expect(await underWay.within('a', async () => 'next')).toBe('next')
  expect(begun).toEqual(['first'])
})
