/** Which statements have a name: those asked again and again, and no more than a connection should keep plans of. */
import { expect, test } from 'vitest'
import { keptPlan } from './kept-plans.ts'

const asked = (text: string, times: number) => Array.from({ length: times }, () => keptPlan(text))

test('given a statement is asked again and again, it has a name from the third time on, and no other has the same', () => {
  const [first, second, third, fourth] = asked('select 1', 4)

  expect([first, second]).toEqual([undefined, undefined])
  expect(third).toMatch(/^kept \d+$/)
  expect(fourth).toBe(third)
  expect(asked('select 2', 3)[2]).not.toBe(third)
})

test('given there are more statements than a connection should keep plans of, those that come later have none', () => {
  const names = Array.from({ length: 300 }, (_, i) => asked(`select ${i} + 1`, 3)[2])

  expect(new Set(names.filter((name) => name !== undefined)).size).toBeLessThanOrEqual(100)
  expect(names.at(-1)).toBeUndefined()
  expect(asked('select 1', 1)[0]).toMatch(/^kept/)
})
