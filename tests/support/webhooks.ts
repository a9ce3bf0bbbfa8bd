/** A registry with a Chiapas referral centre and partners who registered endpoints on this machine; its clock is the test's. */
import { type OversightDb, open } from '@vigia/db/oversight'
import { urlOfRole } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { expect } from 'vitest'
import { workerAt } from '../../services/oversight/src/delivery/delivery.ts'
import type { Worker } from '../../services/oversight/src/delivery/worker.ts'
import { readSettings } from '../../services/oversight/src/env.ts'
import { anActor, type Graph, openGraph } from './asking.ts'
import { aDetection, aStay } from './builders/inm.ts'
import { hoursAgo, written } from './clock.ts'
import { feedsOf } from './feeds.ts'
import { aReceiver, type Receiver } from './receiver.ts'
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts'
import { settle } from './settled.ts'

export const aPartner = (org: string, states = ['07', '30']): Actor =>
  anActor('partner', { sub: `client:${org}`, org, states })

export interface Listening extends Receiver {
  id: string
  secret: string
  owner: Actor
}

export interface WebhookRegistry {
  database: ScratchDatabase
  graph: Graph
  /** One act or question of somebody; rejects where it was refused. */
  asked: <Data>(actor: Actor, query: string, variables?: Record<string, unknown>) => Promise<Data>
  /** A receiver with an active endpoint. */
  listening: (owner: Actor, input?: Record<string, unknown>, signature?: 'V1A' | 'V1') => Promise<Listening>
  /** So many children are held in INM premises of the state: as many alerts, each of a child. */
  raise: (state?: string, children?: number) => Promise<void>
  /** An alert in Chiapas that no rule judges again. */
  raiseAs: (kind: string, severity: string) => Promise<void>
  /** All that is due by then is tried. */
  deliver: (minutesFromNow?: number) => Promise<void>
  /** One that delivers at its own pace, once it is started. */
  worker: () => Worker
  stop: () => Promise<void>
}

const CREATE = `mutation ($input: WebhookEndpointInput!, $signature: WebhookSignature) {
  createWebhookEndpoint(input: $input, signature: $signature) { secret endpoint { id status publicKeys } } }`

type Asked = WebhookRegistry['asked']

const askerOf =
  (graph: Graph): Asked =>
  async <Data>(actor: Actor, query: string, variables = {}) => {
    const { data, errors, status } = await graph.ask(actor, query, variables)
    if (errors) throw Object.assign(new Error(errors[0]?.message), { code: errors[0]?.extensions?.['code'], status })
    return data as Data
  }

interface Made {
  createWebhookEndpoint: { secret: string; endpoint: { id: string; status: string } }
}

/** Registered, and not yet active. */
async function registered(asked: Asked, owner: Actor, input: object, signature: string) {
  const wanted = { description: 'a receiver of a test', kinds: ['HELD_IN_PROHIBITED_PLACE'], ...input }
  const made = await asked<Made>(owner, CREATE, { input: wanted, signature })
  const { secret, endpoint } = made.createWebhookEndpoint
  expect(endpoint.status).toBe('NEW')
  return { secret, id: endpoint.id }
}

function workersOn({ url }: ScratchDatabase) {
  const settings = readSettings({
    OVERSIGHT_DATABASE_URL: urlOfRole(url, 'vigia_oversight'),
    WEBHOOKS_TO_LOOPBACK: 'yes',
  })
  const opened: OversightDb[] = []
  return {
    one(): Worker {
      const db = open(settings.databaseUrl)
      opened.push(db)
      return workerAt(() => new Date(), db, settings)
    },
    close: () => Promise.all(opened.map((db) => db.close())),
  }
}

export async function webhookRegistry(): Promise<WebhookRegistry> {
  process.env['WEBHOOKS_TO_LOOPBACK'] = 'yes'
  const database = await scratchDatabase()
  const graph = await openGraph(database)
  const feeds = feedsOf(database.url)
  const receivers: Receiver[] = []
  const workers = workersOn(database)
  const asked = askerOf(graph)
  const deliver = async (minutesFromNow = 0) => {
    const now = new Date(Date.now() + minutesFromNow * 60_000)
    for (let round = 0; round < 20; round += 1) if ((await graph.services.get('oversight')?.round(now)) === 0) return
  }

  return {
    ...{ database, graph, asked, deliver },
    async listening(owner, input = {}, signature = 'V1A') {
      const receiver = await aReceiver()
      receivers.push(receiver)
      const { id, secret } = await registered(asked, owner, { url: receiver.url, ...input }, signature)
      await asked(owner, `mutation { enableWebhookEndpoint(id: "${id}") { endpoint { status } } }`)
      await deliver()
      return { ...receiver, id, secret, owner }
    },
    async raise(state = 'Chiapas', children = 1) {
      const notified = { ENTIDAD: state, 'AVISO A PPNNA': written(hoursAgo(30)) }
      const found = Array.from({ length: children }, () => aDetection(notified))
      await feeds.takeIn('children/detections', found)
      const place = { 'NOMBRE DEL LUGAR': `EM ${state}`, 'TIPO DE LUGAR': 'Estación migratoria', ENTIDAD: state }
      const stays = found.map(({ ACTA }) => aStay(ACTA, place))
      await feeds.takeIn('placements/stays', stays)
      await settle(graph.services.values(), database)
    },
    async raiseAs(kind, severity) {
      await database.query(
        `with raised as (
           insert into oversight.alert (id, kind, about, owner, subject, child_id, state, severity, since, reached_at, opened_at)
           select gen_random_uuid(), '${kind}', 'CHILD', gen_random_uuid()::text, 'a stay', (select id from children.child limit 1),
             '07', '${severity}', now(), now(), now() returning id)
         insert into oversight.alert_history (alert_id, at, step, severity, reached_at)
         select id, now(), 'OPENED', '${severity}', now() from raised`,
      )
    },
    worker: () => workers.one(),
    async stop() {
      for (const receiver of receivers) await receiver.stop()
      await workers.close()
      await feeds.stop()
      await graph.stop()
      await database.drop()
    },
  }
}
