/** An act on an endpoint that is refused leaves nothing, be it that its author came. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPartner, type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
})
afterAll(() => registry.stop())

test.each(['sendTestEvent', 'enableWebhookEndpoint', 'deleteWebhookEndpoint'])(
  'given %s of an endpoint that is not there, nobody is known to own any',
  async (act) => {
    const stranger = aPartner(`comes-by-for-${act}`)
    const nobodys = `mutation { ${act}(id: "00000000-0000-4000-8000-000000000000") { __typename } }`
    await expect(registry.asked(stranger, nobodys)).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const owners = 'select from oversight.webhook_owner where subject = $1'
    expect(await registry.database.query(owners, [stranger.sub])).toEqual([])
  },
)

test.each([
  ['2026-11-30T00:00:00Z', '2026-11-29T00:00:00Z', 'Give in "to" an instant after that of "from".'],
  ['2026-10-01T00:00:00Z', '2026-11-29T00:00:00Z', 'Ask for 31 days at most.'],
])(
  'given what was missed from %s to %s, whoever asks for it reads what is wrong with that time',
  async (from, to, told) => {
    const one = await registry.listening(aPartner('missed'))
    const again = `mutation { redeliverWebhooks(id: "${one.id}", from: "${from}", to: "${to}") { count } }`

    await expect(registry.asked(one.owner, again)).rejects.toThrow(told)
  },
)
