/** The library of jobs remembers every run for as long as the process lives, and a database that falls makes another: nothing may hang on what is over. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { outageOf } from '@vigia/kit/background'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deliverInBackground } from '../../services/oversight/src/delivery/worker.ts'
import { eventually } from '../support/eventually.ts'
import { aReceiver, type Receiver } from '../support/receiver.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
let receiver: Receiver
beforeAll(async () => {
  registry = await webhookRegistry()
  receiver = await aReceiver()
})
afterAll(async () => {
  await receiver.stop()
  await registry.stop()
})

/** What a worker was made of that has delivered, and has stopped. */
async function aWorkerOfBefore(): Promise<WeakRef<object>> {
  const worker = registry.worker()
  const stop = deliverInBackground(worker, outageOf('oversight'))
  await eventually(
    () => registry.database.query(`select from oversight.webhook_delivery where state = 'WAITING'`),
    ({ length }) => length === 0,
  )
  await stop()
  return new WeakRef(worker)
}

test('given a worker has delivered and stopped, nothing holds what it worked with', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  await registry.listening(aPartner('one'), { url: receiver.url })
  await registry.raise()

  const worker = await aWorkerOfBefore()

  expect(receiver.messages.length).toBeGreaterThan(0)
  const isHeld = async () => {
    collect()
    return worker.deref() !== undefined
  }
  await eventually(isHeld, (held) => !held)
})
