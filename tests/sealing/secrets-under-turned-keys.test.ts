/** Keys are turned while a service runs that has read the former ones: what signs to an endpoint from then on is wrapped by that of now. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openPool } from '@vigia/db/open'
import { keyring, keysFile } from '@vigia/kit/seal/keys'
import { retire, rotate, wrappedByEach } from '@vigia/kit/seal/rewrap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
const folder = mkdtempSync(path.join(tmpdir(), 'vigia-turned-'))
beforeAll(async () => {
  const own = path.join(folder, 'keys.json')
  copyFileSync(keysFile(), own)
  process.env['VIGIA_KEYS'] = own
  registry = await webhookRegistry()
})
afterAll(async () => {
  await registry.stop()
  rmSync(folder, { recursive: true })
})

test('given the former key is retired, no secret is made under it, and all endpoints are told', async () => {
  const one = await registry.listening(aPartner('one')) // For which the service has read the keys.
  const pool = openPool(registry.database.url, 2)
  await rotate(pool)
  await retire(pool)

  const two = await registry.listening(aPartner('two'))
  await registry.asked(one.owner, `mutation { rotateWebhookSecret(id: "${one.id}") { secret } }`)

  expect((await wrappedByEach(pool)).map(({ id }) => id)).toEqual([keyring().wrapping[0].id])
  await registry.raise()
  expect([one, two].map(({ messages }) => messages.length)).toEqual([1, 1])
  await pool.end()
})
