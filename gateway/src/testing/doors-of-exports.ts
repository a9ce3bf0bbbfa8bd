/** The doors of exports, over pages and a store that a test sees, and somebody who asks at them. */
import { once } from 'node:events'
import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import express from 'express'
import { createExportDoors, type ExportDoorOptions } from '../exports/export-doors.ts'
import type { Kept } from '../exports/export-store.ts'
import { OnTheirWay } from '../exports/on-their-way.ts'
import type { FoundRow } from '../exports/plan.ts'
import { UnderWay } from '../limits/under-way.ts'
import type { Refused } from '../request/refused.ts'
import { numberRequest } from '../request/request-id.ts'
import type { Caller } from '../sign-in/caller.ts'
import type { StreamEnd } from '../subscriptions/outlet.ts'

const ACTOR: Actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, scopes: ['export:request'] }
const CALLER: Caller = {
  ...{ actor: ACTOR, name: 'A person', by: 'session', key: 'k', epoch: 1, givenAt: 0, endsAt: 1e15 },
}
const KEPT = {
  ...{ id: '7', sub: ACTOR.sub, role: ACTOR.role, states: ACTOR.states, name: 'A person', list: 'facilities' },
  ...{ filter: {}, language: 'es', purpose: 'Informe de la prueba', decoy: null, approvedBy: 'another' },
} as unknown as Kept
const OUT: StreamEnd = { code: 'SESSION_ENDED', message: 'You are let in no more.' }

/** The doors over pages that a test gives one by one, and a way to turn the taker out. */
export async function doorsOver(pages: () => AsyncGenerator<readonly FoundRow[]>, mayBeHeard = async () => {}) {
  const said: string[] = []
  let turnOut = () => {}
  const onTheirWay = new OnTheirWay()
  const store = {
    ...{ refuseTooMany: async () => {}, number: async () => '7', find: async () => KEPT, fetch: async () => true },
    keep: async () => void said.push('kept'),
    notGiven: async () => void said.push('not given'),
    counted: async () => void said.push('counted'),
  }
  const options = {
    ...{ store, isSynthetic: () => true, refusals: { tell: async () => {} }, gateway: { closedTo: () => null } },
    keeper: { identify: async () => CALLER, mayBeHeard },
    onTheirWay,
    questions: { question: () => ({ cost: 1 }), pages },
    rates: { person: { charge: () => {} }, machine: { charge: () => {} } },
    underWay: new UnderWay(),
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
  const { port } = server.address() as AddressInfo
  return { said, onTheirWay, turnOut: () => turnOut(), port, close: () => void server.close() }
}

export const place = (name: string): FoundRow => ({ child: null, values: [name] })

/** All that came, and whether that was the whole. */
export async function read(answer: IncomingMessage): Promise<{ text: string; isWhole: boolean }> {
  let text = ''
  try {
    for await (const chunk of answer) text += chunk
  } catch {
    // It broke off.
  }
  return { text, isWhole: answer.complete }
}

export async function post(port: number, path: string, body = ''): Promise<IncomingMessage> {
  const asking = request({ port, path, method: 'POST', headers: { 'content-type': 'application/json' } }).end(body)
  asking.on('error', () => {}) // Whoever is cut off is told so by the one that reads.
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  return answer
}
