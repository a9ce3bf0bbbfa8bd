/** How long after its commit an alert comes to a receiver of webhooks, signed, by the first try: the worker of the service as it runs by itself. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { urlOfRole } from '@vigia/db/roles'
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { prepareKeys } from '@vigia/kit/seal/prepare'
import type { Service } from '@vigia/kit/service'
import { scopesOf } from '@vigia/law/access-matrix'
import pg from 'pg'
import { askDirectly } from '../support/ask-directly.ts'
import { aReceiver, type Receiver } from '../support/receiver.ts'
import { query } from './database.ts'
import { RAISE } from './stream-product.ts'

/** Of as many children, one after the other; a default of Vigía. */
const ALERTS = 300
const BETWEEN_IN_MS = 40
const PATIENT_IN_MS = 60_000
const LOOK_EVERY_MS = 50

const OWNER: Actor = {
  ...PSEUDONYMOUS_FEDERAL_SECRETARY,
  ...{
    sub: 'an ombudsperson of the benchmark',
    role: 'ombudsperson-federal',
    scopes: scopesOf('ombudsperson-federal'),
  },
}

/** Milliseconds from the commit to the receiver, of each alert. `service` runs; children are those of the alerts (alerts.ts). */
export async function measureFirstTries(service: Service, url: string): Promise<number[]> {
  const receiver = await aReceiver()
  const client = new pg.Client({ connectionString: urlOfRole(url, 'vigia_oversight') })
  await client.connect()
  try {
    await enabled(service, url, receiver)
    const cameAt = new Map<unknown, number>()
    receiver.answer(({ data }) => {
      cameAt.set(data['alertId'], performance.now())
      return { status: 204 }
    })
    const committedAt = new Map<string, number>()
    for (let n = 1; n <= ALERTS; n += 1) {
      const [id, child] = [randomUUID(), `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`]
      await client.query({ name: 'raise', text: RAISE, values: [[id], child] })
      committedAt.set(id, performance.now())
      await wait(BETWEEN_IN_MS)
    }
    await until(() => cameAt.size >= ALERTS)
    return [...committedAt].map(([id, at]) => (cameAt.get(id) ?? Number.POSITIVE_INFINITY) - at)
  } finally {
    await client.end()
    await receiver.stop()
  }
}

async function enabled(service: Service, url: string, receiver: Receiver): Promise<void> {
  await prepareKeys(url)
  const asked = async (text: string, variables = {}) => {
    const { data, errors } = await askDirectly(service, OWNER, text, variables)
    if (errors) throw new Error(`An endpoint could not be made: ${errors[0]?.message}`)
    return data as Record<string, { endpoint: { id: string } }>
  }
  const input = { url: receiver.url, description: 'a receiver of the benchmark', kinds: ['HELD_WITHOUT_LEGAL_BASIS'] }
  const made = await asked(
    `mutation ($input: WebhookEndpointInput!) { createWebhookEndpoint(input: $input) { endpoint { id } } }`,
    { input },
  )
  const id = made['createWebhookEndpoint']?.endpoint.id
  await asked(`mutation { enableWebhookEndpoint(id: "${id}") { endpoint { id } } }`)
  await until(async () => {
    const rows = await query<{ status: string }>(url, 'select status from oversight.webhook_endpoint')
    return rows[0]?.status === 'ACTIVE'
  })
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = performance.now(); !(await isSo()); await wait(LOOK_EVERY_MS))
    if (performance.now() - began > PATIENT_IN_MS) throw new Error('A receiver of webhooks was not told in time.')
}
