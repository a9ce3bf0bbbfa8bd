/** The graph in this process, asked as anybody: through the gateway's first layer and behind it, each service directly. */
import { type Actor, PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { Asker, Service, ServiceName } from '@vigia/kit/service'
import type { Role } from '@vigia/law/access-matrix'
import { MATRIX, scopesOf } from '@vigia/law/access-matrix'
import { STATE_CODES } from '@vigia/law/states'
import type { ExecutionResult } from 'graphql'
import { type Admission, createAdmission } from '../../gateway/src/graph/admission.ts'
import { checkedSchema } from '../../gateway/src/graph/checked-schema.ts'
import { createGateway, type Gateway } from '../../gateway/src/graph/gateway.ts'
import { Refused } from '../../gateway/src/request/refused.ts'
import { InProcess } from '../../gateway/src/sources/in-process.ts'
import { PATIENCE, Reach } from '../../gateway/src/sources/reach.ts'
import { AN_AGREEMENT } from './an-agreement.ts'
import { askDirectly } from './ask-directly.ts'
import type { ScratchDatabase } from './scratch-database.ts'
import { loadServices } from './services.ts'
import { read } from './source-files.ts'

interface Answer {
  status: number
  data?: unknown
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[]
}

export interface Graph {
  services: ReadonlyMap<ServiceName, Service>
  gateway: Gateway
  admission: Admission
  /** As the gateway answers, refusals included. */
  ask: (actor: Actor, query: string, variables?: Record<string, unknown>, requestId?: string) => Promise<Answer>
  /** As one service answers the gateway: the first layer is off. */
  askService: (
    name: ServiceName,
    actor: Actor,
    query: string,
    variables?: Record<string, unknown>,
    requestId?: string,
  ) => Promise<ExecutionResult>
  /** How many times the gateway has asked a service. */
  asked: () => number
  stop: () => Promise<void>
}

export async function openGraph({ url }: Pick<ScratchDatabase, 'url'>): Promise<Graph> {
  const services = await loadServices(url)
  const serviceOf = (name: string): Service => {
    const service = services.get(name as ServiceName)
    if (!service) throw new Error(`No service ${name}`)
    return service
  }
  let asked = 0
  const gateway = await createGateway({
    supergraph: read('gateway/supergraph.graphql'),
    log,
    sourceOf: (name) => {
      const source = new InProcess(serviceOf(name), new Reach(name, { ...PATIENCE, hopInMs: 30_000 }, () => {}))
      return {
        process: (options) => {
          asked += 1
          return source.process(options)
        },
      }
    },
  })
  const admission = createAdmission(checkedSchema(read('gateway/api.graphql')), { introspection: true })
  return {
    services,
    ...{ gateway, admission },
    ask: (actor, query, variables = {}, requestId = 'a test') =>
      ask({ gateway, admission }, { actor, requestId, reason: null }, query, variables),
    askService: (name, actor, query, variables = {}, requestId = 'a test') =>
      askDirectly(serviceOf(name), actor, query, variables, { requestId }),
    asked: () => asked,
    async stop() {
      for (const service of services.values()) await service.close()
    },
  }
}

interface Doors {
  gateway: Gateway
  admission: Admission
}

async function ask({ gateway, admission }: Doors, asker: Asker, query: string, variables: Record<string, unknown>) {
  try {
    const admitted = admission.admit({ query, operationName: null, variables }, 'plain')
    const errand = { ...asker, deadline: Date.now() + 60_000 }
    const { status, answer } = await gateway.execute(admitted, errand)
    return { status, ...answer } as Answer
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { status, code, faults } = error
    return { status, errors: faults.map((fault) => ({ ...fault, extensions: { code } })) } as Answer
  }
}

/** Who reads all of a child but its name, in lists too, of every state. */
export const secretaryOfEveryState = (): Actor => anActor('state-secretary', { states: [...STATE_CODES] })

/** Somebody of a role, with all that the role holds whenever it asks. */
export function anActor(role: Role, differences: Partial<Actor> = {}): Actor {
  return {
    ...PSEUDONYMOUS_FEDERAL_SECRETARY,
    sub: `${role} of a test`,
    kind: role === 'partner' ? 'machine' : 'person',
    role,
    states: MATRIX[role].byState ? ['07'] : null,
    org: null,
    scopes: scopesOf(role),
    ...(MATRIX[role].rows === 'AGREEMENT' && { agreement: AN_AGREEMENT }),
    ...differences,
  }
}
