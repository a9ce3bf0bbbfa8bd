/** What is kept is of the version that was asked for, never of one before; what failed is asked again; and not all is kept for ever. */
import type { Pool } from 'pg'
import { beforeEach, expect, test, vi } from 'vitest'
import { ofVersion } from './of-version.ts'

let pool: Pool
const answers = vi.fn<() => Promise<number>>()
beforeEach(() => {
  pool = {} as Pool
  answers.mockReset()
  let given = 0
  answers.mockImplementation(async () => ++given)
})

const ask = (question: string, version: string) => ofVersion(pool, { question, version }, answers)

test('asked together or one after the other, at one version, it is one question', async () => {
  expect(await Promise.all([ask('returns', '7'), ask('returns', '7')])).toEqual([1, 1])
  expect(await ask('returns', '7')).toBe(1)
  expect(await ask('returns of Honduras', '7')).toBe(2)
})

test('at another version it is asked again, also by whoever read the version before another had his answer', async () => {
  let giveOld = (_n: number) => {}
  answers.mockImplementationOnce(() => new Promise((resolve) => (giveOld = resolve)))
  const old = ask('returns', '7')
  const newer = await ask('returns', '8')
  giveOld(-1)

  expect([await old, newer, await ask('returns', '8')]).toEqual([-1, 1, 1])
})

test('what failed is told to those who asked, and asked again by the next', async () => {
  answers.mockRejectedValueOnce(new Error('away'))
  const asked = await Promise.allSettled([ask('returns', '7'), ask('returns', '7')])

  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask('returns', '7')).toBe(1)
})

test('of many questions those asked last are kept', async () => {
  await ask('of each board', '7')
  for (let period = 0; period < 150; period += 1) {
    await ask(`period ${period}`, '7')
    await ask('of each board', '7')
  }
  const asked = answers.mock.calls.length
  await ask('period 149', '7')
  expect(answers).toHaveBeenCalledTimes(asked)
  await ask('period 0', '7')
  expect(answers).toHaveBeenCalledTimes(asked + 1)
})
