/** The library of jobs may get stuck as a database falls: whoever delivers is then replaced, and what waits is sent all the same. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

/** Two words that jobs are done fail at once: the library counts one of them twice, and waits for ever for what is long over. */
const NOTHING_IS_DONE = `
  create function oversight_jobs.never_done() returns trigger language plpgsql as $$
  begin
    perform pg_sleep(0.5);
    raise exception 'the connection is lost';
  end $$;
  create trigger never_done before delete on oversight_jobs._private_jobs for each statement execute function oversight_jobs.never_done()`

test('given jobs cannot be told as done, another worker takes the place of the one that stopped', async () => {
  const receiver = await registry.listening(aPartner('one'))
  const { workerAt } = await import('../../services/oversight/src/delivery/delivery.ts')
  const { deliverInBackground } = await import('../../services/oversight/src/delivery/worker.ts')
  await registry.database.query(NOTHING_IS_DONE)
  const stop = deliverInBackground(workerAt(() => new Date()))
  const taken = async () => receiver.messages.length

  await registry.raise('Chiapas', 6)
  await eventually(taken, (count) => count === 6)
  await registry.database.query('drop trigger never_done on oversight_jobs._private_jobs')
  await registry.raise('Chiapas', 2)

  await eventually(taken, (count) => count >= 8, 20_000)
  await stop()
  expect(new Set(receiver.messages.map(({ headers }) => headers['webhook-id'])).size).toBe(8)
})
