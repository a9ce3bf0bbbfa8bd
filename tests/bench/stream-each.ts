/**
 * What graphql-ws does by itself over the graph of the product: `node stream-each.ts <database>` executes the selection of each subscriber
 * once a step, with his own rights, through the same gateway and five services, audit included. Writes its port.
 */
import { EventEmitter, on } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { loginsBy } from '@vigia/db/roles'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Step } from '../../gateway/src/carriers/step.ts'
import { createAdmission } from '../../gateway/src/graph/admission.ts'
import { checkedSchema } from '../../gateway/src/graph/checked-schema.ts'
import { createGateway } from '../../gateway/src/graph/gateway.ts'
import { PATIENCE, Reach } from '../../gateway/src/sources/reach.ts'
import { accessInProcess, loadServices } from '../../gateway/src/start/start-services.ts'
import { alertsIn } from '../../gateway/src/subscriptions/alerts-in.ts'
import { asQuery } from '../../gateway/src/subscriptions/as-query.ts'
import { QUESTION } from './stream-question.ts'

const [database = ''] = process.argv.slice(2)
const read = (file: string) => readFileSync(path.join(import.meta.dirname, '../../gateway', file), 'utf8')
const PATIENT_IN_MS = 60_000

const logins = loginsBy(database)
Object.assign(process.env, logins)
const services = await loadServices()
for (const service of services) await service.start()
const access = accessInProcess(services)
const gateway = await createGateway({
  supergraph: read('supergraph.graphql'),
  log,
  sourceOf: (name) => {
    const service = access.get(name)
    if (!service) throw new Error(`No service ${name}`)
    return service.source(new Reach(name, { ...PATIENCE, hopInMs: PATIENT_IN_MS }, () => {}))
  },
})
const schema = checkedSchema(read('api.graphql'))
const admitted = createAdmission(schema, { introspection: false }).admit(
  { query: QUESTION, operationName: null, variables: {} },
  'stream',
)
const plan = asQuery(schema, admitted)

const { feed } = alertsIn({ databaseUrl: logins.GATEWAY_DATABASE_URL ?? database, nats: null, log: () => {} })
const steps = new EventEmitter().setMaxListeners(0)
let at: number | null = null
feed.onSteps(async () => {
  at ??= (feed.top() ?? 0) - 1
  const next = await feed.after(at, 1_000)
  at = next.at(-1)?.seq ?? at
  for (const step of next) steps.emit('step', step)
})

let persons = 0
const server = createServer()
const sockets = new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false })
useServer(
  {
    schema,
    async *subscribe() {
      persons += 1
      const actor = { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: `person ${persons}` }
      for await (const [step] of on(steps, 'step') as AsyncIterable<[Step]>) {
        const errand = { actor, requestId: 'bench', reason: null, deadline: Date.now() + PATIENT_IN_MS }
        yield (await gateway.execute(plan.queryOf(step.alertId), errand)).answer as object
      }
    },
  },
  sockets,
)
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
