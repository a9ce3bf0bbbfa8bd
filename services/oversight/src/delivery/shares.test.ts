/** Whose messages are told, as the jobs of a process come and go: by hand, after times that the test says. */
import { expect, test } from 'vitest'
import { Shares } from './shares.ts'

const JOBS = 20

/** A process with so many jobs, and receivers that answer when they are told to. */
function aProcess() {
  const shares = new Shares()
  const owed: { endpoint: string; lane: string }[] = []
  const inHand: { endpoint: string; lane: string; answer: (told: { tookInMs: number }) => void }[] = []
  let free = JOBS
  const deliverNext = ({ endpoint, lane }: { endpoint: string; lane: string }) =>
    new Promise<{ tookInMs: number } | null>((answer) => {
      const at = owed.findIndex((one) => one.endpoint === endpoint && one.lane === lane)
      if (at < 0) return answer(null)
      owed.splice(at, 1)
      inHand.push({ endpoint, lane, answer })
    })
  const settled = async () => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve()
  }
  return {
    shares,
    /** How many messages of the endpoint are with its receiver. */
    with: (endpoint: string) => inHand.filter((one) => one.endpoint === endpoint).length,
    inHand: () => inHand.length,
    isOwed: () => owed.length > 0,
    /** So many lanes of it have a message each. */
    owe(endpoint: string, lanes: number) {
      for (let lane = 0; lane < lanes; lane += 1) owed.push({ endpoint, lane: `lane ${lane}` })
    },
    /** What is owed is given to jobs, as long as there are any. */
    async sweep() {
      for (const lane of owed.filter((one) => !shares.isWaiting(one))) {
        if (free === 0) break
        free -= 1
        void shares.tell(lane, deliverNext).finally(() => {
          free += 1
        })
        await settled()
      }
    },
    /** All that is with that receiver is answered, so long after. */
    async answers(endpoint: string, tookInMs: number) {
      for (const one of inHand.filter((each) => each.endpoint === endpoint)) {
        inHand.splice(inHand.indexOf(one), 1)
        one.answer({ tookInMs })
      }
      await settled()
    },
  }
}

const SLOW = ['a', 'b', 'c', 'd', 'e', 'f']

/** Each of them is known for one that takes its time. */
async function withSlowOnes() {
  const process = aProcess()
  for (const endpoint of SLOW) process.owe(endpoint, 1)
  await process.sweep()
  for (const endpoint of SLOW) await process.answers(endpoint, 1_000)
  return process
}

test('given six receivers that take their time, twelve of twenty jobs are theirs, by turns, and another is told at once', async () => {
  const process = await withSlowOnes()
  for (const endpoint of SLOW) process.owe(endpoint, 30)
  await process.sweep()
  process.owe('quick', 5)
  await process.sweep()

  expect(process.inHand()).toBe(13)
  expect(process.with('quick')).toBe(1) // It has not answered yet.

  await process.answers('quick', 20)
  await process.sweep()
  expect(process.with('quick')).toBe(4)

  await process.answers('a', 2_000)
  expect(SLOW.filter((endpoint) => process.with(endpoint) === 0)).toEqual([])
})

test('all that is owed to those who take their time is told in the end, to each in its turn', async () => {
  const process = await withSlowOnes()
  for (const endpoint of SLOW) process.owe(endpoint, 30)
  for (let round = 0; process.isOwed() || process.inHand() > 0; round += 1) {
    expect(round).toBeLessThan(200)
    await process.sweep()
    expect(process.inHand()).toBeLessThanOrEqual(12)
    await process.answers(SLOW[round % SLOW.length] ?? '', 2_000)
  }
})

test('of one that takes its time no more than four are told, though nobody else is there; once it is quick it counts as quick', async () => {
  const process = aProcess()
  process.owe('a', 1)
  await process.sweep()
  await process.answers('a', 1_000)
  process.owe('a', 30)
  await process.sweep()
  expect(process.with('a')).toBe(4)

  for (const endpoint of SLOW.slice(1)) process.owe(endpoint, 1)
  await process.sweep()
  for (const endpoint of SLOW.slice(1)) await process.answers(endpoint, 1_000)
  for (const endpoint of SLOW.slice(1)) process.owe(endpoint, 30)
  for (const ms of [2_000, 20]) await process.answers('a', ms)
  await process.sweep()
  expect(process.with('a')).toBe(4)
  expect(process.inHand()).toBe(4 + 12)
})

test('whoever is told to leave tells the message in hand and takes up no other; a run after it does', async () => {
  const process = aProcess()
  process.owe('a', 1)
  await process.sweep()
  process.owe('a', 3)
  await process.sweep()
  process.shares.leave()
  await process.answers('a', 5)
  expect(process.inHand()).toBe(0)

  await process.sweep()
  expect(process.with('a')).toBeGreaterThan(0)
})

test('given a message fails, its job fails with it, and what waits is taken up by the next', async () => {
  const shares = new Shares()
  let fail = (_fault: Error) => {}
  const failing = shares.tell({ endpoint: 'a', lane: '1' }, () => new Promise((_, reject) => (fail = reject)))
  await shares.tell({ endpoint: 'a', lane: '2' }, async () => null)
  expect(shares.isWaiting({ endpoint: 'a', lane: '2' })).toBe(true)

  fail(new Error('no database'))
  await expect(failing).rejects.toThrow('no database')
  expect(shares.isWaiting({ endpoint: 'a', lane: '2' })).toBe(false)
})
