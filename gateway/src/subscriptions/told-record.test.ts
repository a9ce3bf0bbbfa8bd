/** To whom which steps were written, as few rows as may be, and exactly those. */
import { log } from '@vigia/kit/log'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Bundle } from './bundle.ts'
import { Told } from './told.ts'
import { ToldRecord } from './told-record.ts'
import type { ToldRows } from './told-to.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const bundleOf = (seq: number, ...others: number[]) => new Bundle([aTold(seq), ...others.map((one) => aTold(one))])
const aTold = (seq: number, data: object | null = { alertRaised: {} }) => new Told(seq, { data } as never, false)
const readers = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `reader ${from + i}`)

function aRecord() {
  const written: ToldRows[] = []
  const disk = { isAway: false }
  const record = new ToldRecord(async (rows) => {
    if (disk.isAway) throw new Error('away')
    written.push(rows)
  })
  return { record, written, disk }
}

/** Who was told a step, as it would be read from what was written. */
function toldOf(written: readonly ToldRows[], seq: number): string[] {
  const cohorts = new Map(written.flatMap(({ cohorts }) => cohorts).map(({ id, followers }) => [id, followers]))
  const tellings = written.flatMap(({ tellings }) => tellings).filter(({ seqs }) => seqs.includes(seq))
  return tellings
    .flatMap(({ cohort, besides, without }) =>
      [...(cohort ? (cohorts.get(cohort) ?? []) : []), ...besides].filter((one) => !without.includes(one)),
    )
    .sort()
}

test('given many who are told together, they are written down once, and who comes and goes by name', async () => {
  const { record, written } = aRecord()
  const told = record.of()
  const tell = (bundle: Bundle, to: readonly string[]) => {
    for (const one of to) told.wrote(one, bundle)
  }

  tell(bundleOf(1, 2), readers(100))
  tell(bundleOf(3), readers(100))
  await vi.advanceTimersByTimeAsync(1_000)
  tell(bundleOf(4), readers(100, 2))
  tell(bundleOf(5), readers(3))
  await vi.advanceTimersByTimeAsync(1_000)

  expect(written.map(({ cohorts }) => cohorts.length)).toEqual([1, 0])
  expect(written[0]?.tellings).toMatchObject([{ seqs: [1, 2, 3], besides: [], without: [] }])
  expect(toldOf(written, 2)).toEqual(readers(100).sort())
  expect(toldOf(written, 4)).toEqual(readers(100, 2).sort())
  expect(toldOf(written, 5)).toEqual(readers(3))
})

test('given most of them are others, they are another cohort', async () => {
  const { record, written } = aRecord()
  const told = record.of()
  for (const one of readers(50)) told.wrote(one, bundleOf(1))
  await record.flush()
  const next = bundleOf(2)
  for (const one of readers(50, 25)) told.wrote(one, next)
  await record.flush()

  expect(toldOf(written, 2)).toEqual(readers(50, 25).sort())
})

test('an error that was told in the place of an alert tells nobody of it', async () => {
  const { record, written } = aRecord()
  record.of().wrote('reader', new Bundle([aTold(1, null)]))
  await record.flush()

  expect(written).toEqual([])
})

test('given the database is away, what was told is written once it is back, and in its order', async () => {
  const { record, written, disk } = aRecord()
  const told = record.of()
  disk.isAway = true
  told.wrote('reader', bundleOf(1))
  await vi.advanceTimersByTimeAsync(1_000)
  told.wrote('reader', bundleOf(2))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(written).toEqual([])

  disk.isAway = false
  await vi.advanceTimersByTimeAsync(1_000)

  expect(written.flatMap(({ tellings }) => tellings).map(({ seqs }) => seqs)).toEqual([[1], [2]])
})

test('a gateway that stops writes what it has told', async () => {
  const { record, written } = aRecord()
  record.of().wrote('reader', bundleOf(7))
  await record.stop()

  expect(toldOf(written, 7)).toEqual(['reader'])
})

test('given more than may wait, no cohort waits of which nothing is written down, and who is told later is known again', async () => {
  const { record, written, disk } = aRecord()
  const [loud, crowd] = [record.of(), record.of()]
  disk.isAway = true
  for (let n = 0; n < 20_000; n += 1) loud.wrote(`one ${n}`, bundleOf(n))
  await record.flush()
  for (let n = 0; n < 5; n += 1) {
    const bundle = bundleOf(30_000 + n)
    for (const one of readers(50, n * 50)) crowd.wrote(one, bundle)
    await record.flush()
  }
  disk.isAway = false
  await record.flush()
  const next = bundleOf(40_000)
  for (const one of readers(50, 200)) crowd.wrote(one, next)
  await record.flush()

  expect(written[0]?.tellings).toHaveLength(20_000)
  expect(written.map(({ cohorts }) => cohorts.length)).toEqual([0, 1])
  expect(toldOf(written, 40_000)).toEqual(readers(50, 200).sort())
})

test('given a database that is away for many tries, that is said once, and once when it is over, or what was left when it stopped', async () => {
  const { record, disk } = aRecord()
  const [began, ended] = [vi.spyOn(log, 'error'), vi.spyOn(log, 'warn')]
  const told = record.of()
  disk.isAway = true
  told.wrote('reader', bundleOf(1))
  await vi.advanceTimersByTimeAsync(10_000)
  expect([began.mock.calls.length, ended.mock.calls.length]).toEqual([1, 0])
  disk.isAway = false
  await vi.advanceTimersByTimeAsync(1_000)
  expect([began.mock.calls.length, ended.mock.calls.length]).toEqual([1, 1])

  disk.isAway = true
  told.wrote('reader', bundleOf(2))
  await record.stop()

  expect(began.mock.calls.at(-1)).toEqual([{ service: 'gateway', left: 1 }, expect.stringMatching(/not written down/)])
})
