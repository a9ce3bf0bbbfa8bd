/** An office whose address was forgotten, or written wrongly, is sent what waited for it once the settings name the right one. */
import { outageOf } from '@vigia/kit/background'
import { DAY_IN_MS, HOUR_IN_MS } from '@vigia/law/durations'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Mailing, mailingBy, tellByMail } from '../../services/oversight/src/delivery/mail.ts'
import { deliverInBackground, type Worker } from '../../services/oversight/src/delivery/worker.ts'
import { eventually } from '../support/eventually.ts'
import { type WebhookRegistry, webhookRegistry } from '../support/webhooks.ts'

const OFFICE = 'state-secretary:07'

let registry: WebhookRegistry
beforeAll(async () => {
  registry = await webhookRegistry()
  await registry.raise()
})
// A letter of a state keeps the next one back for ten minutes.
beforeEach(() => registry.database.query('delete from oversight.mail'))
afterAll(() => registry.stop())

/** By settings that name this address for the office, with a server of mail that takes what it is given, or refuses all. */
function mailingTo(address: string | null, takes = true) {
  const sent: string[] = []
  const mailing: Mailing = {
    addresses: { own: 'https://vigia.example.org', of: address === null ? {} : { [OFFICE]: address } },
    transport: {
      from: 'vigia@example.org',
      send: async ({ to }) => {
        if (!takes) throw new Error('No such mailbox')
        sent.push(to)
      },
    },
  }
  return { mailing, sent }
}

const lettersToOffice = () =>
  registry.database.query<{ address: string | null; isSent: boolean }>(
    `select address, sent_at is not null as "isSent" from oversight.mail where recipient = '${OFFICE}' order by created_at`,
  )

/** A letter of so long ago, as a process with these settings leaves it. */
async function wrote(worker: Worker, mailing: Mailing, msAgo: number): Promise<void> {
  await registry.raiseAs('HELD_IN_PROHIBITED_PLACE', 'CRITICAL')
  await tellByMail(worker.db.pool, mailing, new Date(Date.now() - msAgo))
}

/** A start by these settings, until the office has been sent so many. */
async function startedBy(worker: Worker, { mailing, sent }: ReturnType<typeof mailingTo>, count: number) {
  const stop = deliverInBackground({ ...worker, mailing }, outageOf('oversight'))
  await eventually(
    async () => sent.length,
    (many) => many === count,
  )
  await stop()
}

test('given letters of a day in which an office had no address, a start that names one sends them, and none of before', async () => {
  const worker = registry.worker()
  const nobody = mailingTo(null).mailing
  for (const msAgo of [DAY_IN_MS + HOUR_IN_MS, HOUR_IN_MS]) await wrote(worker, nobody, msAgo)
  expect(await lettersToOffice()).toEqual(Array(2).fill({ address: null, isSent: false }))
  const named = mailingTo('sipinna@chiapas.example.org')

  await startedBy(worker, named, 1)

  expect(named.sent).toEqual(['sipinna@chiapas.example.org'])
  expect(await lettersToOffice()).toEqual([
    { address: null, isSent: false },
    { address: 'sipinna@chiapas.example.org', isSent: true },
  ])
})

test('given an address that refused a letter, the right one is sent it at once', async () => {
  const worker = registry.worker()
  await wrote(worker, mailingTo('sipina@chiapas.example.org', false).mailing, HOUR_IN_MS / 2)
  const mended = mailingTo('sipinna@chiapas.example.org')

  await startedBy(worker, mended, 1)

  expect(mended.sent).toEqual(['sipinna@chiapas.example.org'])
})

test('given addresses and no server of mail, what is written is shown alone: a server of later is given that of a day', async () => {
  const worker = registry.worker()
  const addresses = { own: 'https://vigia.example.org', of: { [OFFICE]: 'sipinna@chiapas.example.org' } }
  const unsent = mailingBy({ smtpUrl: undefined, from: 'vigia@example.org', addresses })
  for (const msAgo of [90 * DAY_IN_MS, HOUR_IN_MS]) await wrote(worker, unsent, msAgo)
  const later = mailingTo('sipinna@chiapas.example.org')

  await startedBy(worker, later, 1)

  expect(await lettersToOffice()).toEqual([
    { address: null, isSent: false },
    { address: 'sipinna@chiapas.example.org', isSent: true },
  ])
})
