/** The library of jobs may get stuck as a database falls: whoever delivers is then replaced, and what waits is sent all the same. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { outageOf } from '@vigia/kit/background'
import { log } from '@vigia/kit/log'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { deliverInBackground } from '../../services/oversight/src/delivery/worker.ts'
import { eventually } from '../support/eventually.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

/** Of one message alone: while it is waited for, the library cannot end. */
const SLOW_BY_MS = 4_000

const taken: string[] = []
let isSlow = false
const receiver = createServer(async (request, response) => {
  const body = await text(request)
  const { type, data } = JSON.parse(body)
  if (type === 'webhook.challenge') return void response.end(JSON.stringify({ challenge: data.challenge }))
  taken.push(String(request.headers['webhook-id']))
  const waits = isSlow
  isSlow = false
  if (waits) await pause(SLOW_BY_MS)
  response.writeHead(204).end()
})

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await registry.stop()
})

/** Two words that jobs are done fail at once: the library counts one of them twice, and waits for ever for what is long over. */
const NOTHING_IS_DONE = `
  create function oversight_jobs.never_done() returns trigger language plpgsql as $$
  begin
    perform pg_sleep(0.5);
    raise exception 'Connection terminated unexpectedly';
  end $$;
  create trigger never_done before delete on oversight_jobs._private_jobs for each statement execute function oversight_jobs.never_done()`

test('given jobs cannot be told as done, another worker takes the place of the one that stopped', async () => {
  const { port } = receiver.address() as AddressInfo // a TCP server that listens
  await registry.listening(aPartner('one'), { url: `http://127.0.0.1:${port}/` })
  const told = vi.spyOn(log, 'error')
  await registry.raise()
  await registry.database.query(NOTHING_IS_DONE)
  isSlow = true
  const stop = deliverInBackground(registry.worker(), outageOf('oversight'))
  const raise = () => registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
  const sent = (count: number) =>
    eventually(
      async () => new Set(taken).size,
      (many) => many === count,
      20_000,
    )

  for (let alert = 0; alert < 4; alert += 1) await raise()
  await sent(5)
  await pause(1_500) // Two words have failed, and the slow one has not been answered yet.
  await registry.database.query('drop trigger never_done on oversight_jobs._private_jobs')
  await raise()

  await sent(6)
  await eventually(
    () => registry.database.query(`select from oversight.webhook_delivery where state = 'WAITING'`),
    ({ length }) => length === 0,
  )
  await stop()
  // A connection that is lost is told once, by what goes round.
  expect(told.mock.calls.filter(([, sentence]) => /the library/.test(String(sentence)))).toEqual([])
})
