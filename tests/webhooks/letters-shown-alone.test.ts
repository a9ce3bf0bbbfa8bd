/** An office whose address the settings name, without a server of mail, is not told that letters go there: none does. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { anActor } from '../support/asking.ts'
import { type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

const SECRETARY = anActor('state-secretary', { sub: 'secretary of Chiapas', states: ['07'] })
const MAIL_TO = JSON.stringify({ 'state-secretary:07': 'sipinna@chiapas.example.org' })

let unserved: WebhookRegistry
let served: WebhookRegistry
beforeAll(async () => {
  vi.stubEnv('MAIL_TO', MAIL_TO)
  unserved = await webhookRegistry()
  vi.stubEnv('VIGIA_ADDRESS', 'https://vigia.example.org')
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
  served = await webhookRegistry()
})
afterAll(async () => {
  await unserved.stop()
  await served.stop()
  vi.unstubAllEnvs()
})

const addressIn = ({ asked }: WebhookRegistry) => asked(SECRETARY, '{ letterTerms { address } }')

test('given an address and no server of mail, the office reads that its letters are written and not sent', async () => {
  expect(await addressIn(unserved)).toEqual({ letterTerms: [{ address: null }] })
  expect(await addressIn(served)).toEqual({ letterTerms: [{ address: 'sipinna@chiapas.example.org' }] })
})
