/** A service alone: what is under way when it is stopped, and a database that goes while it is asked. */
import { randomBytes } from 'node:crypto'
import { buildSchema, type ExecutionResult } from 'graphql'
import { afterEach, expect, test, vi } from 'vitest'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from './actor.ts'
import { sealEnvelope } from './envelope.ts'
import { serve } from './serve.ts'
import type { Service } from './service.ts'

const KEYS = new Map([['k', randomBytes(32)]])
const BODY = JSON.stringify({ query: '{ here }' })

afterEach(() => vi.restoreAllMocks())

async function served({ answer, openingOf }: Pick<Service, 'answer' | 'openingOf'>) {
  const [start, close] = [async () => async () => {}, async () => {}]
  const parts: Partial<Service> = { name: 'returns', schema: buildSchema('type Query { here: Int }'), start, close }
  const service = { ...parts, answer, openingOf } as Service // all of it that is asked here
  const { port, stop } = await serve({ service, keys: KEYS, host: '127.0.0.1', port: 0 })
  const ask = async () => {
    const request = { service: 'returns', method: 'POST', path: '/graphql', body: BODY }
    const asker = { actor: PSEUDONYMOUS_FEDERAL_SECRETARY, requestId: 'a test', reason: null }
    const headers = { 'content-type': 'application/json', ...sealEnvelope(KEYS, request, asker, Date.now()) }
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body: BODY })
    return { status: response.status, text: await response.text() }
  }
  return { ask, stop }
}

test('given a service that is stopped while it answers, that answer is given, and nothing new is taken', async () => {
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<ExecutionResult>()]
  const { ask, stop } = await served({
    openingOf: async () => 'FIRST',
    answer: () => {
      asked.resolve()
      return answer.promise
    },
  })
  const answered = ask()
  await asked.promise

  const stopped = stop()
  await expect(ask()).rejects.toThrow()
  answer.resolve({ data: { here: 1 } })

  expect(await answered).toMatchObject({ status: 200, text: expect.stringContaining('"here":1') })
  await stopped
})

test('given a database that goes while it is asked about an envelope, the service is away, and Apollo writes nothing by itself', async () => {
  const written = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]
  const gone = Object.assign(new Error('terminating connection: "a value"'), { code: '57P01' })
  const { ask, stop } = await served({
    openingOf: () => Promise.reject(gone),
    answer: async () => ({ data: { here: 1 } }),
  })

  const { status, text } = await ask()

  expect(status).toBe(503)
  expect(text).not.toMatch(/here":1|a value/)
  for (const one of written) expect(one).not.toHaveBeenCalled()
  await stop()
})

test('given a defect while an envelope is looked up, the log has it, without values, and Apollo writes nothing by itself', async () => {
  const written = vi.spyOn(console, 'error')
  const { ask, stop } = await served({
    openingOf: () => Promise.reject(new Error('invalid input: "a value"')),
    answer: async () => ({ data: { here: 1 } }),
  })

  expect((await ask()).status).toBe(500)
  expect(written).not.toHaveBeenCalled()
  await stop()
})
