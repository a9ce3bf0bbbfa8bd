import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { childOfThisRegistry } from './child-of-this-registry.ts'

const stay = { edges: [{}] }
const none = { edges: [] }
const aCase = { determination: null }
const determined = { determination: { outcome: 'RETURN_PERMITTED' } }

type Child = { id: string; placements: object | null; ppnnaCase: object | null }
let asked: { from: string; to: string }[]

/** The children of the older months, then the latest. */
function registryOf(older: readonly Child[], latest: readonly Child[] = []) {
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    asked.push(JSON.parse(body).variables.period)
    const children = asked.length === 1 ? older : latest
    return { json: async () => ({ data: { children: { edges: children.map((node) => ({ node })) } } }) }
  })
}

beforeEach(() => {
  asked = []
  vi.useFakeTimers({ now: new Date('2026-11-27T03:00:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('of those found long enough ago, whoever has a determination, though others have been in more places', async () => {
  registryOf([
    { id: 'held', placements: stay, ppnnaCase: null },
    { id: 'open', placements: stay, ppnnaCase: aCase },
    { id: 'determined', placements: none, ppnnaCase: determined },
  ])

  expect(await childOfThisRegistry()).toBe('determined')
  expect(asked).toEqual([{ from: '2025-10-12', to: '2026-10-12' }])
})

test('where nobody of them has one, the best known of all, the latest too', async () => {
  registryOf(
    [{ id: 'older', placements: stay, ppnnaCase: null }],
    [{ id: 'latest', placements: none, ppnnaCase: aCase }],
  )

  expect(await childOfThisRegistry()).toBe('latest')
  expect(asked.at(-1)).toEqual({ from: '2026-10-12', to: '2026-11-26' })
})

test('of a registry of nobody none, and none where nobody answers', async () => {
  registryOf([])
  expect(await childOfThisRegistry()).toBeNull()

  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await childOfThisRegistry()).toBeNull()
})

test('a service that is late is asked once more, and done without where it is late again', async () => {
  const late = { id: 'late', placements: stay, ppnnaCase: null }
  const here = { id: 'here', placements: none, ppnnaCase: determined }
  const answers = [
    { data: { children: { edges: [{ node: late }] } }, errors: [{ message: 'representation is not available.' }] },
    { data: { children: { edges: [{ node: late }, { node: here }] } } },
  ]
  const fetched = vi.fn(async () => ({ json: async () => answers.shift() }))
  vi.stubGlobal('fetch', fetched)
  expect(await childOfThisRegistry()).toBe('here')
  expect(fetched).toHaveBeenCalledTimes(2)

  const never = { data: { children: { edges: [{ node: late }] } }, errors: [{}] }
  vi.stubGlobal('fetch', async () => ({ json: async () => never }))
  expect(await childOfThisRegistry()).toBe('late')
})
