/** What leaves a registry of invented children says so by itself: whoever is written to sees no page beside it. */

import { openPool } from '@vigia/db/open'
import { urlOfRole } from '@vigia/db/roles'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailingBy, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

const isInvented = (is: boolean) => registry.database.query(`update outbox.registry set is_synthetic = ${is}`)

async function letters() {
  const pool = openPool(urlOfRole(registry.database.url, 'vigia_oversight'), 1)
  const addresses = { own: 'https://vigia.example.org', of: {} }
  // What was raised since waits for ten minutes after the letter before.
  const later = new Date(Date.now() + 3_600_000)
  await tellByMail(pool, mailingBy({ smtpUrl: undefined, from: 'vigia@example.org', addresses }), later)
  await pool.end()
  return registry.database.query<{ subject: string; body: string }>(
    'delete from oversight.mail returning subject, body',
  )
}

test.each([true, false])(
  'given invented children (%s), messages to systems and letters to offices say so, or do not',
  async (is) => {
    await isInvented(is)
    const standard = await registry.listening(aPartner(`standard-${is}`))
    const event = await registry.listening(aPartner(`event-${is}`), { envelope: 'CLOUD_EVENTS' })
    await registry.raise()
    await registry.deliver()
    const told = await letters()

    expect([standard, event].map(({ messages: [one] }) => JSON.parse(one?.body ?? '{}').synthetic)).toEqual(
      is ? [true, true] : [undefined, undefined],
    )
    expect(told.length).toBeGreaterThan(0)
    expect(told.filter(({ subject }) => subject.startsWith('[DATOS SINTÉTICOS] Vigía: ')).length).toBe(
      is ? told.length : 0,
    )
    expect(
      told.filter(({ body }) => body.startsWith('DATOS SINTÉTICOS: ninguna de estas personas existe.\nSYNTHETIC DATA'))
        .length,
    ).toBe(is ? told.length : 0)
  },
)
