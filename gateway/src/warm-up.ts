/** Asks each service one question once the gateway runs: the first query of a process is slow, and nobody should wait for it. */
import { randomUUID } from 'node:crypto'
import { PSEUDONYMOUS_FEDERAL_SECRETARY } from '@vigia/kit/actor'
import { log } from '@vigia/kit/log'
import type { GraphQLSchema } from 'graphql'
import { createAdmission } from './admission.ts'
import type { Gateway } from './gateway.ts'

const QUESTION = `{
  nation { detention { heldNow } casework { unprocessed } }
  children(first: 1) {
    edges { node { id detections(first: 1) { totalCount } placements(first: 1) { totalCount } ppnnaCase { openedAt } returns { departedAt } } }
  }
}`
const PATIENCE_IN_MS = 10_000

/** Resolves when it has been answered, however that went. Nobody hears the answer. */
export async function askOnce(gateway: Gateway, schema: GraphQLSchema): Promise<void> {
  try {
    const admission = createAdmission(schema, { introspection: false })
    const admitted = admission.admit({ query: QUESTION, operationName: null, variables: {} }, 'plain')
    const deadline = Date.now() + PATIENCE_IN_MS
    await gateway.execute(admitted, {
      // The audit tells it from a person who asks.
      actor: { ...PSEUDONYMOUS_FEDERAL_SECRETARY, sub: 'vigia-warm-up' },
      requestId: randomUUID(),
      reason: 'The program starts; nobody hears the answer.',
      deadline,
    })
  } catch (error) {
    log.debug({ err: error }, 'the first question was not answered')
  }
}
