/**
 * The graph over the five services in one process, with its audit or without: `node audit-peer.ts on|policies|off <database>` answers
 * every POST and writes its port. By `policies` nothing is written down. By `off` a request is no transaction in the name of its asker
 * either: the caller takes the policies of that database away. Nothing else differs; the product itself cannot be started without.
 */

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { loginsBy } from '@vigia/db/roles'
import type { Actor } from '@vigia/kit/actor'
import { Trail } from '@vigia/kit/audit/trail'
import { log } from '@vigia/kit/log'
import type { Service } from '@vigia/kit/service'
import { type Role, scopesOf } from '@vigia/law/access-matrix'
import { execute } from 'graphql'
import { createAdmission } from '../../gateway/src/graph/admission.ts'
import { checkedSchema } from '../../gateway/src/graph/checked-schema.ts'
import { createGateway } from '../../gateway/src/graph/gateway.ts'
import { InProcess } from '../../gateway/src/sources/in-process.ts'
import { PATIENCE, Reach } from '../../gateway/src/sources/reach.ts'
import { loadServices } from '../../gateway/src/start/start-services.ts'

const [audit = '', database = ''] = process.argv.slice(2)
if (audit === 'policies') Object.assign(Trail.prototype, { opened: () => null })
const inOffice = (role: Role, states: string[] | null): Actor => {
  return { sub: 'bench', kind: 'person', role, states, org: null, scopes: scopesOf(role) }
}
/** Places and files of children a federal secretary reads for a reason, of one child; that of a state, of its children, whenever it asks. */
const [federal, ofAState] = [inOffice('federal-secretary', null), inOffice('state-secretary', ['07'])]
const askerOf = (query: string) => (query.includes('ppnnaCase') ? ofAState : federal)
const read = (file: string) => readFileSync(path.join(import.meta.dirname, '../../gateway', file), 'utf8')

/** Notes nothing. */
class NoTrail extends Trail {
  override name(): void {}
  override scope(): void {}
  override record(): void {}
}

const unheard = ({ schema, contextOf }: Service): Service['answer'] => {
  return async ({ document, variables, operationName }, asker) => {
    // Who is a stub is asked of the database in the name of the asker, which there is none of.
    const contextValue = Object.assign(contextOf(asker.actor, new NoTrail()), { stubs: null })
    return execute({ schema, document, variableValues: variables, operationName, contextValue })
  }
}

Object.assign(process.env, loginsBy(database))
const services = await loadServices()
for (const service of services) await service.start()
const gateway = await createGateway({
  supergraph: read('supergraph.graphql'),
  log,
  sourceOf: (name) => {
    const service = services.find((one) => one.name === name)
    if (!service) throw new Error(`No service ${name}`)
    const answer = audit === 'off' ? unheard(service) : service.answer
    return new InProcess(
      { schema: service.schema, answer },
      new Reach(name, { ...PATIENCE, hopInMs: 30_000 }, () => {}),
    )
  },
})
const admission = createAdmission(checkedSchema(read('api.graphql')), { introspection: false })

const server = createServer(async (request, response) => {
  try {
    const { query } = JSON.parse(await text(request)) as { query: string }
    const admitted = admission.admit({ query, operationName: null, variables: {} }, 'plain')
    const errand = { actor: askerOf(query), requestId: 'bench', reason: null, deadline: Date.now() + 60_000 }
    const { answer } = await gateway.execute(admitted, errand)
    response.writeHead(answer.errors ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  } catch (error) {
    console.error(error)
    response.writeHead(500).end()
  }
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
