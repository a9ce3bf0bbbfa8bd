/** Of every backlog that is written alike, a count of 1 to 4 may be more than one number to whoever knows how it is written. */
import { expect, test } from 'vitest'
import { isSmall } from './small.ts'
import { withheldInBacklog } from './withheld-backlog.ts'

const AGES = [
  'UNDER_24_HOURS',
  'FROM_24_TO_72_HOURS',
  'FROM_72_HOURS_TO_5_WORKING_DAYS',
  'OVER_5_WORKING_DAYS',
] as const
const backlog = (counts: readonly number[]) => AGES.map((bucket, at) => ({ bucket, count: counts[at] ?? 0 }))
const written = (count: number, isBeside: boolean) => (isBeside ? '≥5' : isSmall(count) ? '1–4' : String(count))

/** As the figure and the table tell it together: all, each age, and the first two as one. */
function tellOf(counts: readonly number[], isBeside = withheldInBacklog(backlog(counts))): string[] {
  const [first = 0, second = 0] = counts
  return [
    written(
      counts.reduce((sum, count) => sum + count, 0),
      false,
    ),
    written(first + second, isBeside('UNDER_72_HOURS')),
    ...AGES.map((age, at) => written(counts[at] ?? 0, isBeside(age))),
  ]
}

test.each([
  ['where none is small, all are told', [5, 0, 12, 150], ['167', '5', '5', '0', '12', '150']],
  ['the smallest larger one beside it is not', [2, 0, 8, 150], ['160', '1–4', '1–4', '0', '≥5', '150']],
  ['nor the only one', [2, 0, 0, 150], ['152', '1–4', '1–4', '0', '0', '≥5']],
  ['nor that with which it is told as one', [2, 7, 0, 150], ['159', '9', '1–4', '≥5', '0', '150']],
])('%s', (_what, counts, expected) => {
  expect(tellOf(counts)).toEqual(expected)
})

/** With all of five or more withheld, but how many there are at all. */
function leastOf(counts: readonly number[]): string[] {
  const [all = '', ...parts] = tellOf(counts, () => false)
  return [all, ...parts.map((part) => (Number(part) >= 5 ? '≥5' : part))]
}

/** Of each age, the numbers of all backlogs of which this could be told. */
function possible(counts: readonly number[], told: readonly string[]): Set<number>[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const fits = (count: number, how: string | undefined) =>
    how === '1–4' ? isSmall(count) : how === '≥5' ? count >= 5 : String(count) === how
  const from0 = Array.from({ length: all + 1 }, (_one, n) => n)
  const [first, second, third] = [0, 1, 2].map((at) => from0.filter((n) => fits(n, told[at + 2])))
  const found = counts.map(() => new Set<number>())
  for (const a of first ?? [])
    for (const b of (second ?? []).filter((n) => fits(a + n, told[1])))
      for (const c of third ?? []) {
        const backlog = [a, b, c, all - a - b - c]
        if (fits(backlog[3] ?? 0, told[5])) backlog.forEach((count, at) => void found[at]?.add(count))
      }
  return found
}

test('no small one is found by whoever knows all that is told, but where nothing could keep it', () => {
  const upTo = [0, 1, 3, 4, 5, 9]
  const all = upTo.flatMap((a) => upTo.flatMap((b) => upTo.flatMap((c) => upTo.map((d) => [a, b, c, d]))))

  const found = all.filter((counts) => {
    const [values, most] = [possible(counts, tellOf(counts)), possible(counts, leastOf(counts))]
    return counts.some((count, at) => isSmall(count) && (values[at]?.size ?? 0) < Math.min(2, most[at]?.size ?? 0))
  })
  expect(found).toEqual([])
})
