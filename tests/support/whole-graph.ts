/** The federated graph over services in this process, asked as any actor, without sign-in before it: who asks is said by the test. */
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { Service, ServiceName } from '@vigia/kit/service'
import { getOperationAST, parse } from 'graphql'
import { createGateway } from '../../gateway/src/graph/gateway.ts'
import { InProcess } from '../../gateway/src/sources/in-process.ts'
import { PATIENCE, Reach } from '../../gateway/src/sources/reach.ts'
import { read } from './source-files.ts'

export interface WholeGraph {
  /** Throws where any field was refused or could not be answered. */
  ask: <Data>(query: string, actor: Actor) => Promise<Data>
}

export async function wholeGraph(services: ReadonlyMap<ServiceName, Service>): Promise<WholeGraph> {
  const patience = { ...PATIENCE, hopInMs: 30_000 }
  const gateway = await createGateway({
    supergraph: read('gateway/supergraph.graphql'),
    log,
    sourceOf: (name) => {
      const service = services.get(name as ServiceName)
      if (!service) throw new Error(`No service ${name}`)
      return new InProcess(service, new Reach(name, patience, () => {}))
    },
  })
  return {
    async ask<Data>(query: string, actor: Actor) {
      const document = parse(query)
      const operation = getOperationAST(document)
      if (!operation) throw new Error('No operation')
      const admitted = { query, document, operation, operationName: null, variables: {}, cost: 0, isAggregate: false }
      const errand = { actor, requestId: 'a test', reason: null, deadline: Date.now() + 60_000 }
      const { answer } = await gateway.execute(admitted, errand)
      if (answer.errors) throw new Error(JSON.stringify(answer.errors))
      return answer.data as Data
    },
  }
}
