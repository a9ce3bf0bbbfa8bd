/** Asks each service one question once the gateway runs: the first query of a process is slow, and nobody should wait for it. */
import { randomUUID } from 'node:crypto'
import type { Actor } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import { scopesOf } from '@vigia/law/access-matrix'
import { STATE_CODES } from '@vigia/law/states'
import type { GraphQLSchema } from 'graphql'
import { createAdmission } from './admission.ts'
import type { Gateway } from './gateway.ts'

const QUESTION = `{
  state(code: "07") { detention { heldNow } casework { unprocessed } }
  children(first: 1) {
    edges { node { id detections(first: 1) { totalCount } placements(first: 1) { totalCount } ppnnaCase { openedAt } returns { departedAt } } }
  }
}`
/** Whoever reads a record of each service, in a list. The audit tells it from a person who asks (services/AUDIT.md), in the language of its readers. */
const ASKER: Actor = {
  sub: 'vigia-warm-up',
  kind: 'machine',
  role: 'state-secretary',
  states: [...STATE_CODES],
  org: null,
  scopes: scopesOf('state-secretary'),
}
const PATIENCE_IN_MS = 10_000

/** Resolves when it has been answered, however that went. Nobody hears the answer. */
export async function askOnce(gateway: Gateway, schema: GraphQLSchema): Promise<void> {
  try {
    const admission = createAdmission(schema, { introspection: false })
    const admitted = admission.admit({ query: QUESTION, operationName: null, variables: {} }, 'plain')
    const deadline = Date.now() + PATIENCE_IN_MS
    await gateway.execute(admitted, {
      actor: ASKER,
      requestId: randomUUID(),
      reason: 'Empieza el programa: nadie recibe la respuesta.',
      deadline,
    })
  } catch (error) {
    log.debug({ fault: error }, 'the first question was not answered')
  }
}
