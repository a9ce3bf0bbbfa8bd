/** What is on its way to somebody who is turned out goes no further: a long file, and a short one while it is gathered. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import express from 'express'
import { afterEach, expect, test } from 'vitest'
import { Refused } from '../refused.ts'
import { numberRequest } from '../request-id.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { StreamEnd } from '../subscriptions/outlet.ts'
import { createExportDoors, type ExportDoorOptions } from './export-doors.ts'
import type { Kept } from './export-store.ts'
import type { FoundRow } from './plan.ts'

const ACTOR: Actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, scopes: ['export:request'] }
const CALLER: Caller = {
  ...{ actor: ACTOR, name: 'A person', by: 'session', key: 'k', epoch: 1, givenAt: 0, endsAt: 1e15 },
}
const KEPT = {
  ...{ id: '7', sub: ACTOR.sub, role: ACTOR.role, states: ACTOR.states, name: 'A person', list: 'facilities' },
  ...{ filter: {}, language: 'es', purpose: 'Informe de la prueba', decoy: null, approvedBy: 'another' },
} as unknown as Kept
const OUT: StreamEnd = { code: 'SESSION_ENDED', message: 'You are let in no more.' }

let close = () => {}
afterEach(() => close())

/** The doors over pages that a test gives one by one, and a way to turn the taker out. */
async function doorsOver(pages: () => AsyncGenerator<readonly FoundRow[]>, mayBeHeard = async () => {}) {
  const said: string[] = []
  let turnOut = () => {}
  const store = {
    ...{ refuseTooMany: async () => {}, number: async () => '7', find: async () => KEPT, fetch: async () => true },
    keep: async () => void said.push('kept'),
    notGiven: async () => void said.push('not given'),
    counted: async () => void said.push('counted'),
  }
  const options = {
    ...{ store, isSynthetic: () => true, refusals: { tell: async () => {} }, gateway: { closedTo: () => null } },
    keeper: { identify: async () => CALLER, mayBeHeard },
    questions: { question: () => ({ cost: 1 }), pages },
    rates: { person: { charge: () => {} }, machine: { charge: () => {} } },
    open: {
      add(_caller: Caller, cut: (why: StreamEnd) => void) {
        turnOut = () => cut(OUT)
        return () => said.push('forgotten')
      },
    },
  } as unknown as ExportDoorOptions
  const app = express()
  app.use(numberRequest, createExportDoors(options))
  app.use((fault: Refused, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    response.status(fault.status).send(fault.code)
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  close = () => void server.close()
  return { said, turnOut: () => turnOut(), port: (server.address() as AddressInfo).port }
}

const place = (name: string): FoundRow => ({ child: null, values: [name] })

/** All that came, and whether that was the whole. */
async function read(answer: IncomingMessage): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  try {
    for await (const chunk of answer) text += chunk
  } catch {
    // It broke off.
  }
  return { text, isWhole: answer.complete }
}

async function post(port: number, path: string, body = ''): Promise<IncomingMessage> {
  const asking = request({ port, path, method: 'POST', headers: { 'content-type': 'application/json' } }).end(body)
  asking.on('error', () => {}) // Whoever is cut off is told so by the one that reads.
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return answer
}

test('given a long file whose taker is turned out after its first page, the rest is not told, and it may be fetched again', async () => {
  const next = Promise.withResolvers<void>()
  const { said, turnOut, port } = await doorsOver(async function* () {
    yield [place('of before')]
    await next.promise
    yield [place('of after')]
  })
  const answer = await post(port, '/EXP-000007/file')

  turnOut()
  next.resolve()

  // Nor does a proxy keep any of it back, to hand it on later.
  expect(answer.headers['x-accel-buffering']).toBe('no')

  const { text, isWhole } = await read(answer)
  expect(text).not.toContain('of after')
  expect(isWhole).toBe(false)
  await expect.poll(() => said.toSorted()).toEqual(['forgotten', 'not given'])
})

test('given a file that is gathered while its taker is turned out, none of it is told, and it counts as none', async () => {
  const [begun, next] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const { said, turnOut, port } = await doorsOver(async function* () {
    begun.resolve()
    await next.promise
    yield [place('of after')]
  })
  const asked = post(port, '/', JSON.stringify({ list: 'facilities', purpose: 'Informe de la prueba' }))
  await begun.promise

  turnOut()
  next.resolve()

  const answer = await asked
  expect([answer.statusCode, (await read(answer)).text]).toEqual([401, 'UNAUTHENTICATED'])
  expect(said).not.toContain('kept')
})

test('given a reader who has not taken all of a short file when he is turned out, the rest is not told', async () => {
  const long = 'x'.repeat(30_000_000)
  const { said, turnOut, port } = await doorsOver(async function* () {
    yield [place(long)]
  })
  const answer = await post(port, '/', JSON.stringify({ list: 'facilities', purpose: 'Informe de la prueba' }))

  turnOut()

  const { text, isWhole } = await read(answer)
  expect(isWhole).toBe(false)
  // Nor what the system had taken of it, for a reader who takes his time.
  expect(text.length).toBeLessThan(2_000_000)
  await expect.poll(() => said).toContain('forgotten')
})

test('given somebody who shows nothing that is known, he is turned away before his wish is read', async () => {
  const { port } = await doorsOver(
    async function* () {},
    () => Promise.reject(new Refused(401, 'UNAUTHENTICATED', 'Sign in.')),
  )
  const asking = request({ port, path: '/', method: 'POST', headers: { 'content-length': '50' } })
  asking.on('error', () => {})
  asking.write('{')

  const [answer] = (await once(asking, 'response')) as [IncomingMessage]

  expect(answer.statusCode).toBe(401)
  asking.destroy()
})
